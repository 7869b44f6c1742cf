package io.shopoms.sync.store;

import java.net.URI;
import java.util.Objects;

/**
 * Names one Odoo: stores with an equal one share it, with everything that is in it, whatever key each of them uses.
 *
 * @param url origin of the Odoo server
 * @param name its database
 */
public record OdooDatabase(URI url, String name) {

    public static OdooDatabase of(Store.OdooConnection connection) {
        return new OdooDatabase(connection.url(), connection.database());
    }

    public OdooDatabase {
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(name, "name");
    }

    /** In words, for logs and as a key in tables. */
    @Override
    public String toString() {
        return url + "/" + name;
    }
}
