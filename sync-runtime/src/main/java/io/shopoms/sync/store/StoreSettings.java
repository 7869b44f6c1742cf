package io.shopoms.sync.store;

import java.util.Optional;

/**
 * The settings of one store, as text: each is judged by {@link StoreReader}, so that a malformed one costs its store and
 * not the start of the service.
 */
interface StoreSettings {

    /** The store's permanent domain, {@code acme.myshopify.com}. */
    Optional<String> shopDomain();

    /** Secrets that sign the store's webhooks; used by the gateway alone. */
    Optional<String> webhookSecret();

    /** Admin API token of an existing custom app. */
    Optional<String> accessToken();

    /** Client id of a Dev Dashboard app, with {@link #clientSecret()} instead of an access token. */
    Optional<String> clientId();

    /** Secret that belongs to {@link #clientId()}. */
    Optional<String> clientSecret();

    /** Version of the Admin API; {@code 2026-10} unless given. */
    Optional<String> apiVersion();

    /** Origin of the Admin API; {@code https://} and the shop domain unless given. */
    Optional<String> adminUrl();

    /** Origin of the Odoo server, {@code https://odoo.example.com}. */
    Optional<String> odooUrl();

    /** Name of the Odoo database. */
    Optional<String> odooDatabase();

    /** API key of Odoo's integration user. */
    Optional<String> odooApiKey();

    /** Login of the key's user; needed by JSON-RPC only. */
    Optional<String> odooLogin();

    /** {@code json2} (Odoo 19 and newer, the default) or {@code jsonrpc} (18 and older). */
    Optional<String> odooTransport();
}
