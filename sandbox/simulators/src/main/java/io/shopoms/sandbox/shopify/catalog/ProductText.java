package io.shopoms.sandbox.shopify.catalog;

/**
 * What is said about a product.
 *
 * @param descriptionHtml empty for none
 * @param productType the merchant's own word; empty for none
 * @param category a category's id in Shopify's taxonomy, {@code gid://shopify/TaxonomyCategory/aa-1}; null for none
 * @param templateSuffix of the theme; null for none
 */
public record ProductText(
        String title,
        String descriptionHtml,
        String vendor,
        String productType,
        String category,
        String templateSuffix,
        Seo seo) {

    /** A product of that title, of which nothing else is said. */
    static ProductText of(String title, String vendor) {
        return new ProductText(title, "", vendor, "", null, null, Seo.NONE);
    }
}
