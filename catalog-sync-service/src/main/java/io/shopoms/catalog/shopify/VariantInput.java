package io.shopoms.catalog.shopify;

import io.shopoms.catalog.product.ProductField;
import io.shopoms.catalog.product.Variant;
import io.shopoms.catalog.product.Weight;
import io.shopoms.catalog.product.WeightUnit;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** The fields of a variant as Shopify's inputs spell them; {@code productSet} and the bulk update share most. */
final class VariantInput {

    private static final BigDecimal KILOGRAM = WeightUnit.KILOGRAMS.grams();

    private VariantInput() {}

    /** All that it states. */
    static Map<String, Object> of(Variant wanted) {
        return fields(wanted, Optional.empty(), field -> true);
    }

    /** What it states otherwise than the present one; empty if nothing. */
    static Map<String, Object> changes(Variant present, Variant wanted, Predicate<ProductField> led) {
        return fields(wanted, Optional.of(present), led);
    }

    private static Map<String, Object> fields(Variant wanted, Optional<Variant> present, Predicate<ProductField> led) {
        Fields fields = new Fields(wanted, present, led);
        Map<String, Object> input = new LinkedHashMap<>();
        fields.put(input, "price", ProductField.PRICE, Variant::price, BigDecimal::toPlainString);
        fields.put(
                input,
                "compareAtPrice",
                ProductField.COMPARE_AT_PRICE,
                Variant::compareAtPrice,
                amount -> amount.signum() == 0 ? null : amount.toPlainString());
        fields.put(
                input,
                "barcode",
                ProductField.BARCODE,
                variant -> variant.barcode().map(String::strip),
                barcode -> barcode);
        fields.put(input, "taxable", ProductField.HANDLING, Variant::taxable, flag -> flag);
        Map<String, Object> item = new LinkedHashMap<>();
        fields.put(item, "sku", ProductField.SKU, variant -> variant.sku().map(String::strip), sku -> sku);
        fields.put(item, "cost", ProductField.COST, Variant::cost, BigDecimal::toPlainString);
        fields.put(item, "tracked", ProductField.HANDLING, Variant::tracked, flag -> flag);
        fields.put(item, "requiresShipping", ProductField.HANDLING, Variant::requiresShipping, flag -> flag);
        fields.put(item, "measurement", ProductField.WEIGHT, Variant::weight, VariantInput::measurement);
        if (!item.isEmpty()) {
            input.put("inventoryItem", item);
        }
        return input;
    }

    private static Map<String, Object> measurement(Weight weight) {
        WeightUnit unit = weight.grams().compareTo(KILOGRAM) < 0 ? WeightUnit.GRAMS : WeightUnit.KILOGRAMS;
        return Map.of("weight", Map.of("value", weight.in(unit), "unit", unit.name()));
    }

    private record Fields(Variant wanted, Optional<Variant> present, Predicate<ProductField> led) {

        <T> void put(
                Map<String, Object> input,
                String name,
                ProductField field,
                Function<Variant, Optional<T>> reader,
                Function<T, Object> spelling) {
            Optional<T> value = reader.apply(wanted);
            boolean differs = present.isEmpty() || !reader.apply(present.get()).equals(value);
            if (value.isPresent() && differs && led.test(field)) {
                input.put(name, spelling.apply(value.get()));
            }
        }
    }
}
