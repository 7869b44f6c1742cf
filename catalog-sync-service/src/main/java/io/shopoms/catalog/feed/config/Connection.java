package io.shopoms.catalog.feed.config;

import java.util.Map;
import java.util.Optional;

/**
 * Where a feed's file is.
 *
 * @param members of the credentials, without the secret ones
 */
public record Connection(ConnectionType type, Map<String, String> members) {

    public Connection {
        members = Map.copyOf(members);
    }

    /** @throws IllegalStateException if it is absent, which a checked configuration excludes */
    public String required(String member) {
        return find(member).orElseThrow(() -> new IllegalStateException(member + " is missing"));
    }

    public Optional<String> find(String member) {
        return Optional.ofNullable(members.get(member));
    }

    public int port() {
        return find("port").map(Integer::parseInt).orElse(type.defaultPort());
    }
}
