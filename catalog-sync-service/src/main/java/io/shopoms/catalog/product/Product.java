package io.shopoms.catalog.product;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;

/**
 * A product with its variants. An absent field is one of which the source says nothing; an empty text is one that the
 * source says to be empty.
 *
 * @param title plain text
 * @param description HTML
 * @param vendor plain text
 * @param productType the merchant's own classification: Shopify's product type, Odoo's category
 * @param tags in Shopify's sense: a set that ignores case
 * @param status whether customers see it
 * @param options one to three; a product without choices has the single option {@link ProductOption#ONLY}
 * @param variants at least one, each with one value for each option
 * @param images in the order in which they are shown
 * @param metafields those that are known or wanted; others are left alone
 */
public record Product(
        Optional<String> title,
        Optional<String> description,
        Optional<String> vendor,
        Optional<String> productType,
        Optional<SortedSet<String>> tags,
        Optional<ProductStatus> status,
        List<ProductOption> options,
        List<Variant> variants,
        Optional<List<ProductImage>> images,
        List<Metafield> metafields) {

    /** @throws IllegalArgumentException if the options and the variants' values do not fit together */
    public Product {
        Objects.requireNonNull(title, "title");
        options = List.copyOf(options);
        variants = List.copyOf(variants);
        images = images.map(List::copyOf);
        metafields = List.copyOf(metafields);
        OptionValues.check(options, variants);
    }

    /** Whether customers choose between variants. */
    public boolean hasChoices() {
        return !options.equals(List.of(ProductOption.ONLY));
    }

    /** The same product with other variants of the same options. */
    public Product withVariants(List<Variant> others) {
        return new Product(title, description, vendor, productType, tags, status, options, others, images, metafields);
    }

    /** The same product with other pictures. */
    public Product withImages(Optional<List<ProductImage>> others) {
        return new Product(
                title, description, vendor, productType, tags, status, options, variants, others, metafields);
    }
}
