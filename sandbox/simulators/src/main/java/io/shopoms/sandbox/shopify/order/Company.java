package io.shopoms.sandbox.shopify.order;

import java.time.Instant;

/** A place of a company that orders, with the person who acts for it. */
public record Company(
        long id,
        String name,
        String externalId,
        long locationId,
        String locationName,
        long contactId,
        Instant createdAt) {}
