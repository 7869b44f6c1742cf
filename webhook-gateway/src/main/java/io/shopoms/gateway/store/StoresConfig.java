package io.shopoms.gateway.store;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the gateway needs to know of the stores: who they are and how they sign. It does not read their other settings, so
 * that it holds no key that it does not need.
 */
@ConfigMapping(prefix = "shopoms.stores")
public interface StoresConfig {

    /** By a name of your choice; {@code default} is filled from {@code SHOPIFY_SHOP_DOMAIN} and {@code SHOPIFY_WEBHOOK_SECRET}. */
    @WithParentName
    Map<String, StoreConfig> byName();

    interface StoreConfig {

        /** The store's permanent domain, {@code <store>.myshopify.com}. */
        Optional<String> shopDomain();

        /** The app's client secret; during a rotation the new and the old one, separated by a comma. */
        Optional<List<String>> webhookSecret();
    }
}
