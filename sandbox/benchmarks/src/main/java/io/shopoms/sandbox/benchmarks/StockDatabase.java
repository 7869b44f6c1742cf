package io.shopoms.sandbox.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** The inventory service's schema: what is linked, and what is still to be done. */
final class StockDatabase implements AutoCloseable {

    private final Connection connection;

    StockDatabase(String jdbcUrl) {
        try {
            connection = DriverManager.getConnection(jdbcUrl);
        } catch (SQLException e) {
            throw new IllegalStateException("the database does not answer", e);
        }
    }

    /** Stores links as the service does when it hears of them, but for making the items due: the comparison finds them. */
    void link(List<ObjectNode> links) {
        try (PreparedStatement statement = connection.prepareStatement(
                "insert into inventory_sync.product_inventory (store, shopify_product_id, odoo_product_id,"
                        + " catalog_product_id, shopify_variant_id, inventory_item_id, sku, linked_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, now())"
                        + " on conflict (store, inventory_item_id) do update set"
                        + " odoo_product_id = excluded.odoo_product_id,"
                        + " catalog_product_id = excluded.catalog_product_id,"
                        + " shopify_variant_id = excluded.shopify_variant_id,"
                        + " shopify_product_id = excluded.shopify_product_id, linked_at = now()")) {
            for (ObjectNode link : links) {
                JsonNode variant = link.path("variants").path(0);
                statement.setString(1, link.path("shop").asText());
                statement.setLong(2, link.path("shopifyProductId").asLong());
                statement.setLong(3, variant.path("odooProductId").asLong());
                statement.setLong(4, variant.path("odooProductId").asLong());
                statement.setLong(5, variant.path("shopifyVariantId").asLong());
                statement.setLong(6, variant.path("inventoryItemId").asLong());
                statement.setString(7, variant.path("sku").asText());
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Places in Odoo that a location's stock lies in. */
    long mapped() {
        return count("select count(*) from inventory_sync.location_source");
    }

    /** Items that were looked at, and need not be again. */
    long done() {
        return count("select count(*) from inventory_sync.shopify_inventory_cache where status <> 'PENDING'");
    }

    long pending() {
        return count("select count(*) from inventory_sync.shopify_inventory_cache where status = 'PENDING'");
    }

    /** Items that failed, or wait for something with a reason. */
    long failures() {
        return count("select count(*) from inventory_sync.product_inventory where failure_kind is not null");
    }

    long drifts() {
        return count("select count(*) from inventory_sync.inventory_drift");
    }

    private long count(String sql) {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
