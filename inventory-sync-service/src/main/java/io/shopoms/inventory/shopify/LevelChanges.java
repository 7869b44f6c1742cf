package io.shopoms.inventory.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.inventory.shopify.ItemReading.LevelReading;
import io.shopoms.inventory.stock.LevelKey;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.failure.SyncFailureException;
import io.shopoms.sync.shopify.GraphqlDocument;
import io.shopoms.sync.shopify.ShopifyClients;
import io.shopoms.sync.shopify.UpdatedSince;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Which levels of a location changed in Shopify lately. */
@ApplicationScoped
public class LevelChanges {

    private static final Logger LOG = Logger.getLogger(LevelChanges.class);

    /** Levels in a page: 302 points at most, and far less as Shopify counts; what is not there is given back. */
    private static final int PAGE = 100;

    private static final GraphqlDocument CHANGED =
            GraphqlDocument.of(LevelChanges.class, "inventory_levels_updated_since");

    private final ShopifyClients shopify;

    LevelChanges(ShopifyClients shopify) {
        this.shopify = shopify;
    }

    /**
     * A level that changed.
     *
     * @param changedAt Shopify's date of the change, by which it is found; the quantity may be older
     */
    public record Changed(LevelKey key, LevelReading reading, Instant changedAt) {}

    /**
     * @param levels in no particular order
     * @param next the cursor of the page after; absent at the end
     */
    public record Page(List<Changed> levels, Optional<String> next) {

        public Page {
            levels = List.copyOf(levels);
        }
    }

    /**
     * One page of the levels of a location that changed since a moment.
     *
     * @param cursor where the page before ended
     * @return empty if Shopify does not know the location
     */
    public Uni<Optional<Page>> page(Store store, ShopifyId location, Instant since, Optional<String> cursor) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("location", location.gid("Location"));
        variables.put("first", PAGE);
        variables.put("after", cursor.orElse(null));
        variables.put("query", UpdatedSince.filter(since, Optional.empty()));
        return Uni.createFrom()
                .deferred(() -> shopify.of(store).execute(CHANGED, variables))
                .map(data -> data.path("location").isNull()
                        ? Optional.empty()
                        : Optional.of(page(data.path("location").path("inventoryLevels"))));
    }

    private static Page page(JsonNode connection) {
        List<Changed> levels = new ArrayList<>();
        for (JsonNode node : connection.path("nodes")) {
            try {
                levels.add(changed(node));
            } catch (SyncFailureException e) {
                // The others must not wait for it; its next webhook, or the comparison of all levels, asks for it
                // again.
                LOG.warnf("a level that changed is left out: %s", e.getMessage());
            }
        }
        return new Page(levels, ItemNodes.next(connection));
    }

    private static Changed changed(JsonNode node) {
        LevelReading reading = ItemNodes.level(node);
        return new Changed(
                new LevelKey(ItemNodes.id(node.path("item")), reading.location()),
                reading,
                ItemNodes.instant(node.path("updatedAt").asText()));
    }
}
