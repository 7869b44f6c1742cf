package io.shopoms.sync.store;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** The Shopify side of the only store: {@code SHOPIFY_SHOP_DOMAIN} and so on. */
@ConfigMapping(prefix = "shopify")
interface SingleShopifyConfig {

    /** The store's permanent domain, {@code acme.myshopify.com}. */
    Optional<String> shopDomain();

    /** Secrets that sign the store's webhooks, separated by commas; used by the gateway alone. */
    Optional<String> webhookSecret();

    /** Admin API token of an existing custom app. */
    Optional<String> accessToken();

    /** Client id of a Dev Dashboard app, with the client secret instead of an access token. */
    Optional<String> clientId();

    /** Secret that belongs to the client id. */
    Optional<String> clientSecret();

    /** Version of the Admin API; {@code 2026-10} unless given. */
    Optional<String> apiVersion();

    /** Origin of the Admin API; {@code https://} and the shop domain unless given. */
    Optional<String> adminUrl();
}
