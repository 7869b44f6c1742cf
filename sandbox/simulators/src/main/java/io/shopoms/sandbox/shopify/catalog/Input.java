package io.shopoms.sandbox.shopify.catalog;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An input object of the Admin API: a field that is absent stays as it was, a field that is null is emptied. */
public final class Input {

    private final Map<String, ?> values;

    private Input(Map<String, ?> values) {
        this.values = values;
    }

    /** A product without options, with one variant. */
    public static Input simple(String sku, String title, BigDecimal price) {
        Map<String, Object> variant = new HashMap<>();
        variant.put("sku", sku);
        variant.put("price", price);
        variant.put(
                "optionValues",
                List.of(Map.of("optionName", ProductOption.DEFAULT_NAME, "name", ProductOption.DEFAULT_VALUE)));
        Map<String, Object> product = new HashMap<>();
        product.put("title", title);
        product.put(
                "productOptions",
                List.of(Map.of(
                        "name",
                        ProductOption.DEFAULT_NAME,
                        "values",
                        List.of(Map.of("name", ProductOption.DEFAULT_VALUE)))));
        product.put("variants", List.of(variant));
        return of(product);
    }

    public static Input of(Map<String, ?> values) {
        return new Input(values);
    }

    /** The same with one value more, or another one. */
    public Input with(String field, Object value) {
        Map<String, Object> more = new HashMap<>(values);
        more.put(field, value);
        return new Input(more);
    }

    Map<String, ?> asMap() {
        return values;
    }

    boolean has(String field) {
        return values.containsKey(field);
    }

    /** Whether there is a value that is not null. */
    boolean sets(String field) {
        return values.get(field) != null;
    }

    String text(String field) {
        Object value = values.get(field);
        return value == null ? null : value.toString();
    }

    /** The value of the field if the input has it, which may be null; what was there otherwise. */
    String text(String field, String before) {
        return has(field) ? text(field) : before;
    }

    boolean flag(String field, boolean before) {
        return values.get(field) instanceof Boolean flag ? flag : before;
    }

    Integer number(String field) {
        return values.get(field) instanceof Number number ? Integer.valueOf(number.intValue()) : null;
    }

    BigDecimal amount(String field) {
        Object value = values.get(field);
        return value == null ? null : value instanceof BigDecimal exact ? exact : decimal(field, value);
    }

    private static BigDecimal decimal(String field, Object value) {
        try {
            return new BigDecimal(value.toString());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(field + ": '" + value + "' is not a valid value", e);
        }
    }

    BigDecimal amount(String field, BigDecimal before) {
        return has(field) ? amount(field) : before;
    }

    List<String> texts(String field) {
        List<String> texts = new ArrayList<>();
        if (values.get(field) instanceof List<?> list) {
            list.forEach(each -> texts.add(String.valueOf(each)));
        }
        return texts;
    }

    @SuppressWarnings("unchecked")
    List<Input> items(String field) {
        List<Input> items = new ArrayList<>();
        if (values.get(field) instanceof List<?> list) {
            list.forEach(each -> items.add(new Input((Map<String, ?>) each)));
        }
        return items;
    }

    @SuppressWarnings("unchecked")
    Optional<Input> part(String field) {
        return values.get(field) instanceof Map<?, ?> map
                ? Optional.of(new Input((Map<String, ?>) map))
                : Optional.empty();
    }
}
