package io.shopoms.sync.store;

import io.shopoms.model.ShopDomain;
import io.shopoms.sync.store.Store.OdooConnection;
import io.shopoms.sync.store.Store.ShopifyConnection;
import io.shopoms.sync.store.Store.ShopifyCredentials;
import io.shopoms.sync.store.Store.Transport;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Turns the settings of one store into a {@link Store}. Blank counts as missing. What cannot be used is left out and named
 * by its environment variable; values are never repeated, because some are secrets.
 */
final class StoreReader {

    static final String DEFAULT_API_VERSION = "2026-10";

    private static final Pattern API_VERSION = Pattern.compile("20\\d{2}-(01|04|07|10)|unstable");

    private final NamedSettings settings;
    private final StoreUrls urls;
    private final List<String> problems = new ArrayList<>();

    private StoreReader(NamedSettings settings, StoreUrls urls) {
        this.settings = settings;
        this.urls = urls;
    }

    /**
     * @param store absent if the shop domain itself is missing or malformed
     * @param problems what to set or to correct, one line each
     */
    record Reading(Optional<Store> store, List<String> problems) {}

    static Reading read(NamedSettings settings, StoreUrls urls) {
        StoreReader reader = new StoreReader(settings, urls);
        Optional<Store> store = reader.shopDomain().map(shop -> new Store(shop, reader.shopify(shop), reader.odoo()));
        return new Reading(store, List.copyOf(reader.problems));
    }

    private Optional<ShopDomain> shopDomain() {
        return required("shop-domain", settings.values().shopDomain()).flatMap(text -> {
            try {
                return Optional.of(new ShopDomain(text));
            } catch (IllegalArgumentException e) {
                return malformed("shop-domain", "is not a shop domain; expected <store>.myshopify.com");
            }
        });
    }

    private Optional<ShopifyConnection> shopify(ShopDomain shop) {
        StoreSettings values = settings.values();
        Optional<ShopifyCredentials> credentials = credentials();
        String version = given(values.apiVersion()).orElse(DEFAULT_API_VERSION);
        boolean versionFits = API_VERSION.matcher(version).matches();
        if (!versionFits) {
            malformed("api-version", "is not an Admin API version; expected one such as " + DEFAULT_API_VERSION);
        }
        String address = given(values.adminUrl()).orElse("https://" + shop.value());
        Optional<URI> url = origin("admin-url", address, urls::admin);
        return credentials.filter(c -> versionFits).flatMap(c -> url.map(u -> new ShopifyConnection(u, version, c)));
    }

    private Optional<ShopifyCredentials> credentials() {
        StoreSettings values = settings.values();
        Optional<String> token = given(values.accessToken());
        if (token.isPresent()) {
            return token.map(ShopifyCredentials.StaticToken::new);
        }
        Optional<String> id = given(values.clientId());
        Optional<String> secret = given(values.clientSecret());
        if (id.isEmpty() && secret.isEmpty()) {
            problems.add(settings.nameOf("access-token") + " is missing (or " + settings.nameOf("client-id") + " with "
                    + settings.nameOf("client-secret") + ")");
            return Optional.empty();
        }
        required("client-id", id);
        required("client-secret", secret);
        return id.flatMap(i -> secret.map(s -> new ShopifyCredentials.ClientCredentials(i, s)));
    }

    private Optional<OdooConnection> odoo() {
        StoreSettings values = settings.values();
        Optional<URI> url =
                required("odoo-url", values.odooUrl()).flatMap(text -> origin("odoo-url", text, urls::odoo));
        Optional<String> database = required("odoo-database", values.odooDatabase());
        Optional<String> key = required("odoo-api-key", values.odooApiKey());
        Optional<Transport> transport = transport();
        Optional<String> login = given(values.odooLogin());
        if (transport.filter(Transport.JSONRPC::equals).isPresent()) {
            login = required("odoo-login", login);
            if (login.isEmpty()) {
                return Optional.empty();
            }
        }
        if (url.isEmpty() || database.isEmpty() || key.isEmpty() || transport.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new OdooConnection(url.get(), database.get(), key.get(), transport.get(), login));
    }

    private Optional<Transport> transport() {
        String text = given(settings.values().odooTransport()).orElse("json2");
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "json2" -> Optional.of(Transport.JSON2);
            case "jsonrpc" -> Optional.of(Transport.JSONRPC);
            default -> malformed("odoo-transport", "is unknown; expected json2 or jsonrpc");
        };
    }

    private Optional<URI> origin(String setting, String text, StoreUrls.Rule rule) {
        try {
            return Optional.of(rule.read(text));
        } catch (IllegalArgumentException e) {
            return malformed(setting, e.getMessage());
        }
    }

    private Optional<String> required(String setting, Optional<String> value) {
        Optional<String> given = given(value);
        if (given.isEmpty()) {
            problems.add(settings.nameOf(setting) + " is missing");
        }
        return given;
    }

    private <T> Optional<T> malformed(String setting, String reason) {
        problems.add(settings.nameOf(setting) + " " + reason);
        return Optional.empty();
    }

    private static Optional<String> given(Optional<String> value) {
        return value.map(String::strip).filter(text -> !text.isEmpty());
    }
}
