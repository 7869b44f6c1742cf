package io.shopoms.sandbox.odoo;

import java.math.BigDecimal;
import java.util.Map;

/**
 * What leaves the warehouse.
 *
 * @param tracking empty for none yet
 * @param carrier name of a delivery method, created if unknown; empty leaves the transfer's own
 * @param quantities by SKU; empty ships all that is reserved. The rest becomes a backorder
 */
public record Shipment(String tracking, String carrier, Map<String, BigDecimal> quantities) {

    public Shipment {
        quantities = Map.copyOf(quantities);
    }
}
