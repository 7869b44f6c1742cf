package io.shopoms.sandbox.odoo.company;

import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.Record;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a database holds before anybody works in it: one company (USD, US), currencies, countries, one warehouse, the 15 %
 * sales tax as default, a sales team, a carrier, two users.
 */
public final class FreshDatabase {

    private FreshDatabase() {}

    /** @param login of the integration user, whose id is 2 */
    public static void fill(Env env, String login, String roundingMethod) {
        currencies(env);
        Places.fill(env);
        Units.fill(env);
        company(env, roundingMethod);
        env.create("res.users", Map.of("name", "Administrator", "login", "admin"));
        env.create("res.users", Map.of("name", "shopOMS integration", "login", login));
        env.create("product.pricelist", Map.of("name", "Default", "currency_id", 1L));
        env.create("crm.team", Map.of("name", "Sales"));
        env.create("account.payment.term", Map.of("name", "Immediate Payment"));
        env.create("account.fiscal.position", Map.of("name", "Domestic"));
        env.create("product.category", Map.of("name", "Goods"));
        taxes(env);
        Warehouses.commonLocations(env);
        Warehouses.create(env, "WH", "My Company");
        carrier(env);
    }

    private static void currencies(Env env) {
        currency(env, "USD", "$", 2, "1", true);
        currency(env, "EUR", "€", 2, "0.92", true);
        currency(env, "GBP", "£", 2, "0.79", false);
        currency(env, "JPY", "¥", 0, "150", false);
        currency(env, "KWD", "KD", 3, "0.31", false);
        currency(env, "INR", "₹", 2, "83", false);
        currency(env, "CAD", "$", 2, "1.36", false);
        currency(env, "AUD", "$", 2, "1.52", false);
        currency(env, "CHF", "CHF", 2, "0.88", false);
        currency(env, "SEK", "kr", 2, "10.5", false);
    }

    private static void currency(Env env, String name, String symbol, long decimals, String rate, boolean active) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", name);
        values.put("symbol", symbol);
        values.put("decimal_places", decimals);
        values.put("rate", new BigDecimal(rate));
        values.put("active", active);
        env.create("res.currency", values);
    }

    private static void company(Env env, String roundingMethod) {
        long country = env.search("res.country", List.of(List.of("code", "=", "US")), "id")
                .get(0)
                .id();
        Record partner =
                env.create("res.partner", Map.of("name", "My Company", "is_company", true, "country_id", country));
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", "My Company");
        values.put("currency_id", 1L);
        values.put("country_id", country);
        values.put("account_fiscal_country_id", country);
        values.put("partner_id", partner.id());
        values.put("tax_calculation_rounding_method", roundingMethod);
        env.create("res.company", values);
    }

    private static void taxes(Env env) {
        Record group = env.create("account.tax.group", Map.of("name", "Taxes"));
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", "15%");
        values.put("amount", new BigDecimal("15"));
        values.put("tax_group_id", group.id());
        Record standard = env.create("account.tax", values);
        env.write(env.require("res.company", 1), Map.of("account_sale_tax_id", standard.id()));
    }

    private static void carrier(Env env) {
        Record product = env.create(
                "product.product",
                Map.of(
                        "name",
                        "Standard delivery",
                        "default_code",
                        "Delivery_007",
                        "type",
                        "service",
                        "taxes_id",
                        false));
        env.create("delivery.carrier", Map.of("name", "Standard delivery", "product_id", product.id()));
    }
}
