package io.shopoms.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Shopify record's number: 64 bit ({@code 820982911946154508} is more than a double can hold). GraphQL writes it as
 * {@code gid://shopify/Order/820982911946154508}, webhooks as a bare number; both are read.
 */
public record ShopifyId(@JsonValue long value) {

    private static final Pattern GID = Pattern.compile("gid://shopify/([A-Za-z]+)/(\\d{1,19})(?:\\?.*)?");

    /** @throws IllegalArgumentException if {@code value} is not positive */
    @JsonCreator
    public ShopifyId {
        if (value <= 0) {
            throw new IllegalArgumentException("a Shopify id is a positive number, not " + value);
        }
    }

    /**
     * Reads a bare number or a global id of any type.
     *
     * @throws IllegalArgumentException if the text is neither
     */
    public static ShopifyId parse(String text) {
        if (text == null) {
            throw new IllegalArgumentException("a Shopify id is missing");
        }
        Matcher gid = GID.matcher(text);
        String digits = gid.matches() ? gid.group(2) : text;
        try {
            return new ShopifyId(Long.parseLong(digits));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + text + "' is not a Shopify id", e);
        }
    }

    /** The global id for GraphQL, for instance {@code gid://shopify/Order/1} for type {@code Order}. */
    public String gid(String type) {
        return "gid://shopify/" + type + "/" + value;
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
