package io.shopoms.sandbox.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;

/** Looks into the order service's schema, as the proof that nothing was lost. */
final class OrderDatabase implements AutoCloseable {

    private final Connection connection;

    OrderDatabase(String jdbcUrl) {
        try {
            connection = DriverManager.getConnection(jdbcUrl);
        } catch (SQLException e) {
            throw new IllegalStateException("the database does not answer", e);
        }
    }

    /** Orders in the cache with a status. */
    long cached(String status) {
        return count("select count(*) from order_sync.shopify_order_cache where status = ?", status);
    }

    /** Webhooks that were taken in. */
    long taken() {
        return count("select count(*) from order_sync.webhook_receipt where webhook_id like ?", "benchmark-%");
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

    /** Orders that are through, one way or the other. */
    long done() {
        return cached("PROCESSED") + cached("FAILED");
    }

    /** The webhook ids of the deliveries that were taken in. */
    Set<String> receipts() {
        try (PreparedStatement statement =
                        connection.prepareStatement("select webhook_id from order_sync.webhook_receipt");
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
