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
import io.shopoms.order.mapping.MoneyLedger.Agreement;
import io.shopoms.order.policy.OrderPolicy.AmountsIn;
import io.shopoms.order.shopify.Money;
import io.shopoms.order.shopify.OrderJson;
import io.shopoms.order.shopify.ShopifyOrder;
import io.shopoms.sync.cache.RawFormat;
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
        assertThat(remark(check.check(order, state, 1))).isEqualTo("equal");
    }

    @Test
    void whatIsBelowTheMinorUnitIsNoDifference() {
        // Given
        ShopifyOrder fine = OrderJson.decode(
                RawFormat.WEBHOOK,
                RecordedOrders.changed(
                        RecordedOrders.webhook("two-lines-taxed-shipping"),
                        payload ->
                                payload.put("current_total_price", "74.690368").remove("current_total_price_set")),
                AmountsIn.SHOP);

        // When / Then
        assertThat(remark(check.check(fine, state, 1))).isEqualTo("equal");
    }

    @Test
    void aResidualOfCentsGoesOnARoundingLine() {
        // Given
        ShopifyOrder taxed = RecordedOrders.order("three-taxes");
        SaleOrderState short2 = stateOf(taxed);

        // When
        Verdict verdict = check.check(taxed, short2, 1);

        // Then
        assertThat(needed(verdict)).isEqualTo("0.02");
        SaleOrderState rounded = PresentOrder.plus(short2, rounding("0.02"), 2);
        assertThat(remark(check.check(taxed, rounded, 1)))
                .isEqualTo("equal with rounding 0.02; tax: Shopify 3.27 USD, Odoo 3.25 USD");
        assertThat(check.check(taxed, rounded, 1).ledger().agreement()).isEqualTo(Agreement.ROUNDED);
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
        assertThat(needed(within)).isEqualTo("0.05");
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
                .isInstanceOfSatisfying(
                        Differs.class,
                        differs -> assertThat(differs.differences())
                                .isEqualTo(
                                        "total: Shopify 74.69 USD, Odoo 76.69 USD; lines_of_people: Shopify 0.00 USD, Odoo 2.00 USD"));
    }

    @Test
    void equalTotalsDoNotHideUnequalTaxes() {
        // Given: 1.00 of tax became goods
        SaleOrderState shifted = withTax(state, state.tax().subtract(BigDecimal.ONE));

        // When
        Verdict verdict = check.check(order, shifted, 1);

        // Then
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Differs.class,
                        differs -> assertThat(differs.differences()).isEqualTo("tax: Shopify 6.79 USD, Odoo 5.79 USD"));
    }

    @Test
    void aCentOfTaxIsWithinTheLimitAndSaid() {
        // When
        Verdict verdict = check.check(order, withTax(state, state.tax().subtract(new BigDecimal("0.01"))), 1);

        // Then
        assertThat(remark(verdict)).isEqualTo("equal; tax: Shopify 6.79 USD, Odoo 6.78 USD");
        assertThat(verdict.ledger().agreement()).isEqualTo(Agreement.ROUNDED);
    }

    @Test
    void anotherCurrencyIsNeverEqual() {
        assertThat(check.check(order, state, 2))
                .isInstanceOfSatisfying(
                        Differs.class,
                        differs -> assertThat(differs.differences()).contains("currency", "USD"));
    }

    @Test
    void theLimitOfOtherCurrenciesIsTheSameNumberOfMinorUnits() {
        // Given
        ShopifyOrder yen = RecordedOrders.order("yen");

        // When
        Verdict equal = check.check(yen, stateOf(yen), 1);
        Verdict five = check.check(yen, PresentOrder.plus(stateOf(yen), stray("5"), 0), 1);
        Verdict six = check.check(yen, PresentOrder.plus(stateOf(yen), stray("6"), 0), 1);

        // Then
        assertThat(remark(equal)).isEqualTo("equal");
        assertThat(needed(five)).isEqualTo("-5");
        assertThat(six).isInstanceOf(Differs.class);
    }

    private static String remark(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Agrees.class);
        return ((Agrees) verdict).remark();
    }

    private static String needed(Verdict verdict) {
        assertThat(verdict).isInstanceOf(NeedsRounding.class);
        return ((NeedsRounding) verdict).amount().stripTrailingZeros().toPlainString();
    }

    private static SaleOrderState withTax(SaleOrderState s, BigDecimal tax) {
        return new SaleOrderState(
                s.id(),
                s.name(),
                s.stage(),
                s.locked(),
                s.deliveryStarted(),
                s.total(),
                tax,
                s.currencyId(),
                s.tagIds(),
                s.invoicePartnerId(),
                s.deliveryPartnerId(),
                s.pickingIds(),
                s.note(),
                s.lines());
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
