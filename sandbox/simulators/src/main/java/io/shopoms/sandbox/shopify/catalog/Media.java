package io.shopoms.sandbox.shopify.catalog;

import java.net.URI;
import java.time.Instant;

/**
 * An image of a product. Shopify copies it to its own servers; the simulated store keeps the address it came from.
 *
 * @param alt what it shows, for who cannot see it; empty for nothing said
 * @param url where it came from
 */
public record Media(long id, String alt, URI url, Instant createdAt) {

    /** Pixels that every image is said to have: nobody looks at it. */
    public static final int WIDTH = 1_000;

    public static final int HEIGHT = 1_000;

    Media withAlt(String newAlt) {
        return new Media(id, newAlt, url, createdAt);
    }
}
