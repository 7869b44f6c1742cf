package io.shopoms.sandbox.stack;

import java.util.Map;
import java.util.Optional;

/**
 * Which parts the user replaced by real servers, read from the environment. A replaced part is not started.
 *
 * @param databaseUrl {@code SHOPOMS_DB_URL}
 * @param brokerUrl {@code SHOPOMS_AMQP_URL}
 * @param shopify whether {@code SHOPIFY_SHOP_DOMAIN} and a credential are given, or stores are configured by name
 * @param odoo whether {@code ODOO_URL} is given, or stores are configured by name
 */
record External(Optional<String> databaseUrl, Optional<String> brokerUrl, boolean shopify, boolean odoo) {

    static External from(Map<String, String> environment) {
        boolean namedStores = environment.keySet().stream().anyMatch(key -> key.startsWith("SHOPOMS_STORES_"));
        boolean shop = given(environment, "SHOPIFY_SHOP_DOMAIN").isPresent();
        boolean shopCredential = given(environment, "SHOPIFY_ACCESS_TOKEN").isPresent()
                || given(environment, "SHOPIFY_CLIENT_ID").isPresent();
        if (shop && !shopCredential) {
            throw new StackProblem("SHOPIFY_SHOP_DOMAIN is set without a credential: set SHOPIFY_ACCESS_TOKEN, or"
                    + " SHOPIFY_CLIENT_ID and SHOPIFY_CLIENT_SECRET, or unset it to use the simulated Shopify");
        }
        boolean odoo = given(environment, "ODOO_URL").isPresent();
        if (odoo && given(environment, "ODOO_API_KEY").isEmpty()) {
            throw new StackProblem(
                    "ODOO_URL is set without ODOO_API_KEY: set the key, or unset ODOO_URL to use the simulated Odoo");
        }
        return new External(
                given(environment, "SHOPOMS_DB_URL"),
                given(environment, "SHOPOMS_AMQP_URL"),
                shop || namedStores,
                odoo || namedStores);
    }

    private static Optional<String> given(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }
}
