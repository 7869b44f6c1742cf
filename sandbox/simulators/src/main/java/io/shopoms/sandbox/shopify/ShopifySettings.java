package io.shopoms.sandbox.shopify;

import io.shopoms.sandbox.shopify.webhook.RetrySchedule;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;

/**
 * How the simulated Shopify is set up.
 *
 * @param port 0 for any free one
 * @param shopDomain {@code acme.myshopify.com}
 * @param accessToken the static token that is accepted
 * @param clientId and clientSecret what the token endpoint accepts
 * @param webhookSecret what webhooks are signed with
 * @param webhookTarget the gateway; empty for no webhooks yet
 * @param restoreRate points per second that may be spent on GraphQL: 100 on the Standard plan
 * @param zone the shop's own, for the times in webhooks
 */
public record ShopifySettings(
        int port,
        String shopDomain,
        String accessToken,
        String clientId,
        String clientSecret,
        String webhookSecret,
        Optional<URI> webhookTarget,
        RetrySchedule retries,
        int restoreRate,
        Currency currency,
        ZoneId zone,
        Clock clock) {

    /** A shop "acme" on a free port, without webhooks. */
    public static ShopifySettings defaults() {
        return new ShopifySettings(
                0,
                "acme.myshopify.com",
                "shpat_simulated",
                "simulated-client",
                "shpss_simulated",
                "shpss_simulated",
                Optional.empty(),
                RetrySchedule.SHORTENED,
                100,
                Currency.getInstance("USD"),
                ZoneId.of("America/New_York"),
                Clock.systemUTC());
    }

    /**
     * The settings of the process: {@code SIM_SHOPIFY_PORT}, {@code SHOPIFY_SHOP_DOMAIN}, {@code SHOPIFY_ACCESS_TOKEN},
     * {@code SHOPIFY_CLIENT_ID}, {@code SHOPIFY_CLIENT_SECRET}, {@code SHOPIFY_WEBHOOK_SECRET} (the first of a list signs)
     * and {@code SIM_WEBHOOK_TARGET}.
     *
     * @throws IllegalArgumentException naming the variable that is wrong
     */
    public static ShopifySettings from(Map<String, String> environment) {
        ShopifySettings defaults = defaults();
        return new ShopifySettings(
                Environment.port(environment, "SIM_SHOPIFY_PORT", 8090),
                Environment.text(environment, "SHOPIFY_SHOP_DOMAIN", defaults.shopDomain()),
                Environment.text(environment, "SHOPIFY_ACCESS_TOKEN", defaults.accessToken()),
                Environment.text(environment, "SHOPIFY_CLIENT_ID", defaults.clientId()),
                Environment.text(environment, "SHOPIFY_CLIENT_SECRET", defaults.clientSecret()),
                Environment.text(environment, "SHOPIFY_WEBHOOK_SECRET", defaults.webhookSecret())
                        .split(",")[0]
                        .trim(),
                Environment.address(environment, "SIM_WEBHOOK_TARGET"),
                defaults.retries(),
                defaults.restoreRate(),
                defaults.currency(),
                defaults.zone(),
                defaults.clock());
    }

    public ShopifySettings withPort(int value) {
        return new ShopifySettings(
                value,
                shopDomain,
                accessToken,
                clientId,
                clientSecret,
                webhookSecret,
                webhookTarget,
                retries,
                restoreRate,
                currency,
                zone,
                clock);
    }

    public ShopifySettings withShopDomain(String value) {
        return new ShopifySettings(
                port,
                value,
                accessToken,
                clientId,
                clientSecret,
                webhookSecret,
                webhookTarget,
                retries,
                restoreRate,
                currency,
                zone,
                clock);
    }

    public ShopifySettings withAccessToken(String value) {
        return new ShopifySettings(
                port,
                shopDomain,
                value,
                clientId,
                clientSecret,
                webhookSecret,
                webhookTarget,
                retries,
                restoreRate,
                currency,
                zone,
                clock);
    }

    public ShopifySettings withWebhooks(URI target, String secret) {
        return new ShopifySettings(
                port,
                shopDomain,
                accessToken,
                clientId,
                clientSecret,
                secret,
                Optional.of(target),
                retries,
                restoreRate,
                currency,
                zone,
                clock);
    }

    public ShopifySettings withRetries(RetrySchedule value) {
        return new ShopifySettings(
                port,
                shopDomain,
                accessToken,
                clientId,
                clientSecret,
                webhookSecret,
                webhookTarget,
                value,
                restoreRate,
                currency,
                zone,
                clock);
    }

    public ShopifySettings withRestoreRate(int value) {
        return new ShopifySettings(
                port,
                shopDomain,
                accessToken,
                clientId,
                clientSecret,
                webhookSecret,
                webhookTarget,
                retries,
                value,
                currency,
                zone,
                clock);
    }

    public ShopifySettings withClock(Clock value) {
        return new ShopifySettings(
                port,
                shopDomain,
                accessToken,
                clientId,
                clientSecret,
                webhookSecret,
                webhookTarget,
                retries,
                restoreRate,
                currency,
                zone,
                value);
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "ShopifySettings[" + shopDomain + ", port " + port + "]";
    }
}
