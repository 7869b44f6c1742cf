package io.shopoms.sandbox.shopify.order;

import java.time.Instant;

/** A buyer, known by e-mail address. */
public record Customer(
        long id,
        long addressId,
        String email,
        String phone,
        String firstName,
        String lastName,
        Address address,
        String currency,
        Instant createdAt) {}
