package io.shopoms.inventory.cache;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.shopoms.inventory.cache.StockSignal.ItemGone;
import io.shopoms.inventory.cache.StockSignal.ItemHeard;
import io.shopoms.inventory.cache.StockSignal.LevelGone;
import io.shopoms.inventory.cache.StockSignal.LevelHeard;
import io.shopoms.inventory.cache.StockSignal.Mention;
import io.shopoms.inventory.stock.LevelKey;
import io.shopoms.model.ShopifyId;
import io.shopoms.model.WebhookTopic;
import io.shopoms.sync.failure.SyncFailure.InvalidPayload;
import io.shopoms.sync.failure.SyncFailureException;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Reads the webhooks of inventory levels and items. Which one it is shows in its members: only levels name a location, a
 * disconnected one has no quantity, and a deleted item has nothing but its id.
 */
final class StockSignalJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private static final Set<String> NAMES_ONLY = Set.of("id", "admin_graphql_api_id");

    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    /** Shopify's SKUs are shorter; an index takes no longer ones. */
    private static final int LONGEST_SKU = 255;

    private StockSignalJson() {}

    /** @throws SyncFailureException with {@code InvalidPayload}, naming the member that makes no sense */
    static StockSignal read(String text) {
        JsonNode json = parse(text);
        if (!json.has("inventory_item_id")) {
            return item(json);
        }
        ShopifyId item = id(json, "inventory_item_id");
        if (!json.has("location_id")) {
            return new Mention(item);
        }
        LevelKey key = new LevelKey(item, id(json, "location_id"));
        return json.has("available")
                ? new LevelHeard(key, available(json.get("available")), date(json))
                : new LevelGone(key);
    }

    /**
     * A webhook that lacks members could be taken for another one: an update of an item for its deletion.
     *
     * @throws SyncFailureException with {@code InvalidPayload} if the topic's webhooks say something else
     */
    static void check(StockSignal signal, WebhookTopic topic) {
        boolean fits = switch (topic.value()) {
            case "inventory_items/delete" -> signal instanceof ItemGone || signal instanceof ItemHeard;
            case "inventory_levels/disconnect" -> signal instanceof LevelGone || signal instanceof LevelHeard;
            case "inventory_levels/update" -> signal instanceof LevelHeard;
            default ->
                topic.value().startsWith("inventory_items/")
                        ? signal instanceof ItemHeard
                        : signal instanceof LevelHeard || signal instanceof LevelGone;
        };
        if (!fits) {
            throw wrong("it lacks what " + topic + " tells");
        }
    }

    /** The record of an item's row before any webhook came for it. */
    static String mention(ShopifyId item) {
        return "{\"inventory_item_id\":" + item + "}";
    }

    private static StockSignal item(JsonNode json) {
        ShopifyId item = id(json, "id");
        boolean told = false;
        for (var names = json.fieldNames(); names.hasNext(); ) {
            told |= !NAMES_ONLY.contains(names.next());
        }
        return told ? new ItemHeard(item, sku(json), tracked(json), date(json)) : new ItemGone(item);
    }

    private static JsonNode parse(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (IOException e) {
            throw wrong("it is not JSON");
        }
    }

    /** A bare number, or a global id. */
    private static ShopifyId id(JsonNode json, String member) {
        JsonNode value = json.path(member);
        try {
            if (value.isIntegralNumber() && value.canConvertToLong()) {
                return new ShopifyId(value.longValue());
            }
            if (value.isTextual()) {
                return ShopifyId.parse(value.textValue());
            }
        } catch (IllegalArgumentException e) {
            throw wrong(member + " is not a Shopify id");
        }
        throw wrong(member + " is not a Shopify id");
    }

    private static OptionalLong available(JsonNode value) {
        if (value.isNull()) {
            return OptionalLong.empty();
        }
        if (value.isIntegralNumber() && value.canConvertToLong()) {
            return OptionalLong.of(value.longValue());
        }
        throw wrong("available is not a whole number of units");
    }

    private static Optional<String> sku(JsonNode json) {
        JsonNode value = json.path("sku");
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        if (!value.isNull() && !value.isTextual()) {
            throw wrong("sku is not text");
        }
        String sku = value.isNull() ? "" : value.textValue().strip();
        if (sku.length() > LONGEST_SKU || sku.indexOf('\0') >= 0) {
            throw wrong("sku is longer than " + LONGEST_SKU + " characters, or holds a NUL character");
        }
        return Optional.of(sku);
    }

    private static Optional<Boolean> tracked(JsonNode json) {
        JsonNode value = json.path("tracked");
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isBoolean()) {
            throw wrong("tracked is neither true nor false");
        }
        return Optional.of(value.booleanValue());
    }

    private static Optional<Instant> date(JsonNode json) {
        JsonNode value = json.path("updated_at");
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        try {
            Instant at = OffsetDateTime.parse(value.asText()).toInstant();
            if (at.isBefore(EARLIEST) || at.isAfter(LATEST)) {
                throw wrong("updated_at is not between 1970 and 2100");
            }
            return Optional.of(at);
        } catch (DateTimeException e) {
            throw wrong("updated_at is not a date with a time and an offset");
        }
    }

    private static SyncFailureException wrong(String message) {
        return new SyncFailureException(new InvalidPayload(
                message,
                "Nothing is overwritten by it. If Shopify sends more of them, report it; the next look at all levels"
                        + " finds what it was about."));
    }
}
