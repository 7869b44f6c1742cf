package io.shopoms.catalog.product;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;

/**
 * A picture of a product.
 *
 * @param source where it can be fetched, or what else tells it from others on its side
 * @param altText what it shows, for those who cannot see it
 */
public record ProductImage(String source, Optional<String> altText) {

    private static final String PREFIX = "shopoms-";
    private static final int LETTERS = 16;

    public ProductImage {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(altText, "altText");
    }

    /**
     * The name, without ending, of the file that a side is given which keeps a copy under an address of its own: it tells
     * later that it is the same picture.
     */
    public String copyName() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(source.getBytes(StandardCharsets.UTF_8));
            return PREFIX + HexFormat.of().formatHex(hash).substring(0, LETTERS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Whether this is the same picture, or a copy that was made of it. */
    public boolean isCopyOf(ProductImage original) {
        return source.equals(original.source) || source.contains("/" + original.copyName());
    }
}
