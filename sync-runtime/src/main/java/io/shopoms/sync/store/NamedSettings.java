package io.shopoms.sync.store;

import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A store's settings together with how each is called in the environment, so that a complaint names what to set.
 *
 * @param values the settings
 * @param environmentName from a setting's own name, such as {@code odoo-api-key}, to the variable's name
 */
record NamedSettings(StoreSettings values, UnaryOperator<String> environmentName) {

    /** {@code SHOPIFY_ACCESS_TOKEN}, {@code ODOO_API_KEY}. */
    static NamedSettings single(SingleShopifyConfig shopify, SingleOdooConfig odoo) {
        return new NamedSettings(
                new Single(shopify, odoo),
                setting -> upper(setting.startsWith("odoo-") ? setting : "shopify-" + setting));
    }

    /** {@code SHOPOMS_STORES_ACME_ACCESS_TOKEN}, {@code SHOPOMS_STORES_ACME_ODOO_API_KEY}. */
    static NamedSettings named(String name, StoreSettings values) {
        return new NamedSettings(values, setting -> upper("shopoms-stores-" + name + "-" + setting));
    }

    String nameOf(String setting) {
        return environmentName.apply(setting);
    }

    private static String upper(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    private record Single(SingleShopifyConfig shopify, SingleOdooConfig odoo) implements StoreSettings {

        @Override
        public Optional<String> shopDomain() {
            return shopify.shopDomain();
        }

        @Override
        public Optional<String> webhookSecret() {
            return shopify.webhookSecret();
        }

        @Override
        public Optional<String> accessToken() {
            return shopify.accessToken();
        }

        @Override
        public Optional<String> clientId() {
            return shopify.clientId();
        }

        @Override
        public Optional<String> clientSecret() {
            return shopify.clientSecret();
        }

        @Override
        public Optional<String> apiVersion() {
            return shopify.apiVersion();
        }

        @Override
        public Optional<String> adminUrl() {
            return shopify.adminUrl();
        }

        @Override
        public Optional<String> odooUrl() {
            return odoo.url();
        }

        @Override
        public Optional<String> odooDatabase() {
            return odoo.database();
        }

        @Override
        public Optional<String> odooApiKey() {
            return odoo.apiKey();
        }

        @Override
        public Optional<String> odooLogin() {
            return odoo.login();
        }

        @Override
        public Optional<String> odooTransport() {
            return odoo.transport();
        }
    }
}
