package io.shopoms.catalog.odoo;

import static io.shopoms.catalog.odoo.OdooValue.flag;
import static io.shopoms.catalog.odoo.OdooValue.ids;
import static io.shopoms.catalog.odoo.OdooValue.instant;
import static io.shopoms.catalog.odoo.OdooValue.number;
import static io.shopoms.catalog.odoo.OdooValue.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.catalog.odoo.OdooProduct.AttributeLine;
import io.shopoms.catalog.odoo.OdooProduct.OdooVariant;
import io.shopoms.catalog.odoo.OdooProduct.TemplateValue;
import io.shopoms.catalog.product.ProductOption;
import io.shopoms.catalog.product.Variant;
import io.shopoms.catalog.product.Weight;
import io.shopoms.catalog.product.WeightUnit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reads a record of {@link TemplateSpecification}. */
final class TemplateReader {

    /** An attribute that customers are asked for without there being a variant for each answer. */
    private static final String NO_VARIANT = "no_variant";

    private final JsonNode template;
    private final List<AttributeLine> lines = new ArrayList<>();
    private final List<String> others = new ArrayList<>();
    private Instant writtenAt;

    private TemplateReader(JsonNode template) {
        this.template = template;
        this.writtenAt = instant(template, "write_date");
    }

    /** @param image what tells the template's picture from others; absent if it has none */
    static OdooProduct read(JsonNode template, Optional<String> image) {
        return new TemplateReader(template).product(image);
    }

    private OdooProduct product(Optional<String> image) {
        template.path("attribute_line_ids").forEach(this::line);
        List<OdooVariant> variants = new ArrayList<>();
        for (JsonNode variant : template.path("product_variant_ids")) {
            variants.add(variant(variant));
        }
        variants.sort(
                Comparator.comparing(this::places, TemplateReader::compare).thenComparingLong(OdooVariant::productId));
        OdooProduct bare = new OdooProduct(
                template.path("id").asLong(),
                text(template, "name"),
                flag(template, "active"),
                writtenAt,
                TemplateContent.fields(template, image),
                Optional.empty(),
                Optional.empty(),
                number(template, "list_price"),
                lines,
                others,
                variants);
        return text(template, "type").equals("combo")
                ? TemplateContent.without(bare, OdooProduct.COMBO)
                : TemplateContent.of(bare);
    }

    private void line(JsonNode line) {
        JsonNode attribute = line.path("attribute_id");
        later(instant(line, "write_date"));
        if (!flag(line, "active")) {
            // Odoo keeps a line that was taken away while variants that were sold have its values.
            return;
        }
        if (text(attribute, "create_variant").equals(NO_VARIANT)) {
            others.add(text(attribute, "name"));
            return;
        }
        List<TemplateValue> values = new ArrayList<>();
        for (JsonNode value : line.path("product_template_value_ids")) {
            JsonNode name = value.path("product_attribute_value_id");
            values.add(new TemplateValue(
                    value.path("id").asLong(),
                    name.path("id").asLong(),
                    text(name, "name"),
                    number(value, "price_extra"),
                    flag(value, "ptav_active")));
        }
        lines.add(new AttributeLine(
                line.path("id").asLong(), attribute.path("id").asLong(), text(attribute, "name"), values));
    }

    private OdooVariant variant(JsonNode variant) {
        later(instant(variant, "write_date"));
        List<Long> templateValues = ids(variant, "product_template_attribute_value_ids");
        return new OdooVariant(
                variant.path("id").asLong(),
                flag(variant, "active"),
                templateValues,
                content(variant, optionValues(templateValues)));
    }

    /** None if the variant has not exactly one value for each line. */
    private List<String> optionValues(List<Long> templateValues) {
        List<String> values = new ArrayList<>();
        for (AttributeLine line : lines) {
            line.values().stream()
                    .filter(value -> templateValues.contains(value.id()))
                    .forEach(value -> values.add(value.name()));
        }
        if (values.size() != lines.size() || values.size() != templateValues.size()) {
            return List.of();
        }
        return lines.isEmpty() ? ProductOption.ONLY.values() : values;
    }

    private Variant content(JsonNode variant, List<String> values) {
        boolean ships = !text(template, "type").equals("service");
        return new Variant(
                values,
                Optional.of(text(variant, "default_code")),
                Optional.of(text(variant, "barcode")),
                Optional.of(money(number(variant, "lst_price"))),
                Optional.empty(),
                Optional.of(money(number(variant, "standard_price"))),
                Optional.of(Weight.of(number(variant, "weight").max(BigDecimal.ZERO), WeightUnit.KILOGRAMS)),
                Optional.empty(),
                Optional.of(ships),
                Optional.of(flag(template, "is_storable")));
    }

    /** Odoo adds floats: 10.1 + 0.2 comes as 10.299999999999999. No currency has more than six decimals. */
    private static BigDecimal money(BigDecimal amount) {
        return amount.setScale(6, RoundingMode.HALF_UP);
    }

    private void later(Instant instant) {
        writtenAt = instant.isAfter(writtenAt) ? instant : writtenAt;
    }

    /** Where a variant's values stand in their lines, so that variants come in the order of their options. */
    private List<Integer> places(OdooVariant variant) {
        List<Integer> places = new ArrayList<>();
        for (AttributeLine line : lines) {
            int place = 0;
            while (place < line.values().size()
                    && !variant.templateValues()
                            .contains(line.values().get(place).id())) {
                place++;
            }
            places.add(place);
        }
        return places;
    }

    private static int compare(List<Integer> one, List<Integer> other) {
        for (int i = 0; i < one.size(); i++) {
            int order = Integer.compare(one.get(i), other.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}
