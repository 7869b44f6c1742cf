package io.shopoms.sandbox.shopify.order.money;

import java.math.BigDecimal;

/** What one tax comes to on one line. */
public record TaxAmount(TaxRate tax, BigDecimal amount) {}
