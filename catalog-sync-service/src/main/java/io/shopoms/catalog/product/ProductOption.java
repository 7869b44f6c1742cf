package io.shopoms.catalog.product;

import java.util.List;
import java.util.Objects;

/**
 * What customers choose by, such as a size.
 *
 * @param name unique within the product, whatever its case
 * @param values in the order in which they are shown; those that some variant has, and perhaps others
 */
public record ProductOption(String name, List<String> values) {

    /** What Shopify gives a product without choices. */
    public static final ProductOption ONLY = new ProductOption("Title", List.of("Default Title"));

    public ProductOption {
        Objects.requireNonNull(name, "name");
        values = List.copyOf(values);
    }
}
