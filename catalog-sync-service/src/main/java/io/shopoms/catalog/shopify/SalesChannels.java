package io.shopoms.catalog.shopify;

import io.shopoms.sync.store.Store;
import java.util.List;

/** In which sales channels a store offers the products that shopOMS creates there. */
@FunctionalInterface
public interface SalesChannels {

    /** Their names, as Shopify's admin shows them; empty for none. */
    List<String> of(Store store);
}
