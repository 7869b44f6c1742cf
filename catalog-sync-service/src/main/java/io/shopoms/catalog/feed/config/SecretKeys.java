package io.shopoms.catalog.feed.config;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The keys that secrets are encrypted with, by their names. */
final class SecretKeys {

    private static final int KEY_BYTES = 32;

    private final Map<String, SecretKey> keys = new LinkedHashMap<>();

    /** @throws IllegalArgumentException naming the entry, never the key, that is not of the documented form */
    SecretKeys(List<String> entries) {
        for (String entry : entries) {
            int colon = entry.indexOf(':');
            String name = colon < 1 ? "" : entry.substring(0, colon).strip();
            if (!name.matches("[A-Za-z0-9_-]{1,40}") || keys.put(name, key(name, entry.substring(colon + 1))) != null) {
                throw new IllegalArgumentException(
                        "shopoms.catalog.feeds.keys: each entry is <name>:<32 bytes in base64>, each name once");
            }
        }
    }

    /** The one that encrypts. */
    Optional<String> newest() {
        return keys.keySet().stream().findFirst();
    }

    Set<String> names() {
        return Set.copyOf(keys.keySet());
    }

    Optional<SecretKey> find(String name) {
        return Optional.ofNullable(keys.get(name));
    }

    private static SecretKey key(String name, String base64) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException e) {
            bytes = new byte[0];
        }
        if (bytes.length != KEY_BYTES) {
            throw new IllegalArgumentException("shopoms.catalog.feeds.keys: the key '" + name + "' is not " + KEY_BYTES
                    + " bytes in base64 (openssl rand -base64 32)");
        }
        return new SecretKeySpec(bytes, "AES");
    }

    @Override
    public String toString() {
        return "SecretKeys" + keys.keySet();
    }
}
