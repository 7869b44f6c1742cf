package io.shopoms.sandbox.odoo.view;

import java.math.BigDecimal;

/** A product with its stock over all warehouses. */
public record ProductView(
        long id, String sku, String name, String type, BigDecimal price, BigDecimal onHand, BigDecimal free) {}
