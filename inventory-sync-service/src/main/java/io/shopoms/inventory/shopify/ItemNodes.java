package io.shopoms.inventory.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.inventory.shopify.ItemReading.LevelReading;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.failure.SyncFailure.TransientFailure;
import io.shopoms.sync.failure.SyncFailureException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Reads inventory items and levels as GraphQL writes them. What is not understood fails: it is never taken for zero. */
final class ItemNodes {

    private static final String AVAILABLE = "available";
    private static final String UPDATED_AT = "updatedAt";

    private ItemNodes() {}

    static LevelReading level(JsonNode level) {
        JsonNode available = available(level);
        // Shopify dates a quantity only once it has changed.
        String date = available.path(UPDATED_AT).asText(level.path(UPDATED_AT).asText());
        return new LevelReading(
                id(level.path("location")),
                level.path("isActive").asBoolean(),
                available.path("quantity").longValue(),
                instant(date));
    }

    static ShopifyId id(JsonNode node) {
        try {
            return ShopifyId.parse(node.path("id").textValue());
        } catch (IllegalArgumentException e) {
            throw notUnderstood("an id");
        }
    }

    static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw notUnderstood("a date");
        }
    }

    /** The cursor of the page after, in a connection; absent at the end. */
    static Optional<String> next(JsonNode connection) {
        JsonNode page = connection.path("pageInfo");
        if (!page.path("hasNextPage").isBoolean()) {
            throw notUnderstood("the end of a page");
        }
        return page.path("hasNextPage").booleanValue()
                ? Optional.of(page.path("endCursor").asText())
                : Optional.empty();
    }

    /** What an answer lacks; the question may be asked again. */
    static SyncFailureException notUnderstood(String lacking) {
        return new SyncFailureException(
                new TransientFailure("Shopify's answer about inventory is not understood: it lacks " + lacking));
    }

    private static JsonNode available(JsonNode level) {
        for (JsonNode quantity : level.path("quantities")) {
            if (AVAILABLE.equals(quantity.path("name").textValue())
                    && quantity.path("quantity").isIntegralNumber()) {
                return quantity;
            }
        }
        throw notUnderstood("the available quantity of a level");
    }
}
