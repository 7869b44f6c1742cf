package io.shopoms.catalog.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.failure.SyncFailure.InvalidPayload;
import io.shopoms.sync.failure.SyncFailureException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the fields of a product's JSON object and knows its place in the payload, so that a bad one is named in full. An
 * absent field is one of which the payload says nothing; null is Shopify's way to say that a field is empty.
 */
record PayloadReader(JsonNode node, String path) {

    /** No real amount is longer; "1e999999999" would otherwise be expanded digit by digit. */
    private static final int LONGEST_NUMBER = 40;

    static PayloadReader root(JsonNode node) {
        if (!node.isObject()) {
            throw new SyncFailureException(failure("is not a JSON object"));
        }
        return new PayloadReader(node, "");
    }

    boolean tells(String field) {
        return node.has(field);
    }

    /** The object in a field; an absent one reads as if it had no fields. */
    PayloadReader at(String field) {
        JsonNode child = node.path(field);
        if (!child.isMissingNode() && !child.isNull() && !child.isObject()) {
            throw invalid(field, "an object");
        }
        return new PayloadReader(child, named(field));
    }

    List<PayloadReader> list(String field) {
        List<PayloadReader> elements = new ArrayList<>();
        for (JsonNode element : array(field)) {
            String name = named(field) + "[" + elements.size() + "]";
            if (!element.isObject()) {
                throw new SyncFailureException(failure("has in " + name + " something else than an object"));
            }
            elements.add(new PayloadReader(element, name));
        }
        return elements;
    }

    List<String> texts(String field) {
        List<String> texts = new ArrayList<>();
        for (JsonNode element : array(field)) {
            if (!element.isValueNode() || element.isNull()) {
                throw invalid(field, "a list of texts");
            }
            texts.add(plain(element));
        }
        return texts;
    }

    /** Empty for null; absent if the payload says nothing. */
    Optional<String> told(String field) {
        JsonNode child = node.path(field);
        if (child.isMissingNode()) {
            return Optional.empty();
        }
        if (!child.isValueNode()) {
            throw invalid(field, "a text");
        }
        return Optional.of(child.isNull() ? "" : plain(child));
    }

    /** A text that is not blank. */
    Optional<String> text(String field) {
        return told(field).filter(text -> !text.isBlank());
    }

    String requiredText(String field) {
        return text(field).orElseThrow(() -> invalid(field, "a text"));
    }

    Optional<Boolean> flag(String field) {
        JsonNode child = node.path(field);
        if (child.isMissingNode() || child.isNull()) {
            return Optional.empty();
        }
        if (!child.isBoolean()) {
            throw invalid(field, "true or false");
        }
        return Optional.of(child.booleanValue());
    }

    /** A number that is not negative, as text or as number. */
    Optional<BigDecimal> amount(String field) {
        JsonNode child = node.path(field);
        if (child.isMissingNode() || child.isNull()) {
            return Optional.empty();
        }
        if (!child.isNumber() && !child.isTextual()) {
            throw invalid(field, "an amount");
        }
        BigDecimal value = decimal(field, child.asText().strip());
        if (value.signum() < 0) {
            throw invalid(field, "an amount of zero or more");
        }
        return Optional.of(value);
    }

    Instant requiredInstant(String field) {
        try {
            return OffsetDateTime.parse(requiredText(field)).toInstant();
        } catch (DateTimeException e) {
            throw invalid(field, "a date with time and zone, such as 2026-11-19T10:11:12Z");
        }
    }

    Optional<ShopifyId> id(String field) {
        return text(field).map(text -> {
            try {
                return ShopifyId.parse(text);
            } catch (IllegalArgumentException e) {
                throw invalid(field, "a Shopify id");
            }
        });
    }

    ShopifyId requiredId(String field) {
        return id(field).orElseThrow(() -> invalid(field, "a Shopify id"));
    }

    SyncFailureException invalid(String field, String expected) {
        return new SyncFailureException(failure("is not understood: " + named(field) + " is not " + expected));
    }

    static InvalidPayload failure(String what) {
        return new InvalidPayload(
                "the product " + what,
                "Compare the raw record with Shopify's product payload. If Shopify really sends this, report it with the"
                        + " named field; a newer version of the product replaces this one by itself.");
    }

    private JsonNode array(String field) {
        JsonNode child = node.path(field);
        if (!child.isMissingNode() && !child.isNull() && !child.isArray()) {
            throw invalid(field, "a list");
        }
        return child;
    }

    private BigDecimal decimal(String field, String text) {
        try {
            if (text.length() <= LONGEST_NUMBER) {
                BigDecimal value = new BigDecimal(text);
                if (Math.abs((long) value.scale()) <= LONGEST_NUMBER) {
                    return value;
                }
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw invalid(field, "an amount");
    }

    /** Neither Odoo's database nor ours can hold the character NUL, and no reader would miss it. */
    private static String plain(JsonNode value) {
        return value.asText().replace("\0", "");
    }

    private String named(String field) {
        return path.isEmpty() ? field : path + "." + field;
    }
}
