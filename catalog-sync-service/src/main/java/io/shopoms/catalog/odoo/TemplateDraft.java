package io.shopoms.catalog.odoo;

import io.shopoms.model.ShopifyId;
import java.util.List;
import java.util.Objects;

/**
 * A template that is to be made. Its variants are made afterwards, each under an external id of its own; only a product
 * without choices has its one variant at once.
 *
 * @param product names it in Odoo: the external id is made of it
 * @param attributes what customers choose by; none for a product without choices
 * @param only fields of the one variant of a product without choices
 */
public record TemplateDraft(
        ShopifyId product, TemplateValues values, List<DraftAttribute> attributes, VariantValues only) {

    public TemplateDraft {
        Objects.requireNonNull(product, "product");
        attributes = List.copyOf(attributes);
    }

    /** An attribute and the values that the template offers, at least one, by their names. */
    public record DraftAttribute(String name, List<String> values) {

        public DraftAttribute {
            values = List.copyOf(values);
        }
    }
}
