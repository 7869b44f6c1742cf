package io.shopoms.order.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopoms.model.ShopDomain;
import io.shopoms.order.fixtures.KnownReferences;
import io.shopoms.order.fixtures.PresentOrder;
import io.shopoms.order.fixtures.RecordedOrders;
import io.shopoms.order.mapping.MoneyCheck.Verdict;
import io.shopoms.order.mapping.MoneyCheck.Verdict.Agrees;
import io.shopoms.order.mapping.MoneyCheck.Verdict.Differs;
import io.shopoms.order.mapping.MoneyCheck.Verdict.NeedsRounding;
import io.shopoms.order.shopify.Money;
import io.shopoms.order.shopify.ShopifyOrder;
import io.shopoms.sync.odoo.ExternalId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MoneyCheckTest {

    private static final ShopDomain SHOP = new ShopDomain("acme.myshopify.com");

    private final MoneyCheck check = new MoneyCheck(new BigDecimal("0.05"));
    private final ShopifyOrder order = RecordedOrders.order("two-lines-taxed-shipping");
    private final SaleOrderState state = stateOf(order);

    @Test
    void equalTotalsAgree() {
        assertThat(check.check(order, state, 1)).isEqualTo(new Agrees("equal"));
    }

    @Test
    void aResidualOfCentsGoesOnARoundingLine() {
        // Given
        ShopifyOrder taxed = RecordedOrders.order("three-taxes");
        SaleOrderState short2 = stateOf(taxed);

        // When
        Verdict verdict = check.check(taxed, short2, 1);

        // Then
        assertThat(verdict).isEqualTo(new NeedsRounding(new BigDecimal("0.02")));
        SaleOrderState rounded = PresentOrder.plus(short2, rounding("0.02"), 2);
        assertThat(check.check(taxed, rounded, 1))
                .isEqualTo(new Agrees("equal with rounding 0.02; tax: Shopify 3.27 USD, Odoo 3.25 USD"));
    }

    @Test
    void aRoundingLineThatIsNoLongerNeededGoesToZero() {
        // When
        Verdict verdict = check.check(order, PresentOrder.plus(state, rounding("0.03"), 2), 1);

        // Then
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        NeedsRounding.class, needs -> assertThat(needs.amount()).isEqualByComparingTo("0"));
    }

    @Test
    void theLimitHoldsForTheWholeRoundingLine() {
        // When
        Verdict within = check.check(order, PresentOrder.plus(state, stray("-0.05"), 2), 1);
        Verdict beyond = check.check(
                order, PresentOrder.plus(PresentOrder.plus(state, rounding("0.05"), 2), stray("-0.06"), 2), 1);

        // Then
        assertThat(within).isEqualTo(new NeedsRounding(new BigDecimal("0.05")));
        assertThat(beyond).isInstanceOf(Differs.class);
    }

    @Test
    void everyDifferenceIsNamed() {
        // Given
        SaleOrderState wrong = PresentOrder.plus(state, strayShipping(), 2);

        // When
        Verdict verdict = check.check(order, wrong, 1);

        // Then
        assertThat(verdict)
                .isEqualTo(new Differs(
                        "total: Shopify 74.69 USD, Odoo 76.69 USD;" + " shipping: Shopify 5.00 USD, Odoo 7.00 USD"));
    }

    @Test
    void anotherCurrencyIsNeverEqual() {
        assertThat(check.check(order, state, 2))
                .isInstanceOfSatisfying(
                        Differs.class,
                        differs -> assertThat(differs.differences()).contains("currency", "USD"));
    }

    @Test
    void yenHaveNoCents() {
        // Given
        ShopifyOrder yen = RecordedOrders.order("yen");

        // When
        Verdict equal = check.check(yen, stateOf(yen), 1);
        Verdict oneMore = check.check(yen, PresentOrder.plus(stateOf(yen), stray("1"), 0), 1);

        // Then
        assertThat(equal).isEqualTo(new Agrees("equal"));
        assertThat(oneMore).isInstanceOf(Differs.class);
    }

    private static SaleOrderState stateOf(ShopifyOrder order) {
        return PresentOrder.of(
                SaleOrderMapper.map(SHOP, order, List.of(), KnownReferences.of(order)), Money.digits(order.currency()));
    }

    private static SaleLineState rounding(String amount) {
        return line(Optional.of(ExternalId.of(SHOP, MoneyCheck.ROUNDING_KIND, "1")), amount, false);
    }

    private static SaleLineState stray(String amount) {
        return line(Optional.empty(), amount, false);
    }

    private static SaleLineState strayShipping() {
        return line(Optional.empty(), "2.00", true);
    }

    private static SaleLineState line(Optional<ExternalId> id, String amount, boolean delivery) {
        BigDecimal value = new BigDecimal(amount);
        return new SaleLineState(
                90, id, "line", BigDecimal.ONE, BigDecimal.ZERO, value, List.of(), value, value, delivery);
    }
}
