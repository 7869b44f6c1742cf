package io.shopoms.sandbox.shopify.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shopoms.sandbox.shopify.order.money.LineAmounts;
import io.shopoms.sandbox.shopify.order.money.OrderAmounts;
import io.shopoms.sandbox.shopify.order.money.TaxAmount;
import java.math.BigDecimal;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CheckoutTest {

    private final ShopFixture store = new ShopFixture();

    @Test
    void linesAndShippingLinesHaveTaxesOfTheirOwn() {
        // When
        Order order = store.place(
                "{\"lines\":[{\"sku\":\"BOOK\",\"price\":\"20.00\",\"taxes\":[{\"title\":\"Reduced\",\"rate\":\"0.07\"}]},"
                        + "{\"sku\":\"MUG\",\"price\":\"10.00\"}],"
                        + "\"taxes\":[{\"title\":\"VAT\",\"rate\":\"0.19\"},{\"title\":\"City\",\"rate\":\"0.01\"}],"
                        + "\"shippingLines\":[{\"price\":\"5.00\"},{\"code\":\"Island\",\"price\":\"3.00\",\"taxable\":false},"
                        + "{\"price\":\"2.00\",\"taxes\":[{\"title\":\"Reduced\",\"rate\":\"0.07\"}]}]}");

        // Then
        assertThat(order.prices().ordered().taxes())
                .extracting(each -> each.tax().title() + " " + each.amount())
                .containsExactly("Reduced 1.54", "VAT 2.85", "City 0.15");
        assertThat(text(order, OrderAmounts::total)).isEqualTo("44.54");
    }

    @Test
    void dutiesAndFeesWithTheirTaxesAreInTheTotalButNotInTheSubtotal() {
        // When
        Order order = store.place(
                "{\"lines\":[{\"sku\":\"A\",\"price\":\"100.00\",\"duties\":[{\"harmonizedSystemCode\":\"520300\","
                        + "\"countryCodeOfOrigin\":\"CA\",\"price\":\"12.00\",\"taxes\":[{\"title\":\"GST\",\"rate\":\"0.05\"}]}]}],"
                        + "\"fees\":[{\"name\":\"Recycling\",\"price\":\"1.50\"}]}");

        // Then
        assertThat(text(order, OrderAmounts::subtotal)).isEqualTo("100.00");
        assertThat(text(order, OrderAmounts::dutiesNet)).isEqualTo("12.00");
        assertThat(text(order, OrderAmounts::feesNet)).isEqualTo("1.50");
        assertThat(text(order, OrderAmounts::tax)).isEqualTo("0.60");
        assertThat(text(order, OrderAmounts::total)).isEqualTo("114.10");
    }

    @Test
    void dutiesThatPricesContainAreNotPaidTwice() {
        // When
        Order order = store.place(
                "{\"dutiesIncluded\":true,\"lines\":[{\"sku\":\"A\",\"price\":\"100.00\",\"duties\":[{\"price\":\"12.00\"}]}]}");

        // Then
        assertThat(text(order, OrderAmounts::total)).isEqualTo("100.00");
    }

    @Test
    void aTipIsInTheTotalAloneAndAsALineNeverShipped() {
        // When
        Order plain = store.place("{\"tip\":\"2.00\"}");
        Order asLine = store.place(
                "{\"tip\":\"2.00\",\"tipAsLine\":true,\"discount\":{\"percentage\":\"10\"},\"taxRate\":\"0.1\"}");

        // Then
        assertThat(text(plain, OrderAmounts::total)).isEqualTo("13.90");
        assertThat(plain.lines()).hasSize(1);
        assertThat(asLine.lines()).hasSize(2);
        assertThat(text(asLine, OrderAmounts::tip)).isEqualTo("2.00");
        assertThat(text(asLine, OrderAmounts::subtotal)).isEqualTo("10.71");
        assertThat(text(asLine, OrderAmounts::total)).isEqualTo("13.78");
        assertThat(asLine.fulfillmentOrders().get(0).lines()).hasSize(1);
        assertThat(asLine.lines().get(1).fulfillableQuantity()).isZero();
    }

    @Test
    void aTaxExemptBuyerPaysNoTaxes() {
        // When
        Order order = store.place("{\"taxExempt\":true,\"taxRate\":\"0.2\",\"shipping\":{\"price\":\"5.00\"}}");

        // Then
        assertThat(order.prices().ordered().taxes()).isEmpty();
        assertThat(text(order, OrderAmounts::total)).isEqualTo("16.90");
    }

    @Test
    void aGiftCardThatIsSoldIsNeitherTaxedNorShipped() {
        // When
        Order order = store.place(
                "{\"taxRate\":\"0.2\",\"lines\":[{\"sku\":\"GC-25\",\"title\":\"Gift card\",\"price\":\"25.00\",\"giftCard\":true}]}");

        // Then
        assertThat(text(order, OrderAmounts::total)).isEqualTo("25.00");
        assertThat(order.lines().get(0).draft().requiresShipping()).isFalse();
    }

    @Test
    void aGiftCardThatIsUsedIsAPaymentAndNoDiscount() {
        // When
        Order order = store.place("{\"payments\":[{\"gateway\":\"gift_card\",\"amount\":\"5.00\"},{}]}");

        // Then
        assertThat(text(order, OrderAmounts::total)).isEqualTo("11.90");
        assertThat(text(order, OrderAmounts::discounts)).isEqualTo("0.00");
        assertThat(order.payments().gateways()).containsExactly("gift_card", "shopify_payments");
        assertThat(order.transactions())
                .extracting(each -> each.amount().shopMoney().text())
                .containsExactly("5.00", "6.90");
        assertThat(order.financialStatus()).isEqualTo(FinancialStatus.PAID);
    }

    @Test
    void paymentsMayNotComeToMoreThanTheOrder() {
        assertThatThrownBy(() -> store.place("{\"payments\":[{\"amount\":\"11.91\"}]}"))
                .hasMessage("payments of 11.91 are more than the order's 11.90");
        assertThat(store.shop.orders()).isEmpty();
        assertThat(store.shop.customers()).isEmpty();
    }

    @Test
    void cashIsRoundedToTheCoinAndTheOrderIsNot() {
        // When
        Order order = store.place("{\"currency\":\"CHF\",\"sourceName\":\"pos\",\"gateway\":\"cash\",\"paid\":true,"
                + "\"cashRounding\":\"0.05\",\"lines\":[{\"sku\":\"A\",\"price\":\"9.98\"}]}");
        store.refunding.refund(order, RefundWish.ofAmount("3.33"));

        // Then
        assertThat(text(order, OrderAmounts::total)).isEqualTo("9.98");
        assertThat(order.payments().rounding(false).shopMoney().text()).isEqualTo("0.02");
        assertThat(order.payments().rounding(true).shopMoney().text()).isEqualTo("0.02");
        assertThat(order.outstanding().isZero()).isTrue();
    }

    @Test
    void aDeletedProductLeavesItsSkuAndNothingElse() {
        // When
        Order order = store.place("{\"lines\":[{\"sku\":\"OLD\",\"deleted\":true},{\"title\":\"Engraving\"}]}");

        // Then
        assertThat(order.lines()).allSatisfy(line -> assertThat(line.variant()).isEmpty());
        assertThat(order.lines().get(0).draft().sku()).isEqualTo("OLD");
    }

    @Test
    void linesOfOneBundleShareItsGroup() {
        // When
        Order order = store.place("{\"lines\":[{\"sku\":\"A\",\"bundle\":{\"title\":\"Gift box\",\"sku\":\"BOX\"}},"
                + "{\"sku\":\"B\",\"bundle\":{\"title\":\"Gift box\",\"sku\":\"BOX\"}},{\"sku\":\"C\"}]}");

        // Then
        assertThat(order.lines().get(0).group())
                .isPresent()
                .isEqualTo(order.lines().get(1).group());
        assertThat(order.lines().get(0).group().orElseThrow().variant().sku()).isEqualTo("BOX");
        assertThat(order.lines().get(2).group()).isEmpty();
    }

    @Test
    void twoPlacesOfACompanyAreOneCompany() {
        // When
        Company first =
                store.place("{\"company\":{\"name\":\"Acme Ltd\"}}").company().orElseThrow();
        Company second = store.place("{\"company\":{\"name\":\"Acme Ltd\",\"location\":\"Depot\"}}")
                .company()
                .orElseThrow();

        // Then
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.locationId()).isNotEqualTo(first.locationId());
    }

    @Test
    void stackedDiscountsNeverTakeMoreThanThereIs() {
        // When
        Order order = store.place(
                "{\"lines\":[{\"sku\":\"A\",\"quantity\":2,\"price\":\"10.00\"},{\"sku\":\"B\",\"price\":\"1.00\"}],"
                        + "\"shippingLines\":[{\"code\":\"Fast\",\"price\":\"5.00\"},{\"code\":\"Slow\",\"price\":\"2.00\"}],"
                        + "\"discounts\":[{\"kind\":\"automatic\",\"title\":\"Each\",\"amount\":\"3.00\",\"each\":true},"
                        + "{\"code\":\"TEN\",\"percentage\":\"10\"},{\"kind\":\"manual\",\"title\":\"Sorry\",\"amount\":\"50.00\"},"
                        + "{\"code\":\"FREE\",\"percentage\":\"100\",\"target\":\"shipping\",\"skus\":[\"Fast\"]}]}");

        // Then
        assertThat(text(order, OrderAmounts::subtotal)).isEqualTo("0.00");
        assertThat(order.prices().ordered().lines())
                .extracting(LineAmounts::net)
                .allSatisfy(net -> assertThat(net).isEqualByComparingTo("0"));
        assertThat(text(order, OrderAmounts::total)).isEqualTo("2.00");
    }

    @Test
    void dinarsHaveThreeDecimalsAndYenNone() {
        // When
        Order dinars = store.place(
                "{\"currency\":\"KWD\",\"taxRate\":\"0.05\",\"lines\":[{\"sku\":\"A\",\"price\":\"1.235\"}]}");
        Order yen = store.place(
                "{\"currency\":\"JPY\",\"taxRate\":\"0.08\",\"lines\":[{\"sku\":\"A\",\"price\":\"1234\"}]}");

        // Then
        assertThat(text(dinars, OrderAmounts::total)).isEqualTo("1.297");
        assertThat(text(yen, OrderAmounts::total)).isEqualTo("1333");
    }

    @Test
    void anOrderOf250LinesAddsUp() {
        // Given
        String lines = IntStream.range(0, 250)
                .mapToObj(i ->
                        "{\"sku\":\"S-" + i + "\",\"price\":\"0.3" + i % 10 + "\",\"quantity\":" + (i % 3 + 1) + "}")
                .collect(Collectors.joining(","));

        // When
        Order order =
                store.place("{\"taxRate\":\"0.077\",\"discount\":{\"percentage\":\"7.5\"},\"lines\":[" + lines + "]}");

        // Then
        OrderAmounts amounts = order.prices().ordered();
        BigDecimal taxes = amounts.lines().stream()
                .flatMap(line -> line.taxes().stream())
                .map(TaxAmount::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(amounts.total())
                .isEqualByComparingTo(
                        amounts.lineItems().subtract(amounts.discounts()).add(taxes));
        assertThat(order.lines()).hasSize(250);
    }

    private static String text(Order order, Function<OrderAmounts, BigDecimal> amount) {
        return order.prices().ordered(amount).shopMoney().text();
    }
}
