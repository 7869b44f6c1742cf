package io.shopoms.catalog.product;

import java.util.Objects;
import java.util.Optional;

/**
 * A picture of a product.
 *
 * @param source where it can be fetched, or what else tells it from others on its side
 * @param altText what it shows, for those who cannot see it
 */
public record ProductImage(String source, Optional<String> altText) {

    public ProductImage {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(altText, "altText");
    }
}
