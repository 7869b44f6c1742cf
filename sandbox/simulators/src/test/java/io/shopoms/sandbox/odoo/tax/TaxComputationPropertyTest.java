package io.shopoms.sandbox.odoo.tax;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for the amounts of every order, whatever its prices and taxes. */
class TaxComputationPropertyTest {

    private static final List<Tax> TAXES = List.of(
            new Tax(1, new BigDecimal("7.25"), false),
            new Tax(2, new BigDecimal("8.875"), false),
            new Tax(3, new BigDecimal("19"), true),
            new Tax(4, new BigDecimal("5.5"), true));

    @Property
    void totalIsUntaxedPlusTax(@ForAll("orders") List<PricedLine> lines, @ForAll RoundingMethod method) {
        // When
        OrderAmounts amounts = new TaxComputation(method, 2).order(lines);

        // Then
        assertThat(amounts.total()).isEqualByComparingTo(amounts.untaxed().add(amounts.tax()));
        assertThat(amounts.total().scale()).isLessThanOrEqualTo(2);
    }

    @Property
    void roundedPerLineTheOrderIsTheSumOfItsLines(@ForAll("orders") List<PricedLine> lines) {
        // When
        OrderAmounts amounts = new TaxComputation(RoundingMethod.ROUND_PER_LINE, 2).order(lines);

        // Then
        BigDecimal sum = amounts.lines().stream().map(LineAmounts::total).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(amounts.total()).isEqualByComparingTo(sum);
    }

    @Property
    void includedTaxesNeverChangeWhatTheCustomerPays(
            @ForAll("prices") BigDecimal price, @ForAll("quantities") BigDecimal quantity) {
        // Given
        PricedLine line = new PricedLine(price, quantity, BigDecimal.ZERO, List.of(TAXES.get(2), TAXES.get(3)));

        // When
        OrderAmounts amounts = new TaxComputation(RoundingMethod.ROUND_PER_LINE, 2).order(List.of(line));

        // Then
        assertThat(amounts.total())
                .isEqualByComparingTo(price.multiply(quantity).setScale(2, java.math.RoundingMode.HALF_UP));
    }

    @Property
    void theMethodsDifferByLessThanHalfACentPerTaxAndLine(@ForAll("orders") List<PricedLine> lines) {
        // When
        BigDecimal perLine = new TaxComputation(RoundingMethod.ROUND_PER_LINE, 2)
                .order(lines)
                .total();
        BigDecimal globally = new TaxComputation(RoundingMethod.ROUND_GLOBALLY, 2)
                .order(lines)
                .total();

        // Then
        BigDecimal most = BigDecimal.valueOf(lines.size() * 4L + 6).multiply(new BigDecimal("0.006"));
        assertThat(perLine.subtract(globally).abs()).isLessThan(most);
    }

    @Provide
    Arbitrary<BigDecimal> prices() {
        return Arbitraries.bigDecimals()
                .between(new BigDecimal("-500"), new BigDecimal("2000"))
                .ofScale(4);
    }

    @Provide
    Arbitrary<BigDecimal> quantities() {
        return Arbitraries.integers().between(1, 50).map(BigDecimal::valueOf);
    }

    @Provide
    Arbitrary<List<PricedLine>> orders() {
        Arbitrary<List<Tax>> taxes = Arbitraries.of(TAXES).set().ofMaxSize(2).map(List::copyOf);
        Arbitrary<BigDecimal> discounts = Arbitraries.of(BigDecimal.ZERO, BigDecimal.TEN, new BigDecimal("33.34"));
        return Combinators.combine(prices(), quantities(), discounts, taxes)
                .as(PricedLine::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }
}
