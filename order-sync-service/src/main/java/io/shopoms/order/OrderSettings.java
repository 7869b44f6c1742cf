package io.shopoms.order;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How orders are brought into Odoo. */
@ConfigMapping(prefix = "shopoms.orders")
public interface OrderSettings {

    /** What to do with orders of a test gateway: {@code ignore} or {@code process}. */
    @WithDefault("ignore")
    TestOrders testOrders();

    /** The largest amount, in the order's currency, that one rounding line may carry; 0 allows none. */
    @WithDefault("0.05")
    BigDecimal roundingLimit();

    /** Payment gateways that mean cash on delivery; compared by letters and digits. */
    @WithDefault("cash_on_delivery,cash on delivery (cod),cod")
    List<String> codGateways();

    /** Whether Shopify's order tags become tags of the Odoo order. */
    @WithDefault("true")
    boolean copyTags();

    /**
     * Which Odoo tax to use where several have the same rate: {@code <percent>:<included|excluded>=<id>}, separated by
     * commas, such as {@code 19:included=5,7.25:excluded=6}.
     */
    Optional<List<String>> taxes();

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

    /** A policy for test orders. */
    enum TestOrders {
        IGNORE,
        PROCESS
    }
}
