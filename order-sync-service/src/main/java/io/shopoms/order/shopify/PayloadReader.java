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

    // Odoo's dates have four digits for the year, and nobody ordered before this one.
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 9998;

    private static final String NUL = "\0";

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
        JsonNode child = node.path(field);
        if (!child.isMissingNode() && !child.isNull() && !child.isArray()) {
            throw invalid(field, "a list");
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode element : child) {
            if (!element.isValueNode()) {
                throw invalid(field, "a list of texts");
            }
            if (!element.isNull() && !plain(element).isEmpty()) {
                texts.add(plain(element));
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
        return Optional.of(plain(child)).filter(text -> !text.isEmpty());
    }

    /** A text, of a field that may as well be something else. */
    Optional<String> textIfAny(String field) {
        return Optional.of(node.path(field)).filter(JsonNode::isTextual).flatMap(child -> text(field));
    }

    /** What apps put into free fields: mostly texts, sometimes lists or objects, which are kept as JSON. */
    String anyText(String field) {
        JsonNode child = node.path(field);
        return child.isNull() ? "" : child.isContainerNode() ? child.toString() : plain(child);
    }

    String requiredText(String field) {
        return text(field).orElseThrow(() -> invalid(field, "a text"));
    }

    /** False if absent. A word is refused: whether "no" means true is not to be guessed. */
    boolean flag(String field) {
        JsonNode child = node.path(field);
        if (child.isMissingNode() || child.isNull()) {
            return false;
        }
        if (!child.isBoolean()) {
            throw invalid(field, "true or false");
        }
        return child.booleanValue();
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
                OffsetDateTime read = OffsetDateTime.parse(text);
                if (FIRST_YEAR <= read.getYear() && read.getYear() <= LAST_YEAR) {
                    return read.toInstant();
                }
            } catch (DateTimeException e) {
                // Said below: the text itself stays out of the message.
            }
            throw invalid(field, "a date with time and zone, such as 2026-11-19T10:11:12Z");
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

    /** Neither Odoo's database nor ours can hold the character NUL, and no reader would miss it. */
    private static String plain(JsonNode value) {
        return value.asText().replace(NUL, "").strip();
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
