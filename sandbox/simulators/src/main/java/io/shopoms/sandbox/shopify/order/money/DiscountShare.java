package io.shopoms.sandbox.shopify.order.money;

import java.math.BigDecimal;

/** The part of the order's discount number {@code index} that fell on one line. */
public record DiscountShare(int index, BigDecimal amount) {}
