package io.shopoms.inventory.policy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long orders are remembered. */
@ConfigMapping(prefix = "shopoms.inventory.orders")
public interface OrderMemorySettings {

    /** How long an order that Odoo's stock accounts for is remembered after the last that was heard of it. */
    @WithDefault("P30D")
    Duration keepSettled();

    /**
     * How long units of an order are kept back that never gets into Odoo. Then somebody has forgotten it, and its units are
     * offered again.
     */
    @WithDefault("P90D")
    Duration waitAtMost();
}
