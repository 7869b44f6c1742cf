package io.shopoms.sandbox.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectionsTest {

    private static final Credentials CREDENTIALS = new Credentials("whsec", "shpat_x", "odookey");

    @ParameterizedTest
    @CsvSource({
        "postgresql://u:p@db:5432/x, jdbc:postgresql://db:5432/x?user=u&password=p",
        "postgresql://u@db/x, jdbc:postgresql://db/x?user=u",
        "postgresql://u:p@db/x?sslmode=require, jdbc:postgresql://db/x?sslmode=require&user=u&password=p",
        "jdbc:postgresql://db/x?user=u, jdbc:postgresql://db/x?user=u",
        "postgresql://db/x, jdbc:postgresql://db/x"
    })
    void databaseUrlBecomesOneThatJdbcUnderstands(String given, String expected) {
        assertThat(connections(Map.of("SHOPOMS_DB_URL", given)).jdbcUrl()).isEqualTo(expected);
    }

    @Test
    void sandboxPartsAreOnTheLoopback() {
        Connections connections = connections(Map.of());

        assertThat(connections.amqpUrl()).isEqualTo("amqp://shopoms:shopoms@127.0.0.1:25672/");
        assertThat(connections.shopify().adminUrl()).isEqualTo("http://127.0.0.1:8090");
        assertThat(connections.shopify().webhookSecret()).isEqualTo("whsec");
        assertThat(connections.odoo()).isEqualTo(new Connections.Odoo("http://127.0.0.1:8091", "shopoms", "odookey"));
    }

    @Test
    void realOdooIsReachedAsTheEnvironmentSays() {
        Connections connections = connections(
                Map.of("ODOO_URL", "https://odoo.acme.example", "ODOO_DATABASE", "acme", "ODOO_API_KEY", "secret"));

        assertThat(connections.odoo()).isEqualTo(new Connections.Odoo("https://odoo.acme.example", "acme", "secret"));
    }

    private static Connections connections(Map<String, String> environment) {
        StackSettings settings = new StackSettings(Path.of("."), Path.of(".shopoms"), Ports.FIXED, environment);
        return Connections.of(settings, External.from(environment), CREDENTIALS);
    }
}
