package io.shopoms.catalog.shopify;

/** The metafield in which a product that shopOMS created says which record it was made from. */
final class SourceMark {

    static final String NAMESPACE = "shopoms";
    static final String KEY = "source";
    static final String TYPE = "single_line_text_field";

    /** As {@link io.shopoms.catalog.product.Metafield#name()} says it. */
    static final String NAME = NAMESPACE + "." + KEY;

    private SourceMark() {}
}
