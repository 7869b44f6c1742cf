package io.shopoms.sandbox.shopify.catalog;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What an input may say of a variant, and what it does. */
final class VariantRules {

    private static final int LONGEST = 255;
    private static final BigDecimal DEAREST = new BigDecimal("1000000000000000000");

    private final Catalog catalog;
    private final MetafieldRules metafields;
    private final int decimals;

    /** @param decimals of the shop's currency */
    VariantRules(Catalog catalog, int decimals) {
        this.catalog = catalog;
        this.metafields = new MetafieldRules(catalog);
        this.decimals = decimals;
    }

    void check(Input input, Variant before, Errors errors) {
        if (input.has("price") && !input.sets("price")) {
            errors.in("price").add("BLANK", "Price can't be blank");
        }
        money(input, "price", "Price", errors);
        money(input, "compareAtPrice", "Compare at price", errors);
        text(input, "barcode", "Barcode", errors);
        text(input, "sku", "SKU", errors);
        input.part("inventoryItem").ifPresent(item -> item(item, errors.in("inventoryItem")));
        locations(input.items("inventoryQuantities"), errors.in("inventoryQuantities"));
        metafields.check(
                input.items("metafields"), "PRODUCTVARIANT", before == null ? List.of() : before.metafields(), errors);
    }

    private void locations(List<Input> quantities, Errors errors) {
        for (int i = 0; i < quantities.size(); i++) {
            if (!catalog.stock().knows(location(quantities.get(i)))) {
                errors.in(i, "locationId")
                        .add("TRACKED_VARIANT_LOCATION_NOT_FOUND", "The specified location could not be found.");
            }
        }
    }

    private static long location(Input quantity) {
        return Ids.parse("Location", String.valueOf(quantity.text("locationId")));
    }

    private static void item(Input item, Errors errors) {
        text(item, "sku", "SKU", errors);
        if (item.sets("cost") && item.amount("cost").signum() < 0) {
            errors.in("cost").add("NEGATIVE_PRICE", "Cost must be greater than or equal to 0");
        }
        weight(item).ifPresent(weight -> {
            if (Stream.of(WeightUnit.values()).noneMatch(unit -> unit.name().equals(weight.text("unit")))) {
                errors.in("measurement", "weight", "unit").add("INVALID_VARIANT", "Weight unit is invalid");
            }
            if (weight.amount("value").signum() < 0 || weight.amount("value").compareTo(DEAREST) >= 0) {
                errors.in("measurement", "weight").add("INVALID_VARIANT", "Weight must be greater than or equal to 0");
            }
        });
    }

    private static Optional<Input> weight(Input item) {
        return item.part("measurement").flatMap(measurement -> measurement.part("weight"));
    }

    private static void money(Input input, String field, String label, Errors errors) {
        if (!input.sets(field)) {
            return;
        }
        BigDecimal amount = input.amount(field);
        if (amount.signum() < 0) {
            errors.in(field).add("NEGATIVE_PRICE", label + " must be greater than or equal to 0");
        } else if (amount.compareTo(DEAREST) >= 0) {
            errors.in(field).add("INVALID_VARIANT", label + " must be less than " + DEAREST);
        }
    }

    private static void text(Input input, String field, String label, Errors errors) {
        if (input.sets(field) && input.text(field).length() > LONGEST) {
            errors.in(field).add("TOO_LONG", label + " is too long (maximum is " + LONGEST + " characters)");
        }
    }

    /** Changes the variant; what the input does not name stays. */
    void apply(Variant variant, Input input, boolean replacingMetafields, Instant now) {
        Offer offer = variant.offer();
        Offer newOffer = new Offer(
                rounded(input.amount("price", offer.price())),
                rounded(input.amount("compareAtPrice", offer.compareAtPrice())),
                blankAsNull(input.text("barcode", offer.barcode())),
                input.flag("taxable", offer.taxable()),
                input.sets("inventoryPolicy") ? input.text("inventoryPolicy").equals("CONTINUE") : offer.oversell());
        Item newItem = item(variant.item(), input);
        if (catalog.findVariant(variant.id()).isPresent()) {
            catalog.become(variant, newOffer, newItem);
        } else {
            variant.become(newOffer, newItem);
        }
        input.items("inventoryQuantities")
                .forEach(quantity -> catalog.stock().stocked(variant, location(quantity), units(quantity)));
        if (input.sets("metafields")) {
            variant.keep(metafields.result(variant, input.items("metafields"), replacingMetafields, now));
        }
        variant.touch(now);
    }

    private static int units(Input quantity) {
        Integer units = quantity.number(quantity.has("availableQuantity") ? "availableQuantity" : "quantity");
        return units == null ? 0 : units;
    }

    private static Item item(Item before, Input input) {
        Input item = input.part("inventoryItem").orElse(Input.of(Map.of()));
        String sku = input.text("sku", item.text("sku", before.sku()));
        return new Item(
                blankAsNull(sku),
                item.flag("tracked", before.tracked()),
                item.flag("requiresShipping", before.requiresShipping()),
                item.amount("cost", before.cost()),
                weight(item)
                        .map(weight -> new Weight(weight.amount("value"), WeightUnit.valueOf(weight.text("unit"))))
                        .orElse(before.weight()));
    }

    private BigDecimal rounded(BigDecimal amount) {
        return amount == null ? null : amount.setScale(decimals, RoundingMode.HALF_UP);
    }

    private static String blankAsNull(String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
