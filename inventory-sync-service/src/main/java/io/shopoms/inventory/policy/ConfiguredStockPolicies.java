package io.shopoms.inventory.policy;

import io.quarkus.runtime.Startup;
import io.shopoms.inventory.policy.StockPolicySettings.StoreChoices;
import io.shopoms.model.ShopDomain;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Policies from the configuration; made at the start, so that a malformed setting stops it. */
@Startup
@ApplicationScoped
class ConfiguredStockPolicies implements StockPolicies {

    private final StockPolicy general;
    private final Map<String, StockPolicy> byStore = new HashMap<>();

    ConfiguredStockPolicies(StockPolicySettings settings) {
        this.general = new StockPolicy(
                settings.drift(),
                settings.driftAfter(),
                settings.buffer(),
                Allocations.parse("shopoms.inventory.allocation", settings.allocation()));
        settings.stores().forEach((store, choices) -> byStore.put(plain(store), chosen(store, choices)));
    }

    @Override
    public StockPolicy of(ShopDomain shop) {
        return byStore.getOrDefault(plain(shop.handle()), general);
    }

    private StockPolicy chosen(String name, StoreChoices store) {
        return new StockPolicy(
                store.drift().orElse(general.drift()),
                store.driftAfter().orElse(general.driftAfter()),
                store.buffer().orElse(general.buffer()),
                store.allocation()
                        .map(text -> Allocations.parse("shopoms.inventory.stores." + name + ".allocation", text))
                        .orElse(general.allocation()));
    }

    /** An environment variable keeps neither case nor punctuation: {@code ACMESHOP} is {@code acme-shop}. */
    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
