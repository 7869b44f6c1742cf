package io.shopoms.sandbox.shopify.graphql;

import java.util.LinkedHashMap;
import java.util.Map;

/** A top-level GraphQL error in Shopify's form. */
final class AdminError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient Map<String, Object> more;

    AdminError(String code, String message) {
        this(code, message, Map.of());
    }

    /** @param more further entries of {@code extensions} */
    AdminError(String code, String message, Map<String, Object> more) {
        super(message, null, false, false);
        this.code = code;
        this.more = more;
    }

    Map<String, Object> extensions() {
        Map<String, Object> extensions = new LinkedHashMap<>();
        extensions.put("code", code);
        extensions.putAll(more);
        return extensions;
    }
}
