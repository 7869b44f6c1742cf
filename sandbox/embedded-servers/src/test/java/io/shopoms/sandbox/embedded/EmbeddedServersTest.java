package io.shopoms.sandbox.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import java.net.ConnectException;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class EmbeddedServersTest {

    @Test
    void theBrokerComesBackAtTheSameAddress() throws Exception {
        // Given
        String url = EmbeddedServers.brokerUrl();
        EmbeddedServers.stopBroker();
        assertThatThrownBy(() -> connect(url)).isInstanceOf(ConnectException.class);

        // When
        EmbeddedServers.startBroker();

        // Then
        assertThat(EmbeddedServers.brokerUrl()).isEqualTo(url);
        connect(url);
    }

    @Test
    void theDatabaseComesBackWithItsData() throws SQLException {
        // Given
        String url = EmbeddedServers.databaseUrl();
        execute(url, "create table kept (id int)");
        EmbeddedServers.stopDatabase();
        assertThatThrownBy(() -> execute(url, "select 1")).isInstanceOf(SQLException.class);

        // When
        EmbeddedServers.startDatabase();

        // Then
        execute(url, "drop table kept");
    }

    @Test
    void theTestResourceHandsOutBothAddresses() {
        // Given
        EmbeddedServersResource resource = new EmbeddedServersResource();

        // When
        var settings = resource.start();

        // Then
        assertThat(settings)
                .containsEntry("shopoms.db.url", EmbeddedServers.databaseUrl())
                .containsEntry("shopoms.amqp.url", EmbeddedServers.brokerUrl());
    }

    private static void connect(String url) throws Exception {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setUri(url);
        try (Connection connection = factory.newConnection()) {
            assertThat(connection.isOpen()).isTrue();
        }
    }

    private static void execute(String url, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
