package io.shopoms.catalog.intake;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How changed templates are found in Odoo. */
@ConfigMapping(prefix = "shopoms.catalog.odoo")
public interface OdooPollSettings {

    /** Pause between two looks at one store's Odoo. */
    @WithDefault("15S")
    Duration pollInterval();

    /**
     * How far a look reaches back before the newest change that was seen. Odoo dates a change with the start of its
     * transaction, so this must be at least as long as Odoo's longest transaction ({@code limit_time_real}).
     */
    @WithDefault("150S")
    Duration pollOverlap();

    /** How far the very first look at a store reaches back. */
    @WithDefault("7D")
    Duration pollLookBack();

    /** How often Odoo is asked which of the linked templates it still has, where it decides what products exist. */
    @WithDefault("1H")
    Duration deletionsInterval();
}
