package io.shopoms.inventory.policy;

import io.shopoms.model.ShopDomain;

/** The policy of each store. */
public interface StockPolicies {

    /** What holds for a store. */
    StockPolicy of(ShopDomain shop);
}
