package io.shopoms.bus.connection;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where the PostgreSQL database is, as people write it: {@code postgresql://user:password@host:5432/name}, with
 * {@code postgres:}, with {@code jdbc:} in front, or with the credentials as {@code ?user=&password=}. Other parameters
 * ({@code sslmode}) are handed on.
 */
record DatabaseUrl(
        String host,
        int port,
        String database,
        Optional<String> user,
        Optional<String> password,
        List<String> parameters) {

    private static final int DEFAULT_PORT = 5432;

    /** @throws IllegalArgumentException if the text is not such a URL; the message does not repeat it (password) */
    static DatabaseUrl parse(String text) {
        String bare = text.strip();
        bare = bare.startsWith("jdbc:") ? bare.substring("jdbc:".length()) : bare;
        URI uri = Urls.parse(bare, "postgresql", "postgres");
        String database = uri.getRawPath() == null ? "" : uri.getRawPath().replaceFirst("^/", "");
        if (database.isEmpty()) {
            throw new IllegalArgumentException("names no database");
        }
        Optional<String> user = Urls.user(uri);
        Optional<String> password = Urls.password(uri);
        List<String> others = new ArrayList<>();
        for (String parameter :
                uri.getRawQuery() == null ? new String[0] : uri.getRawQuery().split("&")) {
            if (parameter.startsWith("user=")) {
                user = Optional.of(parameterValue(parameter));
            } else if (parameter.startsWith("password=")) {
                password = Optional.of(parameterValue(parameter));
            } else if (!parameter.isBlank()) {
                others.add(parameter);
            }
        }
        int port = uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort();
        return new DatabaseUrl(uri.getHost(), port, database, user, password, List.copyOf(others));
    }

    String jdbcUrl() {
        return "jdbc:" + reactiveUrl();
    }

    String reactiveUrl() {
        String query = parameters.isEmpty() ? "" : "?" + String.join("&", parameters);
        return "postgresql://" + host + ":" + port + "/" + database + query;
    }

    @Override
    public String toString() {
        return reactiveUrl();
    }

    private static String parameterValue(String parameter) {
        return Urls.decoded(parameter.substring(parameter.indexOf("=") + 1));
    }
}
