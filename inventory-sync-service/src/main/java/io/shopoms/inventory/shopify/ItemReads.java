package io.shopoms.inventory.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.inventory.shopify.ItemReading.LevelReading;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.shopify.GraphqlDocument;
import io.shopoms.sync.shopify.ShopifyClient;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads inventory items with their levels, many in a query. */
final class ItemReads {

    /**
     * Items in one query. An item costs 1 point, its connection 2, and each of its levels 3 (level, location, quantity):
     * 50 items with 5 levels are 900 points even if Shopify counted every level in full; a query may cost 1,000. It
     * charges less, and gives back what was not there.
     */
    static final int AT_ONCE = 50;

    /** Levels that come with an item at once; most stores have fewer locations. */
    private static final int LEVELS = 5;

    /** Levels of a further page, which is read for one item alone. */
    private static final int MORE_LEVELS = 250;

    private static final GraphqlDocument ITEMS = GraphqlDocument.of(ItemReads.class, "inventory_items");

    private final ShopifyClient shopify;

    ItemReads(ShopifyClient shopify) {
        this.shopify = shopify;
    }

    /** Those of the items that exist, each with all its levels. */
    Uni<Map<ShopifyId, ItemReading>> read(Collection<ShopifyId> items) {
        return Multi.createFrom()
                .iterable(
                        Chunks.of(items.stream().distinct().sorted(Chunks.BY_ID).toList(), AT_ONCE))
                .onItem()
                .transformToUniAndConcatenate(chunk -> nodes(chunk, LEVELS, Optional.empty()))
                .onItem()
                .transformToIterable(nodes -> nodes)
                .select()
                // An item that is gone is null; what is no inventory item is empty.
                .where(node -> node.hasNonNull("id"))
                .onItem()
                .transformToUniAndConcatenate(this::whole)
                .collect()
                .asMap(ItemReading::item);
    }

    private Uni<ItemReading> whole(JsonNode node) {
        List<LevelReading> levels = new ArrayList<>();
        return rest(ItemNodes.id(node), node.path("inventoryLevels"), levels)
                .map(done -> new ItemReading(
                        ItemNodes.id(node),
                        node.path("sku").asText(""),
                        node.path("tracked").asBoolean(),
                        levels));
    }

    private Uni<Void> rest(ShopifyId item, JsonNode connection, List<LevelReading> levels) {
        connection.path("nodes").forEach(level -> levels.add(ItemNodes.level(level)));
        return ItemNodes.next(connection)
                .map(cursor -> nodes(List.of(item), MORE_LEVELS, Optional.of(cursor))
                        .chain(nodes -> rest(item, nodes.get(0).path("inventoryLevels"), levels)))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<List<JsonNode>> nodes(List<ShopifyId> items, int levels, Optional<String> after) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("ids", items.stream().map(id -> id.gid("InventoryItem")).toList());
        variables.put("first", levels);
        variables.put("after", after.orElse(null));
        return shopify.execute(ITEMS, variables).map(data -> {
            List<JsonNode> nodes = new ArrayList<>();
            data.path("nodes").forEach(nodes::add);
            // An answer that was cut short must not look like items that are gone.
            if (nodes.size() != items.size()) {
                throw ItemNodes.notUnderstood("some of the items that it was asked for");
            }
            return nodes;
        });
    }
}
