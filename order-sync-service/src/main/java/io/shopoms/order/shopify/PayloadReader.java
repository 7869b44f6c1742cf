package io.shopoms.order.shopify;

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
 * Reads the fields of a JSON object and knows its place in the payload, so that a bad one is named in full. Texts are
 * stripped, blank ones count as absent; values never appear in a message, they may be personal data.
 */
record PayloadReader(JsonNode node, String path) {

    // No real amount is longer; "1e999999999" would otherwise be expanded digit by digit.
    private static final int LONGEST_NUMBER = 40;

    static PayloadReader root(JsonNode node) {
        if (!node.isObject()) {
            throw new SyncFailureException(failure("is not a JSON object"));
        }
        return new PayloadReader(node, "");
    }

    boolean has(String field) {
        return node.hasNonNull(field);
    }

    /** The object in a field; an absent one reads as if it had no fields. */
    PayloadReader at(String field) {
        JsonNode child = node.path(field);
        if (!child.isMissingNode() && !child.isNull() && !child.isObject()) {
            throw invalid(field, "an object");
        }
        return new PayloadReader(child, named(field));
    }

    Optional<PayloadReader> optional(String field) {
        return has(field) ? Optional.of(at(field)) : Optional.empty();
    }

    List<PayloadReader> list(String field) {
        JsonNode child = node.path(field);
        if (!child.isMissingNode() && !child.isNull() && !child.isArray()) {
            throw invalid(field, "a list");
        }
        List<PayloadReader> elements = new ArrayList<>();
        for (JsonNode element : child) {
            String name = named(field) + "[" + elements.size() + "]";
            if (!element.isObject()) {
                throw new SyncFailureException(failure("has in " + name + " something else than an object"));
            }
            elements.add(new PayloadReader(element, name));
        }
        return elements;
    }

    /** The nodes of a GraphQL connection; half of them would be a wrong order, so one with further pages is refused. */
    List<PayloadReader> wholeConnection(String field) {
        PayloadReader connection = at(field);
        if (connection.at("pageInfo").flag("hasNextPage")) {
            throw connection.invalid("pageInfo", "at the last page: the rest is missing");
        }
        return connection.list("nodes");
    }

    List<String> texts(String field) {
        List<String> texts = new ArrayList<>();
        for (JsonNode element : node.path(field)) {
            if (element.isValueNode() && !element.asText().isBlank()) {
                texts.add(element.asText().strip());
            }
        }
        return texts;
    }

    Optional<String> text(String field) {
        JsonNode child = node.path(field);
        if (child.isMissingNode() || child.isNull()) {
            return Optional.empty();
        }
        if (!child.isValueNode()) {
            throw invalid(field, "a text");
        }
        return Optional.of(child.asText().strip()).filter(text -> !text.isEmpty());
    }

    /** What apps put into free fields: mostly texts, sometimes lists or objects, which are kept as JSON. */
    String anyText(String field) {
        JsonNode child = node.path(field);
        return child.isNull()
                ? ""
                : child.isContainerNode() ? child.toString() : child.asText().strip();
    }

    String requiredText(String field) {
        return text(field).orElseThrow(() -> invalid(field, "a text"));
    }

    boolean flag(String field) {
        return node.path(field).asBoolean(false);
    }

    Optional<Integer> count(String field) {
        JsonNode child = node.path(field);
        if (child.isMissingNode() || child.isNull()) {
            return Optional.empty();
        }
        if (!child.isIntegralNumber() || !child.canConvertToInt() || child.intValue() < 0) {
            throw invalid(field, "a whole number that is not negative");
        }
        return Optional.of(child.intValue());
    }

    Optional<BigDecimal> decimal(String field) {
        JsonNode child = node.path(field);
        if (child.isMissingNode() || child.isNull()) {
            return Optional.empty();
        }
        if (!child.isNumber() && !child.isTextual()) {
            throw invalid(field, "an amount");
        }
        return Optional.of(decimalOf(field, child.asText().strip()));
    }

    Optional<Instant> instant(String field) {
        return text(field).map(text -> {
            try {
                return OffsetDateTime.parse(text).toInstant();
            } catch (DateTimeException e) {
                throw invalid(field, "a date with time and zone, such as 2026-11-19T10:11:12Z");
            }
        });
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

    private BigDecimal decimalOf(String field, String text) {
        try {
            if (text.length() <= LONGEST_NUMBER) {
                BigDecimal value = new BigDecimal(text);
                if (Math.abs((long) value.scale()) <= LONGEST_NUMBER) {
                    return value;
                }
            }
        } catch (NumberFormatException e) {
            // Said below: the text itself stays out of the message.
        }
        throw invalid(field, "an amount");
    }

    private String named(String field) {
        return path.isEmpty() ? field : path + "." + field;
    }

    private static InvalidPayload failure(String what) {
        return new InvalidPayload(
                "the order " + what,
                "Compare the raw record with Shopify's order payload. If Shopify really sends this, report it with the"
                        + " named field; a newer version of the order replaces this one by itself.");
    }
}
