package io.shopoms.gateway.store;

import io.shopoms.gateway.verify.HmacVerifier;
import io.shopoms.model.ShopDomain;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The stores that may send webhooks. A store that is configured in part is left out, and said to be. */
@ApplicationScoped
public class GatewayStores {

    private static final String SINGLE = "default";

    private final Map<ShopDomain, HmacVerifier> verifiers;
    private final List<String> problems;

    public GatewayStores(StoresConfig config) {
        Map<ShopDomain, HmacVerifier> found = new HashMap<>();
        List<String> wrong = new ArrayList<>();
        config.byName().forEach((name, store) -> read(name, store, found, wrong));
        if (found.isEmpty() && wrong.isEmpty()) {
            wrong.add("no store is configured: set SHOPIFY_SHOP_DOMAIN and SHOPIFY_WEBHOOK_SECRET");
        }
        verifiers = Map.copyOf(found);
        problems = List.copyOf(wrong);
    }

    /** How to verify a store's webhooks; empty for a store that we do not serve. */
    public Optional<HmacVerifier> verifierOf(ShopDomain shop) {
        return Optional.ofNullable(verifiers.get(shop));
    }

    /** Whether webhooks of at least one store can be verified. */
    public boolean isAnyServed() {
        return !verifiers.isEmpty();
    }

    /** What is wrong with the configuration, each naming the setting; empty when all is well. */
    public List<String> problems() {
        return problems;
    }

    private static void read(
            String name, StoresConfig.StoreConfig store, Map<ShopDomain, HmacVerifier> found, List<String> wrong) {
        Optional<String> domain = store.shopDomain().filter(value -> !value.isBlank());
        List<String> secrets = store.webhookSecret().orElse(List.of()).stream()
                .map(String::strip)
                .filter(secret -> !secret.isEmpty())
                .toList();
        if (domain.isEmpty() && secrets.isEmpty()) {
            return;
        }
        if (domain.isEmpty()) {
            wrong.add(setting(name, "SHOP_DOMAIN") + " is missing");
        } else if (secrets.isEmpty()) {
            wrong.add(setting(name, "WEBHOOK_SECRET") + " is missing");
        } else {
            add(name, domain.get(), secrets, found, wrong);
        }
    }

    private static void add(
            String name, String domain, List<String> secrets, Map<ShopDomain, HmacVerifier> found, List<String> wrong) {
        try {
            if (found.putIfAbsent(new ShopDomain(domain), new HmacVerifier(secrets)) != null) {
                wrong.add(setting(name, "SHOP_DOMAIN") + " names a store that another entry names, too");
            }
        } catch (IllegalArgumentException e) {
            wrong.add(setting(name, "SHOP_DOMAIN") + ": " + e.getMessage());
        }
    }

    /** The environment variable behind a store's setting. */
    private static String setting(String name, String property) {
        return name.equals(SINGLE)
                ? "SHOPIFY_" + property
                : "SHOPOMS_STORES_" + name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_") + "_" + property;
    }
}
