package io.shopoms.sandbox.shopify.order.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PricingTest {

    private static final Currency USD = Currency.getInstance("USD");
    private static final Currency JPY = Currency.getInstance("JPY");
    private static final TaxRate TEN = new TaxRate("Tax", new BigDecimal("0.10"));
    private static final List<TaxRate> TEN_PERCENT = List.of(TEN);

    @Test
    void taxesAreRoundedOnEveryLineByItself() {
        // Given two lines of 1.05 at 10 %: 0.105 each, 0.21 together
        PriceInput input = input(USD, false, List.of(), line("A", "1.05", 1), line("B", "1.05", 1));

        // When
        OrderAmounts amounts = Pricing.price(input);

        // Then
        assertThat(amounts.tax()).isEqualByComparingTo("0.22");
        assertThat(amounts.total()).isEqualByComparingTo("2.32");
    }

    @Test
    void taxIsTakenFromTheDiscountedAmountOfTheLine() {
        // Given
        PriceInput input = input(USD, false, List.of(off("5.00")), line("A", "12.50", 2), line("B", "9.99", 1));

        // When
        OrderAmounts amounts = Pricing.price(input);

        // Then
        assertThat(amounts.lines().get(0).discount()).isEqualByComparingTo("3.57");
        assertThat(amounts.lines().get(1).discount()).isEqualByComparingTo("1.43");
        assertThat(amounts.lines().get(0).tax()).isEqualByComparingTo("2.14");
        assertThat(amounts.lines().get(1).tax()).isEqualByComparingTo("0.86");
        assertThat(amounts.total()).isEqualByComparingTo("32.99");
    }

    @Test
    void includedTaxesAreTakenOutAndNotAdded() {
        // When
        OrderAmounts amounts = Pricing.price(input(USD, true, List.of(), line("A", "11.00", 1)));

        // Then
        assertThat(amounts.tax()).isEqualByComparingTo("1.00");
        assertThat(amounts.total()).isEqualByComparingTo("11.00");
    }

    @Test
    void yenHaveNoDecimalsInAnyAmount() {
        // When
        OrderAmounts amounts =
                Pricing.price(input(JPY, false, List.of(percent("15")), line("A", "1234.5", 1), line("B", "777", 3)));

        // Then
        assertThat(List.of(amounts.total(), amounts.tax(), amounts.discounts(), amounts.subtotal()))
                .allSatisfy(amount -> assertThat(amount.scale()).isLessThanOrEqualTo(0));
        assertThat(amounts.lineItems()).isEqualByComparingTo("3566");
        assertThat(amounts.discounts()).isEqualByComparingTo("535");
    }

    @Test
    void aDiscountIsNeverMoreThanWhatItIsTakenFrom() {
        // When
        OrderAmounts amounts =
                Pricing.price(input(USD, false, List.of(off("8.00"), off("8.00")), line("A", "10.00", 1)));

        // Then
        assertThat(amounts.subtotal()).isEqualByComparingTo("0.00");
        assertThat(amounts.total()).isEqualByComparingTo("0.00");
    }

    @Test
    void aDiscountLimitedToSomeSkusLeavesTheOthersAlone() {
        // Given
        DiscountRule rule =
                new DiscountRule(DiscountRule.Kind.AUTOMATIC, "Mugs", null, BigDecimal.TEN, false, List.of("MUG"));

        // When
        OrderAmounts amounts =
                Pricing.price(input(USD, false, List.of(rule), line("MUG", "10.00", 1), line("BAG", "10.00", 1)));

        // Then
        assertThat(amounts.lines().get(0).discount()).isEqualByComparingTo("1.00");
        assertThat(amounts.lines().get(1).discounts()).isEmpty();
    }

    @Test
    void aShippingDiscountLowersShippingOnly() {
        // Given
        DiscountRule free =
                new DiscountRule(DiscountRule.Kind.CODE, "SHIPFREE", null, new BigDecimal("100"), true, List.of());

        // When
        OrderAmounts amounts = Pricing.price(
                input(USD, false, List.of(free), List.of(charge("Standard", "4.90", TEN)), line("A", "10.00", 1)));

        // Then
        assertThat(amounts.shippingPrice()).isEqualByComparingTo("4.90");
        assertThat(amounts.shippingNet()).isEqualByComparingTo("0.00");
        assertThat(amounts.discounts()).isEqualByComparingTo("4.90");
        assertThat(amounts.total()).isEqualByComparingTo("11.00");
    }

    @Test
    void removedUnitsTakeTheirShareOfTheDiscountAlong() {
        // Given
        PriceInput input = input(USD, false, List.of(off("1.00")), line("A", "10.00", 3));
        OrderAmounts whole = Pricing.price(input);

        // When
        OrderAmounts left = Remainder.of(whole, input, unitsLeft(input, List.of(1)));

        // Then
        assertThat(left.discounts()).isEqualByComparingTo("0.33");
        assertThat(left.tax()).isEqualByComparingTo("0.97");
        assertThat(left.total()).isEqualByComparingTo("10.64");
    }

    @Test
    void aDiscountOfEachLineTakesItsAmountOffEveryUnitAndNeverMoreThanThePrice() {
        // Given
        DiscountRule each = new DiscountRule(
                DiscountRule.Kind.MANUAL, "Dent", new BigDecimal("2.00"), null, false, List.of(), true);

        // When
        OrderAmounts amounts =
                Pricing.price(input(USD, false, List.of(each), line("A", "10.00", 3), line("B", "1.50", 2)));

        // Then
        assertThat(amounts.lines()).extracting(LineAmounts::discount).containsExactly(dollars("6.00"), dollars("3.00"));
    }

    @Test
    void aPercentageOfEachLineIsRoundedOnEveryLineByItself() {
        // Given two lines of 0.05 at 10 %: 0.005 each, 0.01 together
        DiscountRule each =
                new DiscountRule(DiscountRule.Kind.AUTOMATIC, "Tenth", null, BigDecimal.TEN, false, List.of(), true);

        // When
        OrderAmounts amounts =
                Pricing.price(input(USD, false, List.of(each), line("A", "0.05", 1), line("B", "0.05", 1)));

        // Then
        assertThat(amounts.discounts()).isEqualByComparingTo("0.02");
    }

    @Test
    void partOfTheShippingGivenBackTakesItsTaxAndItsDiscountAlong() {
        // Given
        DiscountRule half =
                new DiscountRule(DiscountRule.Kind.CODE, "HALF", null, new BigDecimal("50"), true, List.of());
        PriceInput input =
                input(USD, false, List.of(half), List.of(charge("Standard", "8.00", TEN)), line("A", "10.00", 1));
        OrderAmounts whole = Pricing.price(input);

        // When
        OrderAmounts left = Remainder.of(
                whole,
                input,
                new TakenBack(
                        List.of(1), List.of(dollars("1.00")), List.of(), List.of(), BigDecimal.ZERO, BigDecimal.ZERO));

        // Then
        assertThat(left.shippingNet()).isEqualByComparingTo("3.00");
        assertThat(left.discounts()).isEqualByComparingTo("3.00");
        assertThat(left.shipping().get(0).tax()).isEqualByComparingTo("0.30");
        assertThat(left.total()).isEqualByComparingTo("14.30");
    }

    @Property(tries = 500)
    void allAmountsAreWholeMinorUnitsAndAddUp(@ForAll("orders") PriceInput input) {
        // When
        OrderAmounts amounts = Pricing.price(input);

        // Then
        int decimals = input.currency().getDefaultFractionDigits();
        BigDecimal lines = amounts.lines().stream().map(LineAmounts::net).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(lines).isEqualByComparingTo(amounts.subtotal());
        assertThat(amounts.lineItems().add(amounts.shippingPrice()).subtract(amounts.discounts()))
                .isEqualByComparingTo(amounts.subtotal().add(amounts.shippingNet()));
        BigDecimal parts = amounts.subtotal()
                .add(amounts.shippingNet())
                .add(amounts.dutiesNet())
                .add(amounts.feesNet())
                .add(input.taxesIncluded() ? BigDecimal.ZERO : amounts.tax());
        assertThat(amounts.total()).isEqualByComparingTo(parts);
        assertThat(amounts.total().stripTrailingZeros().scale()).isLessThanOrEqualTo(decimals);
        assertThat(amounts.lines()).allSatisfy(line -> {
            assertThat(line.net()).isNotNegative();
            assertThat(line.tax().stripTrailingZeros().scale()).isLessThanOrEqualTo(decimals);
        });
        BigDecimal byTax = amounts.taxes().stream().map(TaxAmount::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(byTax).isEqualByComparingTo(amounts.tax());
    }

    @Property(tries = 300)
    void whatRemainsOfAnOrderIsNeverMoreThanTheOrderAndNothingRemainsOfNone(@ForAll("orders") PriceInput input) {
        // Given
        OrderAmounts whole = Pricing.price(input);
        List<Integer> all =
                input.lines().stream().map(PriceInput.Line::quantity).toList();
        List<Integer> some = all.stream().map(quantity -> quantity / 2).toList();
        List<Integer> none = all.stream().map(quantity -> 0).toList();

        // When
        OrderAmounts unchanged = Remainder.of(whole, input, unitsLeft(input, all));
        OrderAmounts half = Remainder.of(whole, input, unitsLeft(input, some));
        OrderAmounts nothing = Remainder.of(whole, input, nothingLeft(whole, none));

        // Then
        assertThat(unchanged).isEqualTo(whole);
        assertThat(half.subtotal()).isNotNegative().isLessThanOrEqualTo(whole.lineItems());
        assertThat(nothing.total()).isZero();
    }

    @Provide
    Arbitrary<PriceInput> orders() {
        Arbitrary<BigDecimal> prices =
                Arbitraries.integers().between(0, 500_000).map(cents -> BigDecimal.valueOf(cents, 2));
        Arbitrary<PriceInput.Line> lines = Combinators.combine(
                        prices, Arbitraries.integers().between(1, 50), Arbitraries.of(true, false))
                .as((price, quantity, taxable) ->
                        new PriceInput.Line("A", price, quantity, taxable ? TEN_PERCENT : List.of(), true, false));
        Arbitrary<DiscountRule> discounts = Arbitraries.oneOf(
                Arbitraries.integers()
                        .between(0, 100_000)
                        .map(cents -> off(BigDecimal.valueOf(cents, 2).toString())),
                Arbitraries.integers()
                        .between(0, 1_000)
                        .map(tenths -> percent(BigDecimal.valueOf(tenths, 1).toString())));
        Arbitrary<TaxRate> taxes = Arbitraries.integers()
                .between(0, 30_000)
                .map(rate -> new TaxRate("Tax " + rate, BigDecimal.valueOf(rate, 5)));
        return Combinators.combine(
                        lines.list().ofMinSize(1).ofMaxSize(8),
                        prices.list().ofMaxSize(2),
                        discounts.list().ofMaxSize(3),
                        taxes.list().ofMaxSize(3).uniqueElements(),
                        Arbitraries.of(true, false),
                        Arbitraries.of(USD, JPY, Currency.getInstance("KWD")))
                .as((items, charges, rules, rates, included, currency) -> new PriceInput(
                        items.stream()
                                .map(line -> new PriceInput.Line(
                                        line.sku(),
                                        line.unitPrice(),
                                        line.quantity(),
                                        line.taxes().isEmpty() ? List.of() : rates,
                                        true,
                                        false))
                                .toList(),
                        charges(charges, rates),
                        charges(charges, List.of()),
                        charges(charges, rates),
                        BigDecimal.ZERO,
                        rules,
                        included,
                        false,
                        currency));
    }

    private static List<PriceInput.Charge> charges(List<BigDecimal> prices, List<TaxRate> rates) {
        return prices.stream()
                .map(price -> new PriceInput.Charge("Charge", price, rates, true))
                .toList();
    }

    private static TakenBack unitsLeft(PriceInput input, List<Integer> units) {
        return new TakenBack(
                units,
                nothing(input.shipping()),
                nothing(input.duties()),
                nothing(input.fees()),
                BigDecimal.ZERO,
                BigDecimal.ZERO);
    }

    private static TakenBack nothingLeft(OrderAmounts whole, List<Integer> units) {
        return new TakenBack(
                units,
                whole.shipping().stream().map(LineAmounts::net).toList(),
                whole.duties().stream().map(LineAmounts::net).toList(),
                whole.fees().stream().map(LineAmounts::net).toList(),
                whole.plainTip(),
                BigDecimal.ZERO);
    }

    private static List<BigDecimal> nothing(List<PriceInput.Charge> charges) {
        return charges.stream().map(charge -> BigDecimal.ZERO).toList();
    }

    private static PriceInput input(
            Currency currency, boolean taxesIncluded, List<DiscountRule> discounts, PriceInput.Line... lines) {
        return input(currency, taxesIncluded, discounts, List.of(), lines);
    }

    private static PriceInput input(
            Currency currency,
            boolean taxesIncluded,
            List<DiscountRule> discounts,
            List<PriceInput.Charge> shipping,
            PriceInput.Line... lines) {
        return new PriceInput(
                List.of(lines),
                shipping,
                List.of(),
                List.of(),
                BigDecimal.ZERO,
                discounts,
                taxesIncluded,
                false,
                currency);
    }

    private static PriceInput.Charge charge(String code, String price, TaxRate... taxes) {
        return new PriceInput.Charge(code, new BigDecimal(price), List.of(taxes), true);
    }

    private static PriceInput.Line line(String sku, String price, int quantity) {
        return new PriceInput.Line(sku, new BigDecimal(price), quantity, TEN_PERCENT, true, false);
    }

    private static BigDecimal dollars(String amount) {
        return new BigDecimal(amount);
    }

    private static DiscountRule off(String amount) {
        return new DiscountRule(DiscountRule.Kind.CODE, "OFF", new BigDecimal(amount), null, false, List.of());
    }

    private static DiscountRule percent(String percentage) {
        return new DiscountRule(DiscountRule.Kind.CODE, "PCT", null, new BigDecimal(percentage), false, List.of());
    }
}
