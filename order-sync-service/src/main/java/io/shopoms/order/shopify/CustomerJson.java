package io.shopoms.order.shopify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.failure.SyncFailure.InvalidPayload;
import io.shopoms.sync.failure.SyncFailureException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Reads what {@code customers/*} webhooks carry. Values never appear in a message: they are personal data. */
public final class CustomerJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private CustomerJson() {}

    /** @throws SyncFailureException with {@code InvalidPayload} naming the field that is wrong */
    public static CustomerRecord customer(String raw) {
        JsonNode json = object(raw);
        return new CustomerRecord(
                new Customer(
                        id(json, "id"),
                        text(json, "first_name"),
                        text(json, "last_name"),
                        text(json, "email"),
                        text(json, "phone")),
                text(json, "updated_at").map(CustomerJson::instant));
    }

    /** @throws SyncFailureException with {@code InvalidPayload} naming the field that is wrong */
    public static CustomerMerge merge(String raw) {
        JsonNode json = object(raw);
        return new CustomerMerge(
                id(json, "admin_graphql_api_customer_kept_id"),
                id(json, "admin_graphql_api_customer_deleted_id"),
                text(json, "status").filter("completed"::equalsIgnoreCase).isPresent());
    }

    static JsonNode object(String raw) {
        try {
            JsonNode json = MAPPER.readTree(raw);
            if (json != null && json.isObject()) {
                return json;
            }
        } catch (JsonProcessingException e) {
            throw invalid("it is not JSON");
        }
        throw invalid("it is not a JSON object");
    }

    static ShopifyId id(JsonNode json, String field) {
        try {
            return ShopifyId.parse(json.path(field).asText());
        } catch (IllegalArgumentException e) {
            throw invalid(field + " is not a Shopify id");
        }
    }

    static Optional<String> text(JsonNode json, String field) {
        JsonNode value = json.path(field);
        return value.isTextual()
                ? Optional.of(value.textValue().replace("\0", "").strip()).filter(text -> !text.isEmpty())
                : Optional.empty();
    }

    private static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw invalid("updated_at is not a date with time and zone");
        }
    }

    static SyncFailureException invalid(String what) {
        return new SyncFailureException(new InvalidPayload(
                "the customer's message is not understood: " + what,
                "Compare the raw record with Shopify's payload. If Shopify really sends this, report it with the named"
                        + " field."));
    }
}
