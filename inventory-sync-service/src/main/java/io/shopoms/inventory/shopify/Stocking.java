package io.shopoms.inventory.shopify;

import io.shopoms.inventory.stock.LevelKey;
import io.shopoms.sync.failure.SyncFailure;
import io.shopoms.sync.failure.SyncFailure.RejectedByTarget;
import io.shopoms.sync.failure.SyncFailureException;
import io.shopoms.sync.shopify.GraphqlDocument;
import io.shopoms.sync.shopify.ShopifyClient;
import io.shopoms.sync.shopify.UserErrors;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Has items stocked at locations. Without a quantity this changes none, so that it may be repeated. */
final class Stocking {

    private static final GraphqlDocument ACTIVATE = GraphqlDocument.of(Stocking.class, "inventory_activate");

    private static final String BY_HAND =
            "Look at the item's locations in the Shopify admin: stock it there by hand, or"
                    + " take the location out of the mapping.";

    private Stocking() {}

    static Uni<Optional<SyncFailure>> stockAt(ShopifyClient shopify, LevelKey level) {
        return shopify.execute(
                        ACTIVATE,
                        Map.of(
                                "item", level.item().gid("InventoryItem"),
                                "location", level.location().gid("Location"),
                                "key", UUID.randomUUID().toString()))
                .map(data -> UserErrors.of(data.path("inventoryActivate")).stream()
                        .findFirst()
                        .<SyncFailure>map(error -> new RejectedByTarget(
                                "Shopify does not stock inventory item " + level.item() + " at location "
                                        + level.location() + ": " + error.message(),
                                BY_HAND)))
                // A refusal of the call itself is this level's alone too; the other items have their numbers.
                .onFailure(Stocking::isRefusal)
                .recoverWithItem(e -> Optional.of(new RejectedByTarget(
                        ((SyncFailureException) e).failure().message() + " (inventory item " + level.item()
                                + " at location " + level.location() + ")",
                        BY_HAND)));
    }

    private static boolean isRefusal(Throwable e) {
        return e instanceof SyncFailureException refused && refused.failure() instanceof RejectedByTarget;
    }
}
