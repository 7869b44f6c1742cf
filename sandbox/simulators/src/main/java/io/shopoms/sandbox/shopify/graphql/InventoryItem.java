package io.shopoms.sandbox.shopify.graphql;

import io.shopoms.sandbox.shopify.catalog.Variant;

/** A variant, seen as what lies in the warehouse. */
record InventoryItem(Variant variant) {}
