package io.shopoms.order.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopoms.model.ShopDomain;
import io.shopoms.order.fixtures.KnownReferences;
import io.shopoms.order.fixtures.LivingOrder;
import io.shopoms.order.fixtures.PresentOrder;
import io.shopoms.order.mapping.MoneyCheck.Verdict;
import io.shopoms.order.mapping.MoneyLedger.Agreement;
import io.shopoms.order.policy.OrderPolicy.AmountsIn;
import io.shopoms.order.shopify.OrderJson;
import io.shopoms.order.shopify.ShopifyOrder;
import io.shopoms.sync.cache.RawFormat;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two sweaters at 28.05 with tax and a mug at 13.09, as Odoo has them, after something was taken off in Shopify. */
class RetainedTest {

    private final LivingOrder living = new LivingOrder(7001);
    private final SaleOrderState ordered = ordered();

    @Test
    void whatIsStillInTheHouseIsNotRetained() {
        // Given
        living.refunded(1, LivingOrder.SWEATER, 1, "cancel");

        // Then
        assertThat(Retained.of(order(), ordered).isNone()).isTrue();
    }

    @Test
    void deliveredUnitsAreWorthWhatWasRefundedForThem() {
        // Given
        living.refunded(1, LivingOrder.SWEATER, 1, "return");
        living.refunded(2, LivingOrder.MUG, 1, "no_restock");
        SaleOrderState shipped = PresentOrder.delivered(PresentOrder.delivered(ordered, 1, 2, 2), 2, 1, 2);

        // When
        Retained retained = Retained.of(order(), shipped);

        // Then
        assertThat(retained.units()).isEqualByComparingTo("2");
        assertThat(retained.total().amount()).isEqualByComparingTo("41.14");
        assertThat(retained.tax().amount()).isEqualByComparingTo("3.74");
        assertThat(check(shipped)).isInstanceOfSatisfying(Verdict.Agrees.class, agrees -> {
            assertThat(agrees.ledger().agreement()).isEqualTo(Agreement.EXPLAINED);
            assertThat(agrees.remark()).startsWith("explained: 41.14 USD for 2 unit(s)");
        });
    }

    @Test
    void unitsWithoutARefundAreWorthWhatOdooCharges() {
        // Given
        living.edited(LivingOrder.SWEATER, 1);

        // When
        Retained retained = Retained.of(order(), PresentOrder.delivered(ordered, 1, 2, 2));

        // Then
        assertThat(retained.total().amount()).isEqualByComparingTo("28.05");
    }

    @Test
    void ofSeveralRefundsTheLatestIsStillOutside() {
        // Given: the first unit is back and off the order, the second is not.
        living.refunded(1, LivingOrder.SWEATER, 1, "return");
        living.refunded(2, LivingOrder.SWEATER, 1, "return");
        SaleOrderState oneIsBack = PresentOrder.delivered(withSweaters(1), 1, 1, 2);

        // Then
        assertThat(Retained.of(order(), oneIsBack).units()).isEqualByComparingTo("1");
        assertThat(check(oneIsBack)).isInstanceOf(Verdict.Agrees.class);
    }

    @Test
    void aDifferenceBesideThemIsNamed() {
        // Given
        living.refunded(1, LivingOrder.SWEATER, 1, "return");
        SaleOrderState shipped = PresentOrder.delivered(ordered, 1, 2, 2);
        String wrong =
                living.webhook().replace("\"current_total_price\":\"46.64\"", "\"current_total_price\":\"46.00\"");

        // When
        Verdict verdict = new MoneyCheck(new BigDecimal("0.05")).check(decoded(wrong), shipped, 1);

        // Then
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Differs.class,
                        differs -> assertThat(differs.differences())
                                .contains("total: Shopify 46.00 USD, Odoo 74.69 USD", "28.05 USD for 1 unit(s)"));
    }

    private Verdict check(SaleOrderState state) {
        return new MoneyCheck(new BigDecimal("0.05")).check(order(), state, 1);
    }

    private ShopifyOrder order() {
        return decoded(living.webhook());
    }

    private static SaleOrderState withSweaters(int units) {
        LivingOrder fewer = new LivingOrder(7001);
        return draft(decoded(fewer.edited(LivingOrder.SWEATER, units)));
    }

    private SaleOrderState ordered() {
        return draft(decoded(living.changed(payload -> {})));
    }

    private static SaleOrderState draft(ShopifyOrder order) {
        return PresentOrder.of(
                SaleOrderMapper.map(new ShopDomain("acme.myshopify.com"), order, List.of(), KnownReferences.of(order)),
                2);
    }

    private static ShopifyOrder decoded(String webhook) {
        return OrderJson.decode(RawFormat.WEBHOOK, webhook, AmountsIn.SHOP);
    }
}
