package io.shopoms.sandbox.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Looks into one service's schema, as the proof that nothing was lost. */
final class CacheDatabase implements AutoCloseable {

    private final Connection connection;
    private final String schema;
    private final String table;

    private CacheDatabase(String jdbcUrl, String schema, String table) {
        this.schema = schema;
        this.table = table;
        try {
            connection = DriverManager.getConnection(jdbcUrl);
        } catch (SQLException e) {
            throw new IllegalStateException("the database does not answer", e);
        }
    }

    static CacheDatabase ofOrders(String jdbcUrl) {
        return new CacheDatabase(jdbcUrl, "order_sync", "shopify_order_cache");
    }

    static CacheDatabase ofProducts(String jdbcUrl) {
        return new CacheDatabase(jdbcUrl, "catalog_sync", "shopify_product_cache");
    }

    /** Records in the cache with a status. */
    long cached(String status) {
        return count("select count(*) from " + schema + "." + table + " where status = ?", status);
    }

    /** Webhooks that were taken in. */
    long taken() {
        return count("select count(*) from " + schema + ".webhook_receipt where webhook_id like ?", "benchmark-%");
    }

    /** What Shopify sent of a record that came by webhook; empty until it came. */
    Optional<String> raw(long id) {
        try (PreparedStatement statement =
                connection.prepareStatement("select raw from " + schema + "." + table + " where record_id = ?")) {
            statement.setLong(1, id);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private long count(String sql, String parameter) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, parameter);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Records that are through, one way or the other. */
    long done() {
        return cached("PROCESSED") + cached("FAILED");
    }

    /** The webhook ids of the deliveries that were taken in. */
    Set<String> receipts() {
        try (PreparedStatement statement =
                        connection.prepareStatement("select webhook_id from " + schema + ".webhook_receipt");
                ResultSet rows = statement.executeQuery()) {
            Set<String> ids = new HashSet<>();
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
            return ids;
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
