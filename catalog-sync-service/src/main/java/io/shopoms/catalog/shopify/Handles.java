package io.shopoms.catalog.shopify;

import io.shopoms.catalog.product.Product;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;

/** Handles for new products: the last part of a product's address in the shop. */
final class Handles {

    /** Shopify allows 255 letters; addresses that long help nobody. */
    private static final int LONGEST = 100;

    private static final int SUFFIX = 8;

    private Handles() {}

    /** Of the title, as Shopify would choose it; of the reference, if the title has no letter of the Latin alphabet. */
    static String of(Product product, String reference) {
        String plain = Normalizer.normalize(product.title().orElse(""), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        String handle = plain.length() > LONGEST ? plain.substring(0, LONGEST).replaceAll("-+$", "") : plain;
        return handle.isEmpty() ? "product-" + hash(reference) : handle;
    }

    /** For when something else has the first one. */
    static String other(String handle, String reference) {
        return handle.endsWith(hash(reference)) ? handle : handle + "-" + hash(reference);
    }

    private static String hash(String reference) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(reference.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, SUFFIX);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
