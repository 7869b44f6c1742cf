package io.shopoms.catalog.feed.mapping;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a mapping can fill. */
public enum FieldTarget {
    TITLE("title"),
    DESCRIPTION("description"),
    VENDOR("vendor"),
    PRODUCT_TYPE("productType"),
    TAGS("tags"),
    STATUS("status"),
    IMAGES("images"),
    OPTION1_NAME("option1.name"),
    OPTION2_NAME("option2.name"),
    OPTION3_NAME("option3.name"),
    OPTION1_VALUE("option1.value"),
    OPTION2_VALUE("option2.value"),
    OPTION3_VALUE("option3.value"),
    SKU("variant.sku"),
    BARCODE("variant.barcode"),
    PRICE("variant.price"),
    COMPARE_AT_PRICE("variant.compareAtPrice"),
    COST("variant.cost"),
    WEIGHT("variant.weight"),
    TAXABLE("variant.taxable"),
    REQUIRES_SHIPPING("variant.requiresShipping"),
    TRACKED("variant.tracked");

    static final List<FieldTarget> OPTION_NAMES = List.of(OPTION1_NAME, OPTION2_NAME, OPTION3_NAME);
    static final List<FieldTarget> OPTION_VALUES = List.of(OPTION1_VALUE, OPTION2_VALUE, OPTION3_VALUE);

    private final String text;

    FieldTarget(String text) {
        this.text = text;
    }

    /** The name in configurations. */
    public String text() {
        return text;
    }

    /** {@code variant.compareAtPrice} is also {@code variant.compare_at_price}. */
    public static Optional<FieldTarget> parse(String text) {
        return Arrays.stream(values())
                .filter(target -> plain(target.text).equals(plain(text)))
                .findFirst();
    }

    private static String plain(String text) {
        return text.strip().replace("_", "").toLowerCase(Locale.ROOT);
    }
}
