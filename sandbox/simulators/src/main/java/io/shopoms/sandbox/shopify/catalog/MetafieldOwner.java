package io.shopoms.sandbox.shopify.catalog;

import java.util.List;

/** What can have metafields. */
public sealed interface MetafieldOwner permits Product, Variant {

    long id();

    /** PRODUCT or PRODUCTVARIANT. */
    String ownerType();

    /** In the order in which they were set. */
    List<Metafield> metafields();
}
