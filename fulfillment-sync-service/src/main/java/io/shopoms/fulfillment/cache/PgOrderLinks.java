package io.shopoms.fulfillment.cache;

import io.shopoms.model.OdooId;
import io.shopoms.model.ShopDomain;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.database.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The table {@code order_link}. */
@Singleton
class PgOrderLinks implements OrderLinks {

    private static final String FIND = """
            select order_name, odoo_order_id, odoo_order_name, odoo_line_ids, shopify_line_ids, linked_at
            from order_link where store = $1 and shopify_order_id = $2
            """;

    private static final String FIND_ALL = """
            select store, shopify_order_id, order_name, odoo_order_id, odoo_order_name, odoo_line_ids,
                   shopify_line_ids, linked_at
            from order_link
            where (store, shopify_order_id) in (select * from unnest($1::text[], $2::bigint[]))
            """;

    private static final String LOCK =
            "select pg_advisory_xact_lock(hashtextextended(name, 0)) from unnest($1::text[]) as name";

    private static final String SAVE = """
            insert into order_link (store, shopify_order_id, order_name, odoo_order_id, odoo_order_name,
                                    odoo_line_ids, shopify_line_ids, linked_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8)
            on conflict (store, shopify_order_id) do update
            set order_name = excluded.order_name, odoo_order_id = excluded.odoo_order_id,
                odoo_order_name = excluded.odoo_order_name, odoo_line_ids = excluded.odoo_line_ids,
                shopify_line_ids = excluded.shopify_line_ids, linked_at = excluded.linked_at
            where order_link.linked_at <= excluded.linked_at
            """;

    private final Database database;

    PgOrderLinks(Database database) {
        this.database = database;
    }

    @Override
    public Uni<Optional<OrderLink>> find(ShopDomain store, ShopifyId order) {
        return database.query(FIND, Tuple.of(store.value(), order.value())).map(rows -> first(rows, store, order));
    }

    @Override
    public Uni<Map<OrderLink, Change>> save(Collection<OrderLink> links) {
        if (links.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        // Whoever saves some of the same orders locks them in the same order: nobody waits for each other in a circle.
        List<OrderLink> sorted =
                links.stream().sorted(Comparator.comparing(PgOrderLinks::name)).toList();
        return database.transaction(tx -> lock(tx, sorted)
                .chain(() -> known(tx, sorted))
                .flatMap(known -> tx.preparedQuery(SAVE)
                        .executeBatch(sorted.stream().map(PgOrderLinks::values).toList())
                        .map(saved -> changes(sorted, known, saved))));
    }

    private static Uni<Map<String, OrderLink>> known(SqlConnection tx, List<OrderLink> links) {
        Tuple keys = Tuple.of(
                links.stream().map(link -> link.store().value()).toArray(String[]::new),
                links.stream().map(link -> link.shopifyOrder().value()).toArray(Long[]::new));
        return tx.preparedQuery(FIND_ALL).execute(keys).map(rows -> {
            Map<String, OrderLink> known = new HashMap<>();
            for (Row row : rows) {
                OrderLink link = link(
                        row, new ShopDomain(row.getString("store")), new ShopifyId(row.getLong("shopify_order_id")));
                known.put(name(link), link);
            }
            return known;
        });
    }

    /** @param saved the answers, one after the other, to the statement of each link */
    private static Map<OrderLink, Change> changes(
            List<OrderLink> links, Map<String, OrderLink> known, RowSet<Row> saved) {
        Map<OrderLink, Change> changes = new LinkedHashMap<>();
        RowSet<Row> answer = saved;
        for (OrderLink link : links) {
            changes.put(
                    link,
                    answer.rowCount() == 0
                            ? Change.OUTDATED
                            : change(Optional.ofNullable(known.get(name(link))), link));
            answer = answer.next();
        }
        return changes;
    }

    /** The same event again: whoever stored it first may have crashed before it told the cache. */
    private static Change change(Optional<OrderLink> old, OrderLink link) {
        return old.filter(known -> known.mapsLike(link) && !known.linkedAt().equals(link.linkedAt()))
                        .isPresent()
                ? Change.SAME_LINES
                : Change.OTHER_LINES;
    }

    /** Two events of one order wait for each other, so that each sees what the other replaced. */
    private static Uni<Void> lock(SqlConnection tx, List<OrderLink> links) {
        return tx.preparedQuery(LOCK)
                .execute(Tuple.of(links.stream().map(PgOrderLinks::name).toArray(String[]::new)))
                .replaceWithVoid();
    }

    private static String name(OrderLink link) {
        return "order_link " + link.store() + " " + link.shopifyOrder();
    }

    private static Tuple values(OrderLink link) {
        List<Long> odooLines = new ArrayList<>();
        List<Long> shopifyLines = new ArrayList<>();
        link.lines().forEach((odoo, shopify) -> {
            odooLines.add(odoo.value());
            shopifyLines.add(shopify.value());
        });
        return Tuple.from(List.of(
                link.store().value(),
                link.shopifyOrder().value(),
                link.orderName(),
                link.odooOrder().value(),
                link.odooOrderName(),
                odooLines.toArray(Long[]::new),
                shopifyLines.toArray(Long[]::new),
                link.linkedAt().atOffset(ZoneOffset.UTC)));
    }

    private static Optional<OrderLink> first(RowSet<Row> rows, ShopDomain store, ShopifyId order) {
        if (rows.size() == 0) {
            return Optional.empty();
        }
        return Optional.of(link(rows.iterator().next(), store, order));
    }

    private static OrderLink link(Row row, ShopDomain store, ShopifyId order) {
        Long[] odooLines = row.getArrayOfLongs("odoo_line_ids");
        Long[] shopifyLines = row.getArrayOfLongs("shopify_line_ids");
        Map<OdooId, ShopifyId> lines = new HashMap<>();
        for (int i = 0; i < odooLines.length; i++) {
            lines.put(new OdooId(odooLines[i]), new ShopifyId(shopifyLines[i]));
        }
        return new OrderLink(
                store,
                order,
                row.getString("order_name"),
                new OdooId(row.getLong("odoo_order_id")),
                row.getString("odoo_order_name"),
                lines,
                row.getOffsetDateTime("linked_at").toInstant());
    }
}
