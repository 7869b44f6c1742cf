package io.shopoms.catalog;

import io.shopoms.catalog.policy.CatalogPolicies;
import io.shopoms.catalog.shopify.SalesChannels;
import io.shopoms.sync.store.Store;
import jakarta.inject.Singleton;
import java.util.List;

/** The sales channels that the merchant chose. */
@Singleton
class PolicySalesChannels implements SalesChannels {

    private final CatalogPolicies policies;

    PolicySalesChannels(CatalogPolicies policies) {
        this.policies = policies;
    }

    @Override
    public List<String> of(Store store) {
        return policies.of(store.shop()).publishTo();
    }
}
