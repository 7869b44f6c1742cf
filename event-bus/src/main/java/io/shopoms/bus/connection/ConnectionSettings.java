package io.shopoms.bus.connection;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Derives the framework's connection properties from {@code SHOPOMS_DB_URL} and {@code shopoms.db.schema}, so that a
 * deployment says them once for all services. Properties that are set explicitly win.
 */
public final class ConnectionSettings implements ConfigSourceFactory {

    static final String DATABASE_URL = "shopoms.db.url";
    static final String DATABASE_USER = "shopoms.db.username";
    static final String DATABASE_PASSWORD = "shopoms.db.password";
    static final String DATABASE_SCHEMA = "shopoms.db.schema";

    /** In the message of every failure to connect to {@link #NOWHERE}. */
    public static final String NOWHERE_HOST = "not-configured.invalid";

    /**
     * Stands in for a missing database address: without any, the pools are left out of the application and it cannot
     * start; with this one it starts, is not ready, and says which setting is missing.
     */
    static final String NOWHERE = "postgresql://" + NOWHERE_HOST + ":5432/shopoms";

    /** Above the libraries' defaults (100), below application.properties (250) and the environment. */
    private static final int ORDINAL = 200;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        Map<String, String> derived = new HashMap<>();
        DatabaseUrl url = DatabaseUrl.parse(NOWHERE);
        Optional<String> configured = value(context, DATABASE_URL);
        if (configured.isPresent()) {
            try {
                url = DatabaseUrl.parse(configured.get());
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("SHOPOMS_DB_URL " + e.getMessage()
                        + "; expected postgresql://user:password@host:port/database");
            }
        }
        derived.put("quarkus.datasource.jdbc.url", url.jdbcUrl());
        derived.put("quarkus.datasource.reactive.url", url.reactiveUrl());
        value(context, DATABASE_USER).or(url::user).ifPresent(user -> derived.put("quarkus.datasource.username", user));
        value(context, DATABASE_PASSWORD)
                .or(url::password)
                .ifPresent(password -> derived.put("quarkus.datasource.password", password));
        value(context, DATABASE_SCHEMA).ifPresent(schema -> {
            derived.put("quarkus.flyway.default-schema", schema);
            derived.put("quarkus.flyway.schemas", schema);
            derived.put("quarkus.datasource.reactive.additional-properties.search_path", schema);
        });
        return List.of(new PropertiesConfigSource(derived, "SHOPOMS_DB_URL", ORDINAL));
    }

    @Override
    public OptionalInt getPriority() {
        return OptionalInt.of(ORDINAL);
    }

    private static Optional<String> value(ConfigSourceContext context, String name) {
        return Optional.ofNullable(context.getValue(name))
                .map(ConfigValue::getValue)
                .filter(value -> !value.isBlank())
                .map(String::strip);
    }
}
