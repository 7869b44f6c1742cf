package io.shopoms.order.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopoms.model.ShopDomain;
import io.shopoms.order.fixtures.BuiltItem;
import io.shopoms.order.fixtures.GeneratedOrder;
import io.shopoms.order.fixtures.KnownReferences;
import io.shopoms.order.fixtures.OrderBuilder;
import io.shopoms.order.fixtures.PresentOrder;
import io.shopoms.order.mapping.MoneyCheck.Verdict;
import io.shopoms.order.mapping.MoneyCheck.Verdict.Agrees;
import io.shopoms.order.mapping.MoneyCheck.Verdict.NeedsRounding;
import io.shopoms.order.shopify.Money;
import io.shopoms.order.shopify.ShopifyOrder;
import io.shopoms.sync.odoo.ExternalId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;

class MoneyPropertyTest {

    private static final ShopDomain SHOP = new ShopDomain("acme.myshopify.com");
    private static final MoneyCheck CHECK = new MoneyCheck(new BigDecimal("0.05"));

    private static int orders;
    private static int rounded;
    private static int taxWithinLimit;

    @Property(tries = 12_000, edgeCases = EdgeCasesMode.NONE)
    void odooMakesShopifysTotalTaxAndResidualOfAnyOrder(@ForAll("orders") GeneratedOrder generated) {
        // Given
        ShopifyOrder order = generated.order();
        int digits = Money.digits(order.currency());

        // When
        SaleOrderState state = PresentOrder.of(map(order), digits);
        Verdict verdict = CHECK.check(order, state, 1);
        if (verdict instanceof NeedsRounding needs) {
            OrderChange line = RoundingLine.of(state, ExternalId.of(SHOP, "order", order.id()), 905, needs.amount());
            state = PresentOrder.after(state, line, digits);
            verdict = CHECK.check(order, state, 1);
            rounded++;
        }

        // Then
        assertThat(verdict).isInstanceOf(Agrees.class);
        BigDecimal cash = order.totals().cashRounding().amount();
        assertThat(state.total())
                .isEqualByComparingTo(order.totals().total().amount().add(cash));
        assertThat(state.total().subtract(generated.received().add(cash)))
                .isEqualByComparingTo(order.totals().outstanding().amount());
        BigDecimal taxDifference = order.totals().tax().amount().subtract(state.tax());
        if (order.taxesIncluded()) {
            assertThat(taxDifference.movePointRight(digits).abs()).isLessThanOrEqualTo(BigDecimal.valueOf(5));
        } else {
            assertThat(taxDifference).isEqualByComparingTo(verdict.ledger().rounding());
        }
        taxWithinLimit += order.taxesIncluded() && taxDifference.signum() != 0 ? 1 : 0;
        orders++;
    }

    @AfterContainer
    static void tellHowOftenCentsWereRounded() {
        System.out.printf(
                "money of %,d generated orders: all totals, taxes and residuals agree; %,d (%.1f %%) needed a rounding"
                        + " line, %,d more (%.1f %%) have cents of included tax within the limit%n",
                orders, rounded, 100.0 * rounded / orders, taxWithinLimit, 100.0 * taxWithinLimit / orders);
    }

    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    void anyOrderBecomesAnyOtherByItsDifference(@ForAll Random random) {
        // Given
        String currency = GeneratedOrder.currency(random);
        boolean included = random.nextBoolean();
        ShopifyOrder one = GeneratedOrder.exact(random, currency, included).order();
        ShopifyOrder target = GeneratedOrder.exact(random, currency, included).order();
        int digits = Money.digits(currency);
        SaleOrderState present = PresentOrder.of(map(one), digits);
        SaleOrderDraft draft = map(target);
        Applied applied = Applied.of(present);

        // When
        OrderChange change = OrderDifference.between(present, draft, applied, applied);
        SaleOrderState after = PresentOrder.after(present, change, digits);

        // Then
        assertThat(new Money(after.total(), currency))
                .isEqualTo(target.totals().total().plus(target.totals().cashRounding()));
        assertThat(OrderDifference.between(after, draft, applied, applied).isEmpty())
                .isTrue();
    }

    @Property(tries = 2_000)
    void aNetUnitPriceBringsBackTheExactLineTotal(
            @ForAll @IntRange(min = 1, max = 50_000) int quantity,
            @ForAll @IntRange(max = 10_000_000) int price,
            @ForAll @IntRange(max = 1_000_000) int off) {
        // Given
        BigDecimal unitBefore = BigDecimal.valueOf(price, 2);
        BigDecimal gross = unitBefore.multiply(BigDecimal.valueOf(quantity));
        BigDecimal discount = BigDecimal.valueOf(off, 2).min(gross);
        ShopifyOrder order = OrderBuilder.in("USD")
                .with(BuiltItem.of(1, quantity, unitBefore.toPlainString()).discounted(discount.toPlainString()))
                .build();

        // When
        BigDecimal unit = NetUnitPrice.of(order.lines().get(0), List.of());

        // Then
        BigDecimal floating = BigDecimal.valueOf(unit.doubleValue() * quantity);
        assertThat(floating.setScale(2, RoundingMode.HALF_UP)).isEqualByComparingTo(gross.subtract(discount));
    }

    private static SaleOrderDraft map(ShopifyOrder order) {
        return SaleOrderMapper.map(SHOP, order, List.of(), KnownReferences.of(order));
    }

    @Provide
    Arbitrary<GeneratedOrder> orders() {
        return Arbitraries.randomValue(GeneratedOrder::any);
    }
}
