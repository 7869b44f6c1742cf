package io.shopoms.sandbox.shopify.graphql;

import graphql.schema.DataFetchingEnvironment;
import io.shopoms.sandbox.shopify.inventory.Level;
import io.shopoms.sandbox.shopify.inventory.Location;
import io.shopoms.sandbox.shopify.inventory.Stock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.function.Predicate;

/** Pages of levels: of a location by item, of an item by location. */
final class LevelPages {

    private static final String CURSOR = "level:";

    private final Stock stock;
    private final SearchTerms terms;

    LevelPages(Stock stock, ZoneId zone) {
        this.stock = stock;
        this.terms = new SearchTerms(zone);
    }

    Connection at(Location location, DataFetchingEnvironment env) {
        boolean reverse = Boolean.TRUE.equals(env.getArgument("reverse"));
        NavigableMap<Long, Level> all = stock.at(location);
        NavigableMap<Long, Level> ordered = reverse ? all.descendingMap() : all;
        String after = env.getArgument("after");
        return page(
                (after == null ? ordered : ordered.tailMap(position(after), false)).values(),
                wanted(env),
                env,
                Level::itemId);
    }

    Connection of(long itemId, DataFetchingEnvironment env) {
        List<Level> all = stock.of(itemId);
        String after = env.getArgument("after");
        long from = after == null ? 0 : position(after);
        return page(
                all.stream()
                        .filter(level -> level.location().id() > from)
                        .filter(level -> level.location().isActive() || includesInactive(env))
                        .toList(),
                wanted(env),
                env,
                level -> level.location().id());
    }

    private interface Key {
        long of(Level level);
    }

    private static Connection page(
            Iterable<Level> candidates, Predicate<Level> wanted, DataFetchingEnvironment env, Key key) {
        int first = Connection.first(env);
        List<Connection.Edge> edges = new ArrayList<>();
        boolean more = false;
        for (Level level : candidates) {
            if (wanted.test(level)) {
                if (edges.size() == first) {
                    more = true;
                    break;
                }
                edges.add(new Connection.Edge(Connection.encoded(CURSOR + key.of(level)), level));
            }
        }
        return new Connection(edges, more, env.getArgument("after") != null);
    }

    private static long position(String after) {
        String text = Connection.decoded(after);
        if (!text.matches(CURSOR + "\\d{1,18}")) {
            throw Connection.invalidCursor();
        }
        return Long.parseLong(text.substring(CURSOR.length()));
    }

    static boolean includesInactive(DataFetchingEnvironment env) {
        return Boolean.TRUE.equals(env.getArgument("includeInactive"));
    }

    private Predicate<Level> wanted(DataFetchingEnvironment env) {
        Predicate<Level> found = terms.parse(env.getArgument("query"), this::term);
        return includesInactive(env) ? found : found.and(Level::isActive);
    }

    private Predicate<Level> term(String field, String operator, String value) {
        return switch (field) {
            case "updated_at" -> terms.time(operator, value, Level::updatedAt);
            case "created_at" -> terms.time(operator, value, Level::createdAt);
            case "inventory_item_id" -> SearchTerms.number(operator, value, Level::itemId);
            default -> throw SearchTerms.notUnderstood(field);
        };
    }
}
