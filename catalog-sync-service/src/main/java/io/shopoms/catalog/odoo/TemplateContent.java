package io.shopoms.catalog.odoo;

import static io.shopoms.catalog.odoo.OdooValue.flag;
import static io.shopoms.catalog.odoo.OdooValue.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.catalog.odoo.OdooProduct.AttributeLine;
import io.shopoms.catalog.odoo.OdooProduct.OdooVariant;
import io.shopoms.catalog.odoo.OdooProduct.TemplateFields;
import io.shopoms.catalog.odoo.OdooProduct.TemplateValue;
import io.shopoms.catalog.product.Product;
import io.shopoms.catalog.product.ProductImage;
import io.shopoms.catalog.product.ProductOption;
import io.shopoms.catalog.product.ProductStatus;
import io.shopoms.catalog.product.Variant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Says a template in the words of both sides. */
final class TemplateContent {

    private TemplateContent() {}

    static OdooProduct of(OdooProduct bare) {
        List<Variant> variants =
                bare.present().stream().map(OdooVariant::content).toList();
        if (variants.isEmpty()) {
            return without(bare, "it has no variant");
        }
        try {
            return with(bare, Optional.of(content(bare, variants)), Optional.empty());
        } catch (IllegalArgumentException e) {
            // More attributes than Shopify has options, or two variants that look alike.
            return without(bare, e.getMessage());
        }
    }

    /** A template for which the two sides have no common words. */
    static OdooProduct without(OdooProduct bare, String flaw) {
        return with(bare, Optional.empty(), Optional.of(flaw));
    }

    static TemplateFields fields(JsonNode template, Optional<String> image) {
        return new TemplateFields(
                text(template, "description"),
                text(template.path("categ_id"), "name"),
                tags(template),
                status(template),
                image.map(picture -> new ProductImage(picture, Optional.empty())));
    }

    private static Product content(OdooProduct bare, List<Variant> variants) {
        TemplateFields fields = bare.fields();
        return new Product(
                Optional.of(bare.name()),
                Optional.of(fields.description()),
                Optional.empty(),
                Optional.of(fields.category()),
                Optional.of(fields.tags()),
                Optional.of(fields.status()),
                options(bare),
                variants,
                Optional.of(fields.image().stream().toList()),
                List.of());
    }

    private static SortedSet<String> tags(JsonNode template) {
        SortedSet<String> tags = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        template.path("product_tag_ids").forEach(tag -> tags.add(text(tag, "name")));
        return tags;
    }

    private static ProductStatus status(JsonNode template) {
        if (!flag(template, "active")) {
            return ProductStatus.ARCHIVED;
        }
        return flag(template, "sale_ok") ? ProductStatus.ACTIVE : ProductStatus.DRAFT;
    }

    /** Only values that a variant has: Odoo's lines keep the others, Shopify's options do not. */
    private static List<ProductOption> options(OdooProduct bare) {
        if (bare.lines().isEmpty()) {
            return List.of(ProductOption.ONLY);
        }
        Set<Long> used = bare.present().stream()
                .map(OdooVariant::templateValues)
                .flatMap(List::stream)
                .collect(Collectors.toSet());
        List<ProductOption> options = new ArrayList<>();
        for (AttributeLine line : bare.lines()) {
            Set<String> values = new LinkedHashSet<>();
            line.values().stream()
                    .filter(value -> used.contains(value.id()))
                    .map(TemplateValue::name)
                    .forEach(values::add);
            options.add(new ProductOption(line.name(), List.copyOf(values)));
        }
        return options;
    }

    private static OdooProduct with(OdooProduct bare, Optional<Product> content, Optional<String> flaw) {
        return new OdooProduct(
                bare.templateId(),
                bare.name(),
                bare.active(),
                bare.writtenAt(),
                bare.fields(),
                content,
                flaw,
                bare.listPrice(),
                bare.lines(),
                bare.otherAttributes(),
                bare.variants());
    }
}
