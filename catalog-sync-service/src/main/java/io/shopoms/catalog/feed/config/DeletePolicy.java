package io.shopoms.catalog.feed.config;

/** What becomes in Shopify of a product that its feed no longer holds. */
public enum DeletePolicy {
    /** It is shown to nobody, and can be brought back. */
    ARCHIVE,
    /** It is gone for good. */
    DELETE,
    /** It stays as it is. */
    KEEP
}
