package io.shopoms.sandbox.shopify.order;

import java.time.Instant;

/** A step on a parcel's way. */
public record FulfillmentEvent(
        long id,
        String status,
        Instant happenedAt,
        Instant createdAt,
        Instant estimatedDeliveryAt,
        String message,
        String address1,
        String city,
        String province,
        String country,
        String zip,
        Double latitude,
        Double longitude) {}
