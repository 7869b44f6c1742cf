package io.shopoms.inventory.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.inventory.shopify.ItemReading.LevelReading;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.failure.SyncFailure.TransientFailure;
import io.shopoms.sync.failure.SyncFailureException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** Reads inventory items and levels as GraphQL writes them. What is not understood fails: it is never taken for zero. */
final class ItemNodes {

    private static final String AVAILABLE = "available";
    private static final String UPDATED_AT = "updatedAt";

    /** Shopify's quantities are GraphQL's integers, of 32 bits. */
    private static final long MOST_UNITS = Integer.MAX_VALUE;

    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    private ItemNodes() {}

    /** @param levels all of the item */
    static ItemReading item(JsonNode item, List<LevelReading> levels) {
        // No column takes a NUL.
        String sku = item.path("sku").asText("").replace("\0", "").strip();
        return new ItemReading(id(item), sku, flag(item, "tracked"), levels);
    }

    static LevelReading level(JsonNode level) {
        JsonNode available = available(level);
        // Shopify dates a quantity only once it has changed.
        String date = available.path(UPDATED_AT).asText(level.path(UPDATED_AT).asText());
        return new LevelReading(
                id(level.path("location")),
                flag(level, "isActive"),
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
            Instant at = OffsetDateTime.parse(text).toInstant();
            if (!at.isBefore(EARLIEST) && at.isBefore(LATEST)) {
                return at;
            }
        } catch (DateTimeException e) {
            throw notUnderstood("a date");
        }
        throw notUnderstood("a date that makes sense");
    }

    /** The cursor of the page after, in a connection; absent at the end. */
    static Optional<String> next(JsonNode connection) {
        JsonNode page = connection.path("pageInfo");
        JsonNode more = page.path("hasNextPage");
        if (!more.isBoolean() || more.booleanValue() && !page.path("endCursor").isTextual()) {
            throw notUnderstood("the end of a page");
        }
        return more.booleanValue() ? Optional.of(page.path("endCursor").textValue()) : Optional.empty();
    }

    /** What an answer lacks; the question may be asked again. */
    static SyncFailureException notUnderstood(String lacking) {
        return new SyncFailureException(
                new TransientFailure("Shopify's answer about inventory is not understood: it lacks " + lacking));
    }

    /** What is not told is not false: an item would count as not tracked, a level as taken away. */
    private static boolean flag(JsonNode node, String member) {
        if (!node.path(member).isBoolean()) {
            throw notUnderstood("whether " + member + " holds");
        }
        return node.path(member).booleanValue();
    }

    private static JsonNode available(JsonNode level) {
        for (JsonNode quantity : level.path("quantities")) {
            if (AVAILABLE.equals(quantity.path("name").textValue()) && isUnits(quantity.path("quantity"))) {
                return quantity;
            }
        }
        throw notUnderstood("the available quantity of a level");
    }

    private static boolean isUnits(JsonNode quantity) {
        return quantity.isIntegralNumber()
                && quantity.canConvertToLong()
                && Math.abs(quantity.longValue()) <= MOST_UNITS
                && quantity.longValue() != Long.MIN_VALUE;
    }
}
