package io.shopoms.sandbox.stack;

import java.util.Map;

/**
 * Where everything is, for services and for scripts.
 *
 * @param databaseUrl {@code postgresql://…}, with user
 * @param amqpUrl {@code amqp://…}, with user
 * @param shopify the store and its Admin API
 * @param odoo the ERP
 */
record Connections(String databaseUrl, String amqpUrl, Shopify shopify, Odoo odoo) {

    static final String SHOP_DOMAIN = "acme.myshopify.com";
    static final String API_VERSION = "2026-10";
    static final String ODOO_DATABASE = "shopoms";

    record Shopify(String adminUrl, String shopDomain, String accessToken, String webhookSecret, String apiVersion) {}

    record Odoo(String url, String database, String apiKey) {}

    static Connections of(StackSettings settings, External external, Credentials credentials) {
        Map<String, String> env = settings.environment();
        Ports ports = settings.ports();
        return new Connections(
                external.databaseUrl().orElse("postgresql://postgres@127.0.0.1:" + ports.database() + "/shopoms"),
                external.brokerUrl().orElse("amqp://shopoms:shopoms@127.0.0.1:" + ports.broker() + "/"),
                external.shopify()
                        ? new Shopify(
                                env.getOrDefault(
                                        "SHOPIFY_ADMIN_URL", "https://" + env.getOrDefault("SHOPIFY_SHOP_DOMAIN", "")),
                                env.getOrDefault("SHOPIFY_SHOP_DOMAIN", ""),
                                env.getOrDefault("SHOPIFY_ACCESS_TOKEN", ""),
                                env.getOrDefault("SHOPIFY_WEBHOOK_SECRET", ""),
                                env.getOrDefault("SHOPIFY_API_VERSION", API_VERSION))
                        : new Shopify(
                                "http://127.0.0.1:" + ports.shopify(),
                                SHOP_DOMAIN,
                                credentials.shopifyToken(),
                                credentials.webhookSecret(),
                                API_VERSION),
                external.odoo()
                        ? new Odoo(
                                env.getOrDefault("ODOO_URL", ""),
                                env.getOrDefault("ODOO_DATABASE", ""),
                                env.getOrDefault("ODOO_API_KEY", ""))
                        : new Odoo("http://127.0.0.1:" + ports.odoo(), ODOO_DATABASE, credentials.odooKey()));
    }

    /** The form that JDBC clients want. */
    String jdbcUrl() {
        String plain = databaseUrl.startsWith("jdbc:") ? databaseUrl.substring("jdbc:".length()) : databaseUrl;
        return "jdbc:" + withCredentialsAsParameters(plain);
    }

    private static String withCredentialsAsParameters(String url) {
        int scheme = url.indexOf("://");
        int at = url.indexOf('@', scheme + 3);
        if (scheme < 0 || at < 0) {
            return url;
        }
        String[] user = url.substring(scheme + 3, at).split(":", 2);
        String rest = url.substring(0, scheme + 3) + url.substring(at + 1);
        String parameters = "user=" + user[0] + (user.length > 1 ? "&password=" + user[1] : "");
        return rest + (rest.contains("?") ? "&" : "?") + parameters;
    }
}
