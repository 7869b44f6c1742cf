package io.shopoms.inventory.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.inventory.shopify.ItemReading.LevelReading;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.failure.SyncFailure;
import io.shopoms.sync.failure.SyncFailure.TransientFailure;
import io.shopoms.sync.failure.SyncFailureException;
import io.shopoms.sync.shopify.GraphqlDocument;
import io.shopoms.sync.shopify.ShopifyClient;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

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

    /** Those of the items that exist, each with all its levels. An answer that is odd for one item is odd for it alone. */
    Uni<ItemReadings> read(Collection<ShopifyId> items) {
        Map<ShopifyId, ItemReading> found = new HashMap<>();
        Map<ShopifyId, SyncFailure> unclear = new HashMap<>();
        return Multi.createFrom()
                .iterable(
                        Chunks.of(items.stream().distinct().sorted(Chunks.BY_ID).toList(), AT_ONCE))
                .onItem()
                .transformToUniAndConcatenate(chunk -> nodes(chunk, LEVELS, Optional.empty()))
                .onItem()
                .transformToIterable(nodes -> nodes.entrySet())
                .select()
                // An item that is gone is null; what is no inventory item is empty.
                .where(node -> !node.getValue().isNull() && !node.getValue().isEmpty())
                .onItem()
                .transformToUniAndConcatenate(node -> whole(node.getKey(), node.getValue())
                        .invoke(reading -> found.put(node.getKey(), reading))
                        .onFailure(Odd.class)
                        .recoverWithItem(odd -> {
                            unclear.put(node.getKey(), ((Odd) odd).failure(node.getKey()));
                            return null;
                        }))
                .onItem()
                .ignoreAsUni()
                .map(done -> new ItemReadings(found, unclear));
    }

    /** What Shopify answers of one item cannot be read, whatever becomes of the others. */
    private static final class Odd extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Odd(SyncFailureException reason) {
            super(reason.getMessage(), null, false, false);
        }

        SyncFailure failure(ShopifyId item) {
            return new TransientFailure("inventory item " + item + ": " + getMessage());
        }
    }

    private static <T> T understood(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (SyncFailureException e) {
            throw new Odd(e);
        }
    }

    private Uni<ItemReading> whole(ShopifyId item, JsonNode node) {
        List<LevelReading> levels = new ArrayList<>();
        return Uni.createFrom()
                .deferred(() -> rest(item, Optional.empty(), node, levels))
                .map(done -> understood(() -> ItemNodes.item(node, levels)));
    }

    private Uni<Void> rest(ShopifyId item, Optional<String> before, JsonNode node, List<LevelReading> levels) {
        Optional<String> next = understood(() -> page(item, before, node, levels));
        return next.map(cursor -> nodes(List.of(item), MORE_LEVELS, next)
                        .chain(nodes -> rest(item, next, nodes.get(item), levels)))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    /** @return the cursor of the page after */
    private static Optional<String> page(
            ShopifyId item, Optional<String> before, JsonNode node, List<LevelReading> levels) {
        if (!ItemNodes.id(node).equals(item)) {
            throw ItemNodes.notUnderstood("the item that it was asked for");
        }
        JsonNode connection = node.path("inventoryLevels");
        connection.path("nodes").forEach(level -> levels.add(ItemNodes.level(level)));
        Optional<String> next = ItemNodes.next(connection);
        if (next.isPresent() && next.equals(before)) {
            throw ItemNodes.notUnderstood("an end of its pages");
        }
        return next;
    }

    /** By the item that was asked for, in the same order. */
    private Uni<Map<ShopifyId, JsonNode>> nodes(List<ShopifyId> items, int levels, Optional<String> after) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("ids", items.stream().map(id -> id.gid("InventoryItem")).toList());
        variables.put("first", levels);
        variables.put("after", after.orElse(null));
        return shopify.execute(ITEMS, variables).map(data -> {
            JsonNode nodes = data.path("nodes");
            // An answer that was cut short must not look like items that are gone.
            if (nodes.size() != items.size()) {
                throw ItemNodes.notUnderstood("some of the items that it was asked for");
            }
            Map<ShopifyId, JsonNode> byItem = new LinkedHashMap<>();
            for (int i = 0; i < items.size(); i++) {
                byItem.put(items.get(i), nodes.get(i));
            }
            return byItem;
        });
    }
}
