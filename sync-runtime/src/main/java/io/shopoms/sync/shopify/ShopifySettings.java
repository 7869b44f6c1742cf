package io.shopoms.sync.shopify;

import io.shopoms.sync.failure.SyncFailure.Misconfigured;
import io.shopoms.sync.failure.SyncFailureException;
import io.shopoms.sync.store.Store.ShopifyConnection;
import io.shopoms.sync.store.Store.ShopifyCredentials.ClientCredentials;
import io.shopoms.sync.store.Store.ShopifyCredentials.StaticToken;
import java.net.URI;
import java.util.regex.Pattern;

/** Checks a store's settings before a request is built from them; the settings that remedies point to. */
final class ShopifySettings {

    static final String SEVERAL_STORES = " (with several stores: shopoms.stores.<name>.…)";

    private static final Pattern API_VERSION = Pattern.compile("\\d{4}-\\d{2}|unstable");

    private ShopifySettings() {}

    /** @throws SyncFailureException misconfigured, naming the setting */
    static ShopifyConnection checked(ShopifyConnection shopify) {
        URI url = shopify.adminUrl();
        boolean http = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
        if (!http || url.getHost() == null || url.getRawQuery() != null || url.getRawUserInfo() != null) {
            throw missing(
                    "SHOPIFY_ADMIN_URL is not an address such as https://acme.myshopify.com", "SHOPIFY_ADMIN_URL");
        }
        if (!API_VERSION.matcher(shopify.apiVersion()).matches()) {
            throw missing("SHOPIFY_API_VERSION is not a version such as 2026-10", "SHOPIFY_API_VERSION");
        }
        if (shopify.credentials() instanceof StaticToken token && !isHeaderValue(token.accessToken())) {
            throw missing(
                    "SHOPIFY_ACCESS_TOKEN is missing or holds blanks or letters that no token has",
                    "SHOPIFY_ACCESS_TOKEN");
        }
        if (shopify.credentials() instanceof ClientCredentials app
                && (app.clientId().isBlank() || app.clientSecret().isBlank())) {
            throw missing(
                    "SHOPIFY_CLIENT_ID or SHOPIFY_CLIENT_SECRET is missing",
                    "SHOPIFY_CLIENT_ID and SHOPIFY_CLIENT_SECRET");
        }
        return shopify;
    }

    static SyncFailureException missing(String message, String setting) {
        return new SyncFailureException(new Misconfigured(message, "Set " + setting + SEVERAL_STORES + "."));
    }

    static boolean isHeaderValue(String value) {
        return value != null && !value.isBlank() && value.chars().allMatch(c -> c > ' ' && c < 127);
    }

    static URI below(URI origin, String path) {
        String base = origin.toString();
        return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
    }
}
