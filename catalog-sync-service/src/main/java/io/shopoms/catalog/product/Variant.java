package io.shopoms.catalog.product;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One thing that can be bought. An absent field is one of which the source says nothing.
 *
 * @param optionValues one for each option of the product, in the options' order: what tells it from its siblings
 * @param sku empty text for none
 * @param barcode empty text for none
 * @param price in the store's currency, tax as the store keeps it; zero is a price
 * @param compareAtPrice the price that is shown crossed out; zero for none
 * @param cost what the merchant pays for one
 * @param weight of one, packed
 * @param taxable whether tax is charged
 * @param requiresShipping false for downloads and services
 * @param tracked whether stock is counted
 */
public record Variant(
        List<String> optionValues,
        Optional<String> sku,
        Optional<String> barcode,
        Optional<BigDecimal> price,
        Optional<BigDecimal> compareAtPrice,
        Optional<BigDecimal> cost,
        Optional<Weight> weight,
        Optional<Boolean> taxable,
        Optional<Boolean> requiresShipping,
        Optional<Boolean> tracked) {

    public Variant {
        optionValues = List.copyOf(optionValues);
        price = price.map(Variant::plain);
        compareAtPrice = compareAtPrice.map(Variant::plain);
        cost = cost.map(Variant::plain);
        Objects.requireNonNull(sku, "sku");
    }

    /** Money texts differ between APIs and versions (13.5, 13.50): equal amounts are equal here. */
    private static BigDecimal plain(BigDecimal amount) {
        BigDecimal stripped = amount.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
