package io.shopoms.sync.store;

import io.shopoms.model.ShopDomain;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/**
 * One Shopify store and the Odoo that it is kept in step with. A part that is not configured is absent; what needs it
 * fails as {@code Misconfigured}, naming the setting.
 *
 * @param shop the permanent domain, the key of the store
 * @param shopify how to call its Admin API
 * @param odoo how to call its Odoo
 */
public record Store(ShopDomain shop, Optional<ShopifyConnection> shopify, Optional<OdooConnection> odoo) {

    public Store {
        Objects.requireNonNull(shop, "shop");
        Objects.requireNonNull(shopify, "shopify");
        Objects.requireNonNull(odoo, "odoo");
    }

    /** The Odoo behind it, which other stores may share. */
    public Optional<OdooDatabase> odooDatabase() {
        return odoo.map(OdooDatabase::of);
    }

    /**
     * @param adminUrl origin of the Admin API, {@code https://{shop}} in production
     * @param apiVersion such as {@code 2026-10}
     * @param credentials how to get an access token
     */
    public record ShopifyConnection(URI adminUrl, String apiVersion, ShopifyCredentials credentials) {}

    /** Secrets print masked. */
    public sealed interface ShopifyCredentials {

        /** A token of an existing custom app; does not expire. */
        record StaticToken(String accessToken) implements ShopifyCredentials {
            @Override
            public String toString() {
                return "StaticToken[***]";
            }
        }

        /** A Dev-Dashboard app of the store's own organization; tokens live 24 hours and are asked for again. */
        record ClientCredentials(String clientId, String clientSecret) implements ShopifyCredentials {
            @Override
            public String toString() {
                return "ClientCredentials[" + clientId + ", ***]";
            }
        }
    }

    /**
     * @param url origin of the Odoo server
     * @param database its database
     * @param apiKey an API key of the integration user
     * @param transport which API to speak
     * @param login the key's user; needed by JSON-RPC only
     */
    public record OdooConnection(URI url, String database, String apiKey, Transport transport, Optional<String> login) {

        @Override
        public String toString() {
            return "OdooConnection[" + url + ", " + database + ", ***, " + transport + "]";
        }
    }

    /** JSON-2 exists since Odoo 19; JSON-RPC serves 18 and older. */
    public enum Transport {
        JSON2,
        JSONRPC
    }
}
