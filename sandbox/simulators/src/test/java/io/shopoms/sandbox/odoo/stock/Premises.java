package io.shopoms.sandbox.odoo.stock;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.sandbox.odoo.fixtures.Odoo;
import java.util.List;
import java.util.Map;

/**
 * Two warehouses, the first with a shelf in its stock, and the places beyond them.
 *
 * @param first id of the first warehouse
 * @param second id of the second warehouse
 * @param stock the first one's stock location
 * @param shelf a location in it
 * @param other the second one's stock location
 */
record Premises(
        long first,
        long second,
        long stock,
        long shelf,
        long other,
        long vendors,
        long customers,
        long loss,
        long receipts,
        long deliveries,
        long internal) {

    private static final String CODE = "ANNEX";
    private static final String SHELF = "Shelf";

    /** Finds them, or makes what is not there. @param administrator may make warehouses */
    static Premises of(Odoo administrator) {
        JsonNode first = warehouse(administrator, List.of(List.of("code", "!=", CODE)));
        JsonNode second = warehouse(administrator, List.of(List.of("code", "=", CODE)));
        if (second.isMissingNode()) {
            administrator.ok(
                    "stock.warehouse", "create", Map.of("vals_list", List.of(Map.of("name", "Annex", "code", CODE))));
            second = warehouse(administrator, List.of(List.of("code", "=", CODE)));
        }
        long stock = id(first, "lot_stock_id");
        return new Premises(
                first.get("id").asLong(),
                second.get("id").asLong(),
                stock,
                shelf(administrator, stock),
                id(second, "lot_stock_id"),
                place(administrator, "supplier"),
                place(administrator, "customer"),
                place(administrator, "inventory"),
                id(first, "in_type_id"),
                id(first, "out_type_id"),
                id(first, "int_type_id"));
    }

    private static JsonNode warehouse(Odoo odoo, List<?> domain) {
        return odoo.ok(
                        "stock.warehouse",
                        "search_read",
                        Map.of(
                                "domain",
                                domain,
                                "fields",
                                List.of("lot_stock_id", "in_type_id", "out_type_id", "int_type_id"),
                                "order",
                                "id",
                                "limit",
                                1))
                .path(0);
    }

    private static long shelf(Odoo odoo, long stock) {
        List<?> domain = List.of(List.of("name", "=", SHELF), List.of("location_id", "=", stock));
        JsonNode found = odoo.ok("stock.location", "search", Map.of("domain", domain));
        return found.isEmpty()
                ? odoo.ok(
                                "stock.location",
                                "create",
                                Map.of("vals_list", List.of(Map.of("name", SHELF, "location_id", stock))))
                        .get(0)
                        .asLong()
                : found.get(0).asLong();
    }

    private static long place(Odoo odoo, String usage) {
        return odoo.ok(
                        "stock.location",
                        "search",
                        Map.of("domain", List.of(List.of("usage", "=", usage)), "order", "id", "limit", 1))
                .get(0)
                .asLong();
    }

    private static long id(JsonNode row, String field) {
        return row.get(field).get(0).asLong();
    }

    /** A name that is the same in every database. */
    String name(long location) {
        return location == stock
                ? "stock"
                : location == shelf
                        ? "shelf"
                        : location == other
                                ? "other"
                                : location == vendors
                                        ? "vendors"
                                        : location == customers ? "customers" : location == loss ? "loss" : "?";
    }
}
