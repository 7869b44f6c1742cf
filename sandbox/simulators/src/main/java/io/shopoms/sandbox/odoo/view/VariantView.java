package io.shopoms.sandbox.odoo.view;

import java.math.BigDecimal;
import java.util.List;

/** A variant with what tells it from the others, and its stock over all warehouses. @param weight in kg */
public record VariantView(
        long id,
        String externalId,
        String sku,
        String barcode,
        List<String> values,
        BigDecimal price,
        BigDecimal weight,
        boolean active,
        BigDecimal onHand) {}
