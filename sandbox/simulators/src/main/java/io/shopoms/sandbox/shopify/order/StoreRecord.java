package io.shopoms.sandbox.shopify.order;

import java.time.Instant;

/** What all records that can be listed have. */
public interface StoreRecord {

    long id();

    Instant createdAt();

    Instant updatedAt();
}
