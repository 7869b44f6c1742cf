package io.shopoms.sandbox.shopify.catalog;

/** What search engines are told; null where it is the product's own title and description. */
public record Seo(String title, String description) {

    static final Seo NONE = new Seo(null, null);
}
