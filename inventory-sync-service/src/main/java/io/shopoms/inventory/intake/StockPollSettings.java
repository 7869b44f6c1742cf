package io.shopoms.inventory.intake;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How changes of stock are found in Odoo. */
@ConfigMapping(prefix = "shopoms.inventory.odoo")
public interface StockPollSettings {

    /** Pause between two looks at one Odoo; stores that use the same Odoo with the same key share the looks. */
    @WithDefault("10S")
    Duration pollInterval();

    /**
     * How far a look reaches back before the newest change that was seen. Odoo dates a change with the start of its
     * transaction, so this must be at least as long as Odoo's longest transaction ({@code limit_time_real}).
     */
    @WithDefault("150S")
    Duration pollOverlap();

    /** How far the very first look at a store's Odoo reaches back. */
    @WithDefault("1H")
    Duration pollLookBack();
}
