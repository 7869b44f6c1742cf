package io.shopoms.catalog.feed.config;

import java.util.List;
import java.util.Set;

/** How a feed's file is reached, and which members its credentials have. */
public enum ConnectionType {
    FTP(List.of("host", "username", "filePath"), Set.of("port", "password"), 21),
    /** FTP that turns to TLS before anybody logs in. */
    FTPS(List.of("host", "username", "filePath"), Set.of("port", "password", "certificate"), 21),
    SFTP(
            List.of("host", "username", "filePath", "hostKey"),
            Set.of("port", "password", "privateKey", "passphrase"),
            22),
    HTTP(List.of("url"), Set.of("username", "password", "token", "query"), 80),
    HTTPS(List.of("url"), Set.of("username", "password", "token", "query", "certificate"), 443),
    /** Below the directory that the service's settings name. */
    FILE(List.of("filePath"), Set.of(), 0);

    /** Members that are encrypted, and never answered. */
    public static final Set<String> SECRETS = Set.of("password", "privateKey", "passphrase", "token", "query");

    private final List<String> required;
    private final Set<String> optional;
    private final int port;

    ConnectionType(List<String> required, Set<String> optional, int port) {
        this.required = required;
        this.optional = optional;
        this.port = port;
    }

    List<String> required() {
        return required;
    }

    boolean knows(String member) {
        return required.contains(member) || optional.contains(member);
    }

    public int defaultPort() {
        return port;
    }
}
