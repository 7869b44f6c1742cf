package io.shopoms.sync.store;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

/**
 * Which addresses a store may name. An access token follows the Admin address wherever it points, so beyond this machine
 * it must be {@code https}. Odoo is commonly reached over plain {@code http} inside a private network.
 *
 * @param allowPlainHttp drops the rule for the Admin address
 */
record StoreUrls(boolean allowPlainHttp) {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    /** Reads an origin; an {@link IllegalArgumentException} says what is wrong without repeating the value. */
    interface Rule {
        URI read(String text);
    }

    URI admin(String text) {
        URI origin = origin(text);
        boolean secret = origin.getScheme().equals("https") || LOOPBACK.contains(origin.getHost());
        if (!secret && !allowPlainHttp) {
            throw new IllegalArgumentException(
                    "must start with https:// (plain http only to this machine, or with SHOPOMS_SYNC_STORE_ALLOW_PLAIN_HTTP=true)");
        }
        return origin;
    }

    URI odoo(String text) {
        return origin(text);
    }

    private static URI origin(String text) {
        URI uri;
        try {
            uri = new URI(text);
        } catch (URISyntaxException e) {
            // The cause would carry the value, which may hold a password.
            throw new IllegalArgumentException("is not a URL");
        }
        if (!"https".equals(uri.getScheme()) && !"http".equals(uri.getScheme()) || uri.getHost() == null) {
            throw new IllegalArgumentException("is not an http(s) URL such as https://odoo.example.com");
        }
        if (uri.getUserInfo() != null) {
            throw new IllegalArgumentException("must not hold a user name or password");
        }
        boolean bare = uri.getRawPath() == null || uri.getRawPath().matches("/*");
        if (!bare || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new IllegalArgumentException("must be an origin without path, such as https://odoo.example.com");
        }
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        return URI.create(uri.getScheme() + "://" + uri.getHost() + port);
    }
}
