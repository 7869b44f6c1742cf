package io.shopoms.inventory.cache;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.shopoms.model.ShopifyId;
import io.shopoms.model.WebhookTopic;
import io.shopoms.sync.database.StoredText;
import io.shopoms.sync.failure.SyncFailure.InvalidPayload;
import io.shopoms.sync.failure.SyncFailureException;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A location of Shopify, as a webhook or a look at all of them tells it.
 *
 * @param id which one
 * @param name for people; empty for a deleted one
 * @param active whether it is active
 * @param deleted whether it was deleted
 * @param updatedAt Shopify's date; empty if it was not told
 */
public record LocationRecord(ShopifyId id, String name, boolean active, boolean deleted, Optional<Instant> updatedAt) {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Set<String> NAMES_ONLY = Set.of("id", "admin_graphql_api_id");
    private static final int LONGEST_NAME = 255;

    public LocationRecord {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(updatedAt, "updatedAt");
    }

    /**
     * Reads a webhook's body; one that has nothing but an id tells of a deletion.
     *
     * @throws SyncFailureException with {@code InvalidPayload}, naming the member that makes no sense
     */
    public static LocationRecord read(String text) {
        JsonNode json = parse(text);
        ShopifyId id = id(json.path("id"));
        boolean told = false;
        for (var names = json.fieldNames(); names.hasNext(); ) {
            told |= !NAMES_ONLY.contains(names.next());
        }
        if (!told) {
            return new LocationRecord(id, "", false, true, Optional.empty());
        }
        JsonNode name = json.path("name");
        JsonNode active = json.path("active");
        if (!name.isTextual()) {
            throw wrong("name is not text");
        }
        if (!active.isBoolean()) {
            throw wrong("active is neither true nor false");
        }
        return new LocationRecord(id, cut(name.textValue()), active.booleanValue(), false, date(json));
    }

    /**
     * Only a webhook of a deletion has nothing but an id; any other one lacks something.
     *
     * @throws SyncFailureException with {@code InvalidPayload} if it is taken for a deletion and is none
     */
    void check(WebhookTopic topic) {
        if (deleted && !topic.value().equals("locations/delete")) {
            throw wrong("it lacks what " + topic + " tells");
        }
    }

    /** The same as JSON, as a webhook would spell it. */
    public String write() {
        if (deleted) {
            return MAPPER.createObjectNode().put("id", id.value()).toString();
        }
        return MAPPER.createObjectNode()
                .put("id", id.value())
                .put("name", name)
                .put("active", active)
                .put("updated_at", updatedAt.map(Instant::toString).orElse(null))
                .toString();
    }

    private static JsonNode parse(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (IOException e) {
            throw wrong("it is not JSON");
        }
    }

    private static ShopifyId id(JsonNode value) {
        try {
            if (value.isIntegralNumber() && value.canConvertToLong()) {
                return new ShopifyId(value.longValue());
            }
            return ShopifyId.parse(value.textValue());
        } catch (IllegalArgumentException e) {
            throw wrong("id is not a Shopify id");
        }
    }

    private static Optional<Instant> date(JsonNode json) {
        JsonNode value = json.path("updated_at");
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(value.asText()).toInstant());
        } catch (DateTimeException e) {
            throw wrong("updated_at is not a date with a time and an offset");
        }
    }

    private static String cut(String name) {
        return StoredText.of(name, LONGEST_NAME);
    }

    private static SyncFailureException wrong(String message) {
        return new SyncFailureException(new InvalidPayload(
                message, "Nothing is overwritten by it; the next look at all locations finds what it was about."));
    }
}
