package io.shopoms.catalog.feed.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads where a feed's file is; secrets go a way of their own. */
final class ConnectionReader {

    /** Secrets of one line; keys have several. */
    private static final Set<String> LINES = Set.of("password", "passphrase", "token", "query");

    private final Members config;

    ConnectionReader(Members config) {
        this.config = config;
    }

    Connection read() {
        config.required("connection_type");
        ConnectionType type =
                config.oneOf("connection_type", ConnectionType.class).orElse(ConnectionType.FILE);
        Map<String, String> members = new TreeMap<>();
        config.object("credentials").ifPresentOrElse(given -> members(type, given, members), () -> {
            if (!config.has("credentials")) {
                config.wrong("credentials", "is missing");
            }
        });
        return new Connection(type, members);
    }

    private static void members(ConnectionType type, Members given, Map<String, String> members) {
        for (Map.Entry<String, JsonNode> entry : given.entries()) {
            String name = entry.getKey();
            if (!type.knows(name)) {
                given.wrong(name, "does not belong to this connection_type");
            } else if (ConnectionType.SECRETS.contains(name)) {
                secret(given, name);
            } else {
                given.nonBlank(name).ifPresent(text -> members.put(name, text));
            }
        }
        for (String name : type.required()) {
            if (!given.has(name)) {
                given.wrong(
                        name,
                        name.equals("hostKey")
                                ? "is missing: the server's key, as SHA256:… or as a line of known_hosts"
                                : "is missing");
            }
        }
        check(type, given, members);
    }

    /** The text itself goes another way; of another kind, it would be dropped there and the old one with it. */
    private static void secret(Members given, String name) {
        JsonNode secret = given.raw(name);
        if (!secret.isNull() && !secret.isTextual()) {
            given.wrong(name, "expected a text");
        } else if (LINES.contains(name) && hasControls(secret.asText())) {
            given.wrong(name, "must not hold control characters");
        }
    }

    private static void check(ConnectionType type, Members given, Map<String, String> members) {
        String port = members.getOrDefault("port", "1");
        if (!port.matches("\\d{1,5}") || Integer.parseInt(port) < 1 || Integer.parseInt(port) > 65_535) {
            given.wrong("port", "expected a number from 1 to 65535");
        }
        if (members.containsKey("host") && !members.get("host").matches("[A-Za-z0-9._:\\[\\]-]{1,253}")) {
            given.wrong("host", "expected a host's name or address alone");
        }
        if (hasControls(members.getOrDefault("username", ""))) {
            given.wrong("username", "must not hold control characters");
        }
        if (members.containsKey("filePath") && isUnsafe(members.get("filePath"))) {
            given.wrong("filePath", "must not hold .. or control characters");
        }
        if (members.containsKey("url") && !isUrl(type, members.get("url"))) {
            given.wrong(
                    "url",
                    "expected an address that begins with " + type.name().toLowerCase(Locale.ROOT)
                            + "://, without user and password; they are members of their own");
        }
    }

    /** {@code ..} leaves the place that was meant; a line end in FTP would be a command. */
    private static boolean isUnsafe(String path) {
        return List.of(path.split("[/\\\\]", -1)).contains("..") || hasControls(path);
    }

    /** In FTP and HTTP, a line end would begin a command or header of its own. */
    private static boolean hasControls(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }

    private static boolean isUrl(ConnectionType type, String text) {
        try {
            URI uri = new URI(text);
            return type.name().equalsIgnoreCase(uri.getScheme())
                    && uri.getHost() != null
                    && uri.getUserInfo() == null
                    && uri.getPort() <= 65_535;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** The name that the file's format may be told from. */
    static String fileName(Connection connection) {
        return connection
                .find("filePath")
                .or(() -> connection.find("url").flatMap(ConnectionReader::path))
                .orElse("");
    }

    private static Optional<String> path(String url) {
        try {
            return Optional.ofNullable(new URI(url).getPath());
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
