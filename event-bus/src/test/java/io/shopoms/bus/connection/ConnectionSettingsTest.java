package io.shopoms.bus.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConnectionSettingsTest {

    @Test
    void oneUrlConfiguresBothPools() {
        // When
        SmallRyeConfig config = config(Map.of("SHOPOMS_DB_URL", "postgresql://ada:secret@db/oms"));

        // Then
        assertThat(text(config, "quarkus.datasource.jdbc.url")).isEqualTo("jdbc:postgresql://db:5432/oms");
        assertThat(text(config, "quarkus.datasource.reactive.url")).isEqualTo("postgresql://db:5432/oms");
        assertThat(text(config, "quarkus.datasource.username")).isEqualTo("ada");
        assertThat(text(config, "quarkus.datasource.password")).isEqualTo("secret");
    }

    @Test
    void separateCredentialsWin() {
        // When
        SmallRyeConfig config = config(Map.of(
                "SHOPOMS_DB_URL", "postgresql://ada:secret@db/oms",
                "SHOPOMS_DB_USERNAME", "grace",
                "SHOPOMS_DB_PASSWORD", "other"));

        // Then
        assertThat(text(config, "quarkus.datasource.username")).isEqualTo("grace");
        assertThat(text(config, "quarkus.datasource.password")).isEqualTo("other");
    }

    @Test
    void theSchemaAppliesToMigrationsAndConnections() {
        // When
        SmallRyeConfig config = config(Map.of("shopoms.db.schema", "webhook_gateway"));

        // Then
        assertThat(text(config, "quarkus.flyway.default-schema")).isEqualTo("webhook_gateway");
        assertThat(text(config, "quarkus.datasource.reactive.additional-properties.search_path"))
                .isEqualTo("webhook_gateway");
    }

    @Test
    void withoutAnAddressTheServiceStillStarts() {
        // When
        SmallRyeConfig config = config(Map.of("SHOPOMS_DB_URL", " "));

        // Then
        assertThat(text(config, "quarkus.datasource.jdbc.url")).contains("not-configured.invalid");
    }

    @Test
    void anUnreadableAddressNamesItsSettingAndNotThePassword() {
        assertThatThrownBy(() -> config(Map.of("SHOPOMS_DB_URL", "mysql://ada:hunter2@db/oms")))
                .hasStackTraceContaining("SHOPOMS_DB_URL must start with postgresql://")
                .satisfies(e -> assertThat(e.toString()).doesNotContain("hunter2"));
    }

    private static SmallRyeConfig config(Map<String, String> environment) {
        return new SmallRyeConfigBuilder()
                .withSources(new io.smallrye.config.EnvConfigSource(environment, 300))
                .withSources(new PropertiesConfigSource(environment, "given", 301))
                .withSources(new ConnectionSettings())
                .build();
    }

    private static String text(SmallRyeConfig config, String name) {
        return config.getValue(name, String.class);
    }
}
