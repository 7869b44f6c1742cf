package io.shopoms.sandbox.shopify.graphql;

/** How many there are, or at least are. */
record Count(int count, String precision) {

    static Count exact(int count) {
        return new Count(count, "EXACT");
    }

    /** Shopify stops counting at the limit. */
    static Count upTo(long counted, Integer limit) {
        return limit != null && counted > limit ? new Count(limit, "AT_LEAST") : exact((int) counted);
    }
}
