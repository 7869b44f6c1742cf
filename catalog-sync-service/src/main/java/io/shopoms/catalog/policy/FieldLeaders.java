package io.shopoms.catalog.policy;

import io.shopoms.catalog.product.ProductField;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The form of the setting {@code shopoms.catalog.leaders}. */
final class FieldLeaders {

    private FieldLeaders() {}

    /** @throws IllegalArgumentException naming the entry that is not of the documented form, or contradicts another */
    static Map<ProductField, CatalogSide> parse(List<String> entries) {
        Map<ProductField, CatalogSide> leaders = new EnumMap<>(ProductField.class);
        for (String entry : entries) {
            String[] parts = entry.split("=", -1);
            if (parts.length != 2) {
                throw new IllegalArgumentException("'" + entry + "' is not <field>=<side>, such as price=odoo");
            }
            CatalogSide side = value(CatalogSide.class, entry, parts[1]);
            CatalogSide other = leaders.put(value(ProductField.class, entry, parts[0]), side);
            if (other != null && other != side) {
                throw new IllegalArgumentException("'" + entry + "' names another side than before for the same field");
            }
        }
        return leaders;
    }

    private static <E extends Enum<E>> E value(Class<E> type, String entry, String text) {
        String name = text.strip().toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + entry + "': '" + text.strip() + "' is none of "
                        + Arrays.stream(type.getEnumConstants())
                                .map(constant ->
                                        constant.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                                .collect(Collectors.joining(", "))));
    }
}
