package io.shopoms.sandbox.shopify.graphql;

import graphql.schema.DataFetchingEnvironment;
import io.shopoms.sandbox.shopify.catalog.Catalog;
import io.shopoms.sandbox.shopify.catalog.Variant;
import io.shopoms.sandbox.shopify.inventory.Location;
import io.shopoms.sandbox.shopify.order.Shop;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** Queries of inventory items, levels and locations. */
final class InventoryQueries {

    private final Shop shop;
    private final Catalog catalog;
    private final SearchTerms terms;
    private final ProductSearch products;

    InventoryQueries(Shop shop) {
        this.shop = shop;
        this.catalog = shop.catalog();
        this.terms = new SearchTerms(shop.zone());
        this.products = new ProductSearch(shop.zone());
    }

    /** By the name of the root field. */
    Map<String, Function<DataFetchingEnvironment, Object>> fields() {
        return Map.of(
                "inventoryItem",
                env -> catalog.findByItem(Gid.parse("InventoryItem", env.getArgument("id")))
                        .map(InventoryItem::new)
                        .orElse(null),
                "inventoryItems",
                this::items,
                "inventoryLevel",
                env -> LevelGid.find(shop.stock(), env.getArgument("id")).orElse(null),
                "location",
                this::location,
                "locations",
                this::locations);
    }

    private Object items(DataFetchingEnvironment env) {
        Connection variants = VariantPages.byId(
                catalog.variants(),
                terms.parse(env.getArgument("query"), this::item),
                env,
                Boolean.TRUE.equals(env.getArgument("reverse")));
        List<Connection.Edge> items = variants.edges().stream()
                .map(edge -> new Connection.Edge(edge.cursor(), new InventoryItem((Variant) edge.node())))
                .toList();
        return new Connection(items, variants.hasNextPage(), variants.hasPreviousPage());
    }

    private Predicate<Variant> item(String field, String operator, String value) {
        return switch (field) {
            case "id" -> SearchTerms.number(operator, value, Variant::inventoryItemId);
            case "sku", "created_at", "updated_at" -> products.variants(field + ":" + operator + "'" + value + "'");
            default -> throw SearchTerms.notUnderstood(field);
        };
    }

    private Object location(DataFetchingEnvironment env) {
        Object gid = env.getArgument("id");
        return gid == null
                ? shop.locations().standard()
                : shop.locations().find(Gid.parse("Location", gid)).orElse(null);
    }

    private Object locations(DataFetchingEnvironment env) {
        boolean inactive = Boolean.TRUE.equals(env.getArgument("includeInactive"));
        Predicate<Location> wanted = terms.parse(env.getArgument("query"), this::location);
        Comparator<Location> order = "NAME".equals(env.getArgument("sortKey"))
                ? Comparator.comparing(Location::name, String.CASE_INSENSITIVE_ORDER)
                : Comparator.comparing(Location::id);
        return Connection.of(
                shop.locations().all().stream()
                        .filter(each -> inactive || each.isActive())
                        .filter(wanted)
                        .sorted(Boolean.TRUE.equals(env.getArgument("reverse")) ? order.reversed() : order)
                        .toList(),
                env);
    }

    private Predicate<Location> location(String field, String operator, String value) {
        return switch (field) {
            case "id", "location_id" -> SearchTerms.number(operator, value, Location::id);
            case "name" -> each -> each.name().toLowerCase(Locale.ROOT).contains(value.toLowerCase(Locale.ROOT));
            case "active" -> each -> each.isActive() == Boolean.parseBoolean(value);
            case "created_at" -> terms.time(operator, value, Location::createdAt);
            case "legacy" -> each -> !Boolean.parseBoolean(value);
            default -> throw SearchTerms.notUnderstood(field);
        };
    }
}
