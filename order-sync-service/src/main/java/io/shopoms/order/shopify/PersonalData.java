package io.shopoms.order.shopify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/**
 * Takes the person out of a raw record and leaves what was sold: amounts, lines, dates and Shopify's numbers stay, so that
 * the record can still be read. Works on webhooks and on GraphQL's answers.
 */
public final class PersonalData {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
            .build();

    /** Of a person nothing but the number. */
    private static final Set<String> PERSONS = Set.of("customer");

    private static final Set<String> NUMBERS = Set.of("id", "legacyResourceId", "admin_graphql_api_id");

    /** Wherever they stand; free texts too, because people put names and wishes there. */
    private static final Set<String> PERSONAL = Set.of(
            "email",
            "contact_email",
            "phone",
            "first_name",
            "last_name",
            "firstName",
            "lastName",
            "displayName",
            "billing_address",
            "shipping_address",
            "default_address",
            "addresses",
            "destination",
            "billingAddress",
            "shippingAddress",
            "note",
            "note_attributes",
            "customAttributes",
            "properties",
            "browser_ip",
            "client_details",
            "order_status_url",
            "landing_site",
            "referring_site",
            "cart_token",
            "checkout_token",
            "token",
            "payment_details",
            "paymentDetails",
            "receipt");

    private PersonalData() {}

    /** @param raw a JSON object */
    public static String erased(String raw) {
        try {
            JsonNode json = MAPPER.readTree(raw);
            erase(json);
            return MAPPER.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a cached record is JSON");
        }
    }

    private static void erase(JsonNode json) {
        if (json instanceof ObjectNode object) {
            object.remove(PERSONAL);
            PERSONS.forEach(person -> {
                if (object.get(person) instanceof ObjectNode someone) {
                    someone.retain(NUMBERS);
                }
            });
        }
        json.forEach(PersonalData::erase);
    }
}
