package io.shopoms.catalog.policy;

import io.quarkus.runtime.Startup;
import io.shopoms.catalog.policy.CatalogPolicySettings.StoreChoices;
import io.shopoms.model.ShopDomain;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The policy of each store; made at the start, so that a malformed setting stops it. */
@Startup
@ApplicationScoped
public class CatalogPolicies {

    private final CatalogPolicy general;
    private final Map<String, CatalogPolicy> byStore = new HashMap<>();

    CatalogPolicies(CatalogPolicySettings settings) {
        this.general = new CatalogPolicy(
                settings.leader(),
                FieldLeaders.parse(settings.leaders().orElse(List.of())),
                settings.matchBy().orElse(List.of()),
                settings.publishTo().orElse(List.of()));
        settings.stores().forEach((store, choices) -> byStore.put(plain(store), chosen(choices)));
    }

    /** What holds for a store. */
    public CatalogPolicy of(ShopDomain shop) {
        return byStore.getOrDefault(plain(shop.handle()), general);
    }

    private CatalogPolicy chosen(StoreChoices store) {
        return new CatalogPolicy(
                store.leader().orElse(general.leader()),
                store.leaders().map(FieldLeaders::parse).orElse(general.leaders()),
                store.matchBy().orElse(general.matchBy()),
                store.publishTo().orElse(general.publishTo()));
    }

    /** An environment variable keeps neither case nor punctuation: {@code ACMESHOP} is {@code acme-shop}. */
    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
