package io.shopoms.inventory.shopify;

import io.shopoms.sync.failure.SyncFailureException;
import io.shopoms.sync.shopify.GraphqlDocument;
import io.shopoms.sync.shopify.ShopifyClient;
import io.smallrye.mutiny.Uni;
import java.util.Map;

/** Sends an {@link OpenWrite}. The same write is the same call, letter by letter: Shopify compares it by its key. */
final class SetQuantities {

    private static final GraphqlDocument SET = GraphqlDocument.of(SetQuantities.class, "inventory_set_quantities");

    private SetQuantities() {}

    /** What is known afterwards. Fails only with what is no {@link SyncFailureException}. */
    static Uni<SetAnswer> send(ShopifyClient shopify, OpenWrite write) {
        return shopify.execute(
                        SET, Map.of("input", input(write), "key", write.key().toString()))
                .map(data -> SetAnswer.of(write, data.path("inventorySetQuantities")))
                .onFailure(SyncFailureException.class)
                .recoverWithItem(e -> SetAnswer.failed((SyncFailureException) e));
    }

    private static Map<String, Object> input(OpenWrite write) {
        return Map.of(
                "name",
                "available",
                "reason",
                "correction",
                // Shown with the change in the item's history in the Shopify admin.
                "referenceDocumentUri",
                "gid://shopoms/StockWrite/" + write.key(),
                "quantities",
                write.lines().stream().map(SetQuantities::quantity).toList());
    }

    private static Map<String, Object> quantity(LevelWrite line) {
        return Map.of(
                "inventoryItemId", line.key().item().gid("InventoryItem"),
                "locationId", line.key().location().gid("Location"),
                "quantity", line.quantity(),
                "changeFromQuantity", line.from());
    }
}
