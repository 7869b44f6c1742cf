package io.shopoms.catalog.odoo;

import io.shopoms.catalog.product.Product;
import io.shopoms.catalog.product.ProductImage;
import io.shopoms.catalog.product.ProductStatus;
import io.shopoms.catalog.product.Variant;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A product template with everything that hangs on it.
 *
 * @param templateId the {@code product.template}
 * @param active archived if not
 * @param writtenAt the newest change of the template, its lines or its variants; whole seconds
 * @param fields the template's own, variants or not
 * @param content the product in the words of both sides; absent if they have none for it, see {@code flaw}
 * @param flaw why there is no content, for people; absent if there is
 * @param listPrice the template's own price, before extras
 * @param lines the attributes that make variants, in the order in which Odoo shows them
 * @param otherAttributes names of attributes that make no variants
 * @param variants archived ones too
 */
public record OdooProduct(
        long templateId,
        String name,
        boolean active,
        Instant writtenAt,
        TemplateFields fields,
        Optional<Product> content,
        Optional<String> flaw,
        BigDecimal listPrice,
        List<AttributeLine> lines,
        List<String> otherAttributes,
        List<OdooVariant> variants) {

    /** The flaw of a combo: Odoo sells it as a choice among other products, which neither side can say. */
    public static final String COMBO = "it is a combo of other products";

    public OdooProduct {
        lines = List.copyOf(lines);
        otherAttributes = List.copyOf(otherAttributes);
        variants = List.copyOf(variants);
    }

    /**
     * What a template says of itself.
     *
     * @param description HTML
     * @param category the name of its category; empty text for none
     * @param image what tells its picture from others; absent if it has none
     */
    public record TemplateFields(
            String description,
            String category,
            SortedSet<String> tags,
            ProductStatus status,
            Optional<ProductImage> image) {}

    /**
     * An attribute of the template.
     *
     * @param id the {@code product.template.attribute.line}
     * @param attributeId the {@code product.attribute}
     */
    public record AttributeLine(long id, long attributeId, String name, List<TemplateValue> values) {

        public AttributeLine {
            values = List.copyOf(values);
        }

        /** The value of that name that can be chosen. */
        public Optional<TemplateValue> value(String valueName) {
            return values.stream()
                    .filter(value -> value.active() && value.name().equals(valueName))
                    .findFirst();
        }
    }

    /**
     * A value that the template offers.
     *
     * @param id the {@code product.template.attribute.value}
     * @param valueId the {@code product.attribute.value}
     * @param extra what it adds to the list price
     * @param active false for one that was taken away while variants that were sold have it
     */
    public record TemplateValue(long id, long valueId, String name, BigDecimal extra, boolean active) {}

    /**
     * A variant.
     *
     * @param productId the {@code product.product}
     * @param templateValues its {@code product.template.attribute.value} ids
     * @param content its option values are one for each line; none if it has not exactly one value for each
     */
    public record OdooVariant(long productId, boolean active, List<Long> templateValues, Variant content) {

        public OdooVariant {
            templateValues = templateValues.stream().sorted().toList();
        }

        /** Whether customers can tell it from its siblings: Odoo lets a variant lack the value of an attribute. */
        public boolean complete() {
            return !content.optionValues().isEmpty();
        }
    }

    /** The line of an attribute. */
    public Optional<AttributeLine> line(String attribute) {
        return lines.stream().filter(line -> line.name().equals(attribute)).findFirst();
    }

    /** What of the variants counts: those that are sold, or all of an archived template. */
    public List<OdooVariant> present() {
        List<OdooVariant> complete =
                variants.stream().filter(OdooVariant::complete).toList();
        List<OdooVariant> sold = complete.stream().filter(OdooVariant::active).toList();
        return sold.isEmpty() ? complete : sold;
    }

    /** How people find it: name and id. */
    public String label() {
        return "'" + name + "' (product template " + templateId + (active ? ")" : ", archived)");
    }

    /** The SKUs of the variants that count. */
    public SortedSet<String> skus() {
        SortedSet<String> skus = new TreeSet<>();
        present()
                .forEach(variant ->
                        variant.content().sku().filter(sku -> !sku.isEmpty()).ifPresent(skus::add));
        return skus;
    }
}
