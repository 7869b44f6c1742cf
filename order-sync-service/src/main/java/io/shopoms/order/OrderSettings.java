package io.shopoms.order;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How orders are fetched and looked up; what a merchant chooses is in {@code policy}. */
@ConfigMapping(prefix = "shopoms.orders")
public interface OrderSettings {

    /** How long ids of products, taxes, countries and the like are remembered before Odoo is asked again. */
    @WithDefault("PT10M")
    Duration referencesExpireAfter();

    /** Orders in one page of a backfill; Shopify charges for each. */
    @WithDefault("25")
    int backfillPageSize();

    /** How far the hourly look-back reaches. */
    @WithDefault("PT24H")
    Duration lookback();

    /** From the end of one look-back to the start of the next. */
    @WithDefault("PT1H")
    Duration lookbackInterval();
}
