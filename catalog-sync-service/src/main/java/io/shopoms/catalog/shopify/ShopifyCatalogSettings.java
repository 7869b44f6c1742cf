package io.shopoms.catalog.shopify;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How products are fetched from Shopify and written to it; what a merchant chooses is in {@code policy}. */
@ConfigMapping(prefix = "shopoms.catalog.shopify")
public interface ShopifyCatalogSettings {

    /** Products in one page of a backfill; Shopify charges for each. */
    @WithDefault("25")
    int pageSize();

    /** A backfill of more products than this is one bulk operation of Shopify instead of pages; 0 for never. */
    @WithDefault("2000")
    int exportAbove();

    /** One run that writes more products than this uploads them as a file for a bulk operation; 0 for never. */
    @WithDefault("100")
    int uploadAbove();

    /** How often a bulk operation is looked at; Shopify's webhook about its end shortens the wait. */
    @WithDefault("PT5S")
    Duration pollInterval();

    /** How long one bulk operation that writes is waited for; then its products are tried again later. */
    @WithDefault("PT4M")
    Duration uploadPatience();

    /** How many products of a feed or of Odoo are written in one go, at most. */
    @WithDefault("500")
    int writeBatchSize();

    /** How long writing so many may take, with all bulk operations that it needs. */
    @WithDefault("PT30M")
    Duration writeDeadline();

    /** How far the look-back reaches. */
    @WithDefault("PT24H")
    Duration lookback();

    /** From the end of one look-back to the start of the next. */
    @WithDefault("PT1H")
    Duration lookbackInterval();

    /** How often Shopify is asked which of the known products it still has. */
    @WithDefault("PT24H")
    Duration deletionsInterval();
}
