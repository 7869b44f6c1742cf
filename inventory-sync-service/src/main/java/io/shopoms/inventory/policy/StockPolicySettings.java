package io.shopoms.inventory.policy;

import io.shopoms.inventory.stock.Drift.Decision;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** What a merchant chooses about stock, for all stores; {@link #stores()} holds what single stores choose otherwise. */
@ConfigMapping(prefix = "shopoms.inventory")
interface StockPolicySettings {

    /**
     * What happens to stock that somebody changed in Shopify: {@code correct} (Odoo is right), {@code adopt} (Odoo is
     * adjusted) or {@code show} (it stays, and a person decides).
     */
    @WithDefault("correct")
    Decision drift();

    /** How long a difference may wait for the order that explains it; afterwards it is drift. */
    @WithDefault("PT2M")
    Duration driftAfter();

    /** Units kept back of every item at every location, so that late orders find something to take. */
    @WithDefault("0")
    long buffer();

    /** What is kept for B2B of every item: {@code none}, units such as {@code 5}, or a share such as {@code 20%}. */
    @WithDefault("none")
    String allocation();

    /** By the handle of the store's domain, letters and digits only. */
    Map<String, StoreChoices> stores();

    /** What a single store chooses; absent is as for all. */
    interface StoreChoices {

        Optional<Decision> drift();

        Optional<Duration> driftAfter();

        Optional<Long> buffer();

        Optional<String> allocation();
    }
}
