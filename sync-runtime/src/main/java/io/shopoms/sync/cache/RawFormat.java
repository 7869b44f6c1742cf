package io.shopoms.sync.cache;

/** Where a raw record came from, and so how it is spelled. */
public enum RawFormat {
    /** The body of a Shopify webhook. */
    WEBHOOK,
    /** A node of a Shopify GraphQL answer. */
    GRAPHQL,
    /** A record read from Odoo. */
    ODOO,
    /** A product that a feed holds. */
    FEED
}
