package io.shopoms.catalog;

import io.shopoms.catalog.feed.run.FeedPolicy;
import io.shopoms.catalog.policy.CatalogPolicies;
import io.shopoms.catalog.policy.CatalogPolicy;
import io.shopoms.catalog.policy.CatalogSide;
import io.shopoms.model.ShopDomain;
import jakarta.inject.Singleton;
import java.util.TreeSet;

/** Which fields feeds lead in a store, and whether they decide what products exist. */
@Singleton
class FeedLeaderPolicy implements FeedPolicy {

    private final CatalogPolicies policies;

    FeedLeaderPolicy(CatalogPolicies policies) {
        this.policies = policies;
    }

    @Override
    public String of(ShopDomain store) {
        CatalogPolicy policy = policies.of(store);
        return (policy.leader() == CatalogSide.FEED ? "products " : "") + new TreeSet<>(policy.writtenFromFeeds());
    }
}
