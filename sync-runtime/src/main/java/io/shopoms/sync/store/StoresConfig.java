package io.shopoms.sync.store;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.util.Map;

/** Several stores, each under a name of its own: {@code SHOPOMS_STORES_<NAME>_SHOP_DOMAIN} and so on. */
@ConfigMapping(prefix = "shopoms.stores")
interface StoresConfig {

    /** The stores by name; the name only tells the settings apart, the key of a store is its shop domain. */
    @WithParentName
    Map<String, StoreSettings> stores();
}
