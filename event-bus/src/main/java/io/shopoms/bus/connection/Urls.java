package io.shopoms.bus.connection;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** What database and broker URLs share. No message repeats the URL: it may hold a password. */
final class Urls {

    private Urls() {}

    static URI parse(String text, String... schemes) {
        URI uri;
        try {
            uri = new URI(text);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("is not a URL (at position " + e.getIndex() + ")");
        }
        if (uri.getScheme() == null || !Arrays.asList(schemes).contains(uri.getScheme())) {
            throw new IllegalArgumentException("must start with " + String.join(":// or ", schemes) + "://");
        }
        if (uri.getHost() == null) {
            throw new IllegalArgumentException("names no host");
        }
        return uri;
    }

    static Optional<String> user(URI uri) {
        return credentials(uri, 0);
    }

    static Optional<String> password(URI uri) {
        return credentials(uri, 1);
    }

    /** A plus sign is itself here, not a blank as in forms. */
    private static Optional<String> credentials(URI uri, int index) {
        return Optional.ofNullable(uri.getRawUserInfo())
                .map(info -> info.split(":", 2))
                .filter(parts -> parts.length > index && !parts[index].isEmpty())
                .map(parts -> decoded(parts[index]));
    }

    static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
