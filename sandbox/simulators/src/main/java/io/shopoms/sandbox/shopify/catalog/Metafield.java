package io.shopoms.sandbox.shopify.catalog;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;

/** A value of the merchant's or an app's own on a product or a variant. */
public record Metafield(
        long id,
        MetafieldOwner owner,
        String namespace,
        String key,
        String type,
        String value,
        Instant createdAt,
        Instant updatedAt) {

    Metafield with(String newType, String newValue, Instant now) {
        return new Metafield(id, owner, namespace, key, newType, newValue, createdAt, now);
    }

    boolean isNamed(String wantedNamespace, String wantedKey) {
        return namespace.equals(wantedNamespace) && key.equals(wantedKey);
    }

    /** Changes with the value: what compare-and-set compares. */
    public String compareDigest() {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest((type + "\n" + value).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
