package io.shopoms.catalog.mapping;

import static io.shopoms.catalog.fixtures.Products.variant;
import static org.assertj.core.api.Assertions.assertThat;

import io.shopoms.catalog.product.Variant;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PriceFitTest {

    @Test
    void pricesOfOneOptionAlwaysFit() {
        Optional<PriceFit> fit =
                PriceFit.of(List.of(variant("", "12.50", "S"), variant("", "10", "M"), variant("", "99.99", "L")));

        assertThat(fit)
                .contains(new PriceFit(
                        new BigDecimal("10"),
                        List.of(Map.of(
                                "S", new BigDecimal("2.5"), "M", new BigDecimal("0"), "L", new BigDecimal("89.99")))));
    }

    @Test
    void pricesThatDoNotAddUpHaveNoFit() {
        assertThat(PriceFit.of(List.of(
                        variant("", "10", "S", "Red"),
                        variant("", "20", "S", "Blue"),
                        variant("", "20", "M", "Red"),
                        variant("", "31", "M", "Blue"))))
                .isEmpty();
    }

    @Test
    void pricesFitWhereNoTwoVariantsDifferInOneValueAlone() {
        assertThat(PriceFit.of(List.of(variant("", "10", "S", "Red"), variant("", "25", "M", "Blue"))))
                .hasValueSatisfying(fit -> {
                    assertThat(fit.priceOf(List.of("S", "Red"))).isEqualByComparingTo("10");
                    assertThat(fit.priceOf(List.of("M", "Blue"))).isEqualByComparingTo("25");
                });
    }

    @Test
    void variantWithoutPriceHasNoFit() {
        Variant unpriced = new Variant(
                List.of("S"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());

        assertThat(PriceFit.of(List.of(unpriced))).isEmpty();
    }

    @Property(tries = 100)
    void onePriceThatIsOffInAWholeGridHasNoFit(
            @ForAll @Size(8) List<@IntRange(min = 0, max = 5_000) Integer> extras,
            @ForAll @IntRange(min = 0, max = 15) int off,
            @ForAll @IntRange(min = 1, max = 500) int by) {
        // Given
        List<Variant> variants = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            long cents = 1_000 + extras.get(i % 4) + extras.get(4 + i / 4) + (i == off ? by : 0);
            variants.add(variant("", BigDecimal.valueOf(cents, 2).toPlainString(), "a" + i % 4, "b" + i / 4));
        }

        // Then
        assertThat(PriceFit.of(variants)).isEmpty();
    }

    @Property(tries = 200)
    void additivePricesOfAnyCombinationsFitExactly(
            @ForAll @IntRange(min = 0, max = 100_000) int base,
            @ForAll @Size(15) List<@IntRange(min = 0, max = 5_000) Integer> extras,
            @ForAll @Size(125) List<Boolean> sold) {
        // Given
        List<Variant> variants = new ArrayList<>();
        for (int i = 0; i < 125; i++) {
            int a = i % 5;
            int b = i / 5 % 5;
            int c = i / 25;
            if (sold.get(i) || i == 0) {
                long cents = base + extras.get(a) + extras.get(5 + b) + extras.get(10 + c);
                variants.add(variant("", BigDecimal.valueOf(cents, 2).toPlainString(), "a" + a, "b" + b, "c" + c));
            }
        }

        // When
        PriceFit fit = PriceFit.of(variants).orElseThrow();

        // Then
        assertThat(variants)
                .allMatch(variant -> fit.priceOf(variant.optionValues())
                                .compareTo(variant.price().orElseThrow())
                        == 0);
        assertThat(fit.extras()).allMatch(option -> option.values().stream().allMatch(extra -> extra.signum() >= 0));
    }
}
