package io.shopoms.catalog.feed.mapping;

import io.shopoms.catalog.product.Variant;
import io.shopoms.catalog.product.Weight;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** From one row, or one nested variant of it, to a variant. */
final class VariantMapper {

    private static final Set<String> YES = Set.of("true", "yes", "1", "y");
    private static final Set<String> NO = Set.of("false", "no", "0", "n");
    private static final int LONGEST_SKU = 255;

    private final FeedMapping mapping;
    private final int options;

    VariantMapper(FeedMapping mapping) {
        this.mapping = mapping;
        this.options = (int) FieldTarget.OPTION_VALUES.stream()
                .filter(mapping.fields()::containsKey)
                .count();
    }

    int options() {
        return options;
    }

    Variant variant(FeedRow.Part part) throws UnusableRow {
        return new Variant(
                optionValues(part),
                Optional.of(sku(part)),
                text(FieldTarget.BARCODE, part),
                money(FieldTarget.PRICE, part),
                compareAtPrice(part),
                money(FieldTarget.COST, part),
                weight(part),
                flag(FieldTarget.TAXABLE, part),
                flag(FieldTarget.REQUIRES_SHIPPING, part),
                flag(FieldTarget.TRACKED, part));
    }

    String sku(FeedRow.Part part) throws UnusableRow {
        String sku = mapping.one(FieldTarget.SKU, part)
                .map(SourceValue::text)
                .orElse("")
                .strip();
        if (sku.isEmpty()) {
            throw new UnusableRow("the SKU is empty");
        }
        if (sku.length() > LONGEST_SKU || sku.chars().anyMatch(Character::isISOControl)) {
            throw new UnusableRow("the SKU " + UnusableRow.shown(sku) + " is too long, or holds control characters");
        }
        return sku;
    }

    private List<String> optionValues(FeedRow.Part part) throws UnusableRow {
        List<String> values = new ArrayList<>();
        for (FieldTarget target : FieldTarget.OPTION_VALUES.subList(0, options)) {
            String value =
                    mapping.one(target, part).map(SourceValue::text).orElse("").strip();
            if (value.isEmpty()) {
                throw new UnusableRow(target.text() + " is empty");
            }
            values.add(value);
        }
        return values;
    }

    private Optional<String> text(FieldTarget target, FeedRow.Part part) throws UnusableRow {
        return mapping.one(target, part).map(value -> value.text().strip());
    }

    private Optional<BigDecimal> money(FieldTarget target, FeedRow.Part part) throws UnusableRow {
        Optional<SourceValue> value = mapping.one(target, part).filter(found -> !found.isBlank());
        try {
            return value.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Amounts.money(value.get(), mapping.decimal(target), mapping.currency()));
        } catch (UnusableRow e) {
            throw e.in(target.text());
        }
    }

    /** An empty cell says that nothing is crossed out any more. */
    private Optional<BigDecimal> compareAtPrice(FeedRow.Part part) throws UnusableRow {
        Optional<SourceValue> value = mapping.one(FieldTarget.COMPARE_AT_PRICE, part);
        return value.isPresent() && value.get().isBlank()
                ? Optional.of(BigDecimal.ZERO)
                : money(FieldTarget.COMPARE_AT_PRICE, part);
    }

    private Optional<Weight> weight(FeedRow.Part part) throws UnusableRow {
        Optional<SourceValue> value = mapping.one(FieldTarget.WEIGHT, part).filter(found -> !found.isBlank());
        try {
            return value.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Amounts.weight(
                            value.get(),
                            mapping.decimal(FieldTarget.WEIGHT),
                            mapping.fields().get(FieldTarget.WEIGHT).unit()));
        } catch (UnusableRow e) {
            throw e.in(FieldTarget.WEIGHT.text());
        }
    }

    private Optional<Boolean> flag(FieldTarget target, FeedRow.Part part) throws UnusableRow {
        Optional<String> value =
                text(target, part).map(text -> text.toLowerCase(Locale.ROOT)).filter(text -> !text.isEmpty());
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (!YES.contains(value.get()) && !NO.contains(value.get())) {
            throw new UnusableRow(target.text() + ": " + UnusableRow.shown(value.get()) + " is neither true nor false");
        }
        return Optional.of(YES.contains(value.get()));
    }
}
