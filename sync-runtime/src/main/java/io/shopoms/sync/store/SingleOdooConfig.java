package io.shopoms.sync.store;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** The Odoo side of the only store: {@code ODOO_URL} and so on. */
@ConfigMapping(prefix = "odoo")
interface SingleOdooConfig {

    /** Origin of the Odoo server, {@code https://odoo.example.com}. */
    Optional<String> url();

    /** Name of the Odoo database. */
    Optional<String> database();

    /** API key of Odoo's integration user. */
    Optional<String> apiKey();

    /** Login of the key's user; needed by JSON-RPC only. */
    Optional<String> login();

    /** {@code json2} (Odoo 19 and newer, the default) or {@code jsonrpc} (18 and older). */
    Optional<String> transport();
}
