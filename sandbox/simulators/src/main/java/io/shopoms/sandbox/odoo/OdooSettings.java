package io.shopoms.sandbox.odoo;

import io.shopoms.sandbox.odoo.tax.RoundingMethod;
import java.util.Map;
import java.util.Objects;

/**
 * How a simulated Odoo is set up.
 *
 * @param port 0 for any free one
 * @param database the name that callers must give
 * @param login of the integration user
 * @param apiKey of the integration user
 * @param rounding the company's rounding of taxes
 * @param demoCatalog whether the products and taxes of {@link DemoCatalog} are there
 * @param lastingIds whether what people and services add gets ids that no simulated Odoo before it gave, so that services
 *     which keep their tables over its restart do not take new records for old ones
 * @param version 19, or 18 for an Odoo without JSON-2
 */
public record OdooSettings(
        int port,
        String database,
        String login,
        String apiKey,
        RoundingMethod rounding,
        boolean demoCatalog,
        boolean lastingIds,
        int version) {

    public OdooSettings {
        Objects.requireNonNull(rounding, "rounding");
        if (database.isBlank() || login.isBlank() || apiKey.isBlank()) {
            throw new IllegalArgumentException("database, login and API key must not be blank");
        }
        if (version < 17 || version > 19) {
            throw new IllegalArgumentException("version must be 17, 18 or 19");
        }
    }

    /** Any free port, an empty catalog, rounding per line. */
    public static OdooSettings forTests() {
        return new OdooSettings(
                0, "shopoms", "shopoms", "test-odoo-api-key", RoundingMethod.ROUND_PER_LINE, false, false, 19);
    }

    /** For the local stack: {@code SIM_ODOO_PORT}, {@code ODOO_DATABASE}, {@code ODOO_LOGIN}, {@code ODOO_API_KEY}. */
    public static OdooSettings of(Map<String, String> environment) {
        return new OdooSettings(
                port(value(environment, "SIM_ODOO_PORT", "8091")),
                value(environment, "ODOO_DATABASE", "shopoms"),
                value(environment, "ODOO_LOGIN", "shopoms"),
                value(environment, "ODOO_API_KEY", "demo-odoo-api-key"),
                RoundingMethod.ROUND_PER_LINE,
                true,
                true,
                19);
    }

    private static int port(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("SIM_ODOO_PORT must be a port number", e);
        }
    }

    private static String value(Map<String, String> environment, String name, String otherwise) {
        String value = environment.get(name);
        return value == null || value.isBlank() ? otherwise : value;
    }

    public OdooSettings onPort(int other) {
        return new OdooSettings(other, database, login, apiKey, rounding, demoCatalog, lastingIds, version);
    }

    public OdooSettings withRounding(RoundingMethod other) {
        return new OdooSettings(port, database, login, apiKey, other, demoCatalog, lastingIds, version);
    }

    public OdooSettings withDemoCatalog() {
        return new OdooSettings(port, database, login, apiKey, rounding, true, lastingIds, version);
    }

    public OdooSettings withApiKey(String other) {
        return new OdooSettings(port, database, login, other, rounding, demoCatalog, lastingIds, version);
    }

    /** 18 has no JSON-2. */
    public OdooSettings asVersion(int other) {
        return new OdooSettings(port, database, login, apiKey, rounding, demoCatalog, lastingIds, other);
    }

    @Override
    public String toString() {
        return "OdooSettings[port=" + port + ", database=" + database + ", login=" + login + ", apiKey=***, rounding="
                + rounding.odooName() + ", version=" + version + "]";
    }
}
