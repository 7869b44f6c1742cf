package io.shopoms.inventory.intake;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.LocalTime;

/** How changes of stock are found in Shopify, besides its webhooks. */
@ConfigMapping(prefix = "shopoms.inventory.shopify")
public interface ShopifyLookSettings {

    /** From the end of one look at the levels that changed in Shopify to the start of the next. */
    @WithDefault("PT5M")
    Duration levelsInterval();

    /** How far such a look reaches back before the newest change that was seen: Shopify's search shows changes late. */
    @WithDefault("PT10M")
    Duration levelsOverlap();

    /** How far the very first look at a location reaches back. */
    @WithDefault("PT1H")
    Duration levelsLookBack();

    /** How often the list of locations is read, besides at the start and after webhooks about locations. */
    @WithDefault("PT1H")
    Duration locationsInterval();

    /** The time of day, in UTC, at which all levels are compared. */
    @WithDefault("03:00")
    LocalTime reconcileAt();

    /** How often Shopify's export of all levels is looked at while it is made. */
    @WithDefault("PT5S")
    Duration exportPollInterval();
}
