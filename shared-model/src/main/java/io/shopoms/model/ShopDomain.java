package io.shopoms.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The permanent domain of a Shopify store, {@code <handle>.myshopify.com}, in lower case. It is the key of a store in
 * every table and message: unlike a configured name it never changes.
 *
 * <p>Validated before any URL is built from it, so that no header of a stranger can point a request elsewhere.
 */
public record ShopDomain(@JsonValue String value) {

    private static final String SUFFIX = ".myshopify.com";
    private static final Pattern VALID = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}\\.myshopify\\.com");

    /** @throws IllegalArgumentException if {@code value} is not a domain below myshopify.com */
    @JsonCreator
    public ShopDomain {
        if (value == null) {
            throw new IllegalArgumentException("a shop domain is missing; expected <store>.myshopify.com");
        }
        value = value.trim().toLowerCase(Locale.ROOT);
        if (!VALID.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "'" + abbreviated(value) + "' is not a shop domain; expected <store>.myshopify.com");
        }
    }

    /** The part before {@code .myshopify.com}: the store's own name in external ids and logs. */
    public String handle() {
        return value.substring(0, value.length() - SUFFIX.length());
    }

    @Override
    public String toString() {
        return value;
    }

    private static String abbreviated(String value) {
        String printable = value.replaceAll("\\p{Cntrl}", "?");
        return printable.length() <= 80 ? printable : printable.substring(0, 80) + "…";
    }
}
