package io.shopoms.sync.odoo;

import io.shopoms.sync.failure.SyncFailure.Misconfigured;
import io.shopoms.sync.failure.SyncFailureException;
import io.shopoms.sync.store.Store.OdooConnection;
import io.shopoms.sync.store.Store.Transport;
import java.net.URI;

/** Checks a connection's settings before a request is built from them, and builds addresses. */
final class OdooUrls {

    private OdooUrls() {}

    static URI below(URI origin, String path) {
        String base = origin.toString();
        return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
    }

    /** @throws SyncFailureException misconfigured, naming the setting */
    static OdooConnection checked(OdooConnection odoo) {
        URI url = odoo.url();
        boolean http = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
        if (!http || url.getHost() == null || url.getRawQuery() != null || url.getRawUserInfo() != null) {
            throw missing("ODOO_URL is not an address such as https://odoo.example.com", "ODOO_URL");
        }
        if (!isHeaderValue(odoo.database())) {
            throw missing("ODOO_DATABASE is missing or not a database name", "ODOO_DATABASE");
        }
        if (!isHeaderValue(odoo.apiKey())) {
            throw missing("ODOO_API_KEY is missing or holds blanks or letters that no key has", "ODOO_API_KEY");
        }
        if (odoo.transport() == Transport.JSONRPC && odoo.login().isEmpty()) {
            throw missing("ODOO_LOGIN is missing: JSON-RPC needs the login of the key's user", "ODOO_LOGIN");
        }
        return odoo;
    }

    static SyncFailureException missing(String message, String setting) {
        return new SyncFailureException(
                new Misconfigured(message, "Set " + setting + OdooSettings.SEVERAL_STORES + "."));
    }

    private static boolean isHeaderValue(String value) {
        return value != null && !value.isBlank() && value.chars().allMatch(c -> c > ' ' && c < 127);
    }
}
