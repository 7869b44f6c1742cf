package io.shopoms.sandbox.shopify.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopoms.sandbox.shopify.order.money.MoneyBag;
import io.shopoms.sandbox.shopify.order.money.OrderAmounts;
import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever happens to an order, its amounts agree with its refunds and its payments, in both currencies. */
class OrderMoneyTest {

    /** One act: what, and how much of it. */
    record Act(int kind, int size) {}

    @Property(tries = 400)
    void totalsRefundsAndPaymentsAgreeAfterEveryAct(@ForAll("orders") String draft, @ForAll("acts") List<Act> acts) {
        // Given
        ShopFixture store = new ShopFixture();
        Order order = store.place(draft);
        check(order);

        for (Act act : acts) {
            // When
            run(store, order, act);

            // Then
            check(order);
        }
    }

    private static void run(ShopFixture store, Order order, Act act) {
        LineItem line = order.lines().get(act.size() % order.lines().size());
        MoneyBag total = order.prices().current(OrderAmounts::total);
        int told = store.changes.size();
        try {
            switch (act.kind()) {
                case 0 -> store.refund(order, units(line, act, "no_restock", true));
                case 1 -> store.refund(order, units(line, act, "cancel", false));
                case 2 -> store.refund(order, "{\"shippingAmount\":\"" + act.size() + "\"}");
                case 3 -> store.refunding.refund(order, RefundWish.ofAmount("1." + (10 + act.size())));
                case 4 ->
                    store.editing.edit(order, OrderEdit.quantity(line.draft().sku(), act.size()));
                case 5 -> store.settlement.pay(order);
                default -> store.cancelling.cancel(order, Cancellation.of("other", act.size() % 2 == 0));
            }
        } catch (IllegalArgumentException refused) {
            // Shopify would refuse it too: then nothing has changed.
            assertThat(order.prices().current(OrderAmounts::total)).isEqualTo(total);
            assertThat(store.changes).hasSize(told);
        }
    }

    private static String units(LineItem line, Act act, String restock, boolean duties) {
        return "{\"lines\":[{\"line\":" + line.id() + ",\"quantity\":" + (act.size() % 3 + 1) + ",\"restock\":\""
                + restock + "\"}],\"duties\":" + duties + "}";
    }

    private static void check(Order order) {
        OrderAmounts now = order.prices().current();
        assertThat(order.outstanding())
                .isEqualTo(order.prices().current(OrderAmounts::total).minus(order.netPayment()));
        assertThat(List.of(now.subtotal(), now.shippingNet(), now.tax(), now.dutiesNet(), now.feesNet(), now.tip()))
                .allSatisfy(amount -> assertThat(amount).isNotNegative());
        for (Refund refund : order.refunds()) {
            assertThat(refund.lines()).allSatisfy(line -> {
                assertThat(line.subtotal().shopMoney().amount()).isNotNegative();
                assertThat(line.quantity()).isPositive();
            });
        }
        // What refunds took back is what the order lost, as far as no edit took anything off.
        if (!order.edited() && !order.cancelledAt().isPresent()) {
            MoneyBag lost = order.prices()
                    .ordered(OrderAmounts::subtotal)
                    .minus(order.prices().current(OrderAmounts::subtotal));
            MoneyBag takenBack = order.zero()
                    .plusAll(order.refunds().stream()
                            .flatMap(refund -> refund.lines().stream())
                            .filter(line -> !line.lineItem().isTip())
                            .map(Refund.Line::subtotal)
                            .toList());
            assertThat(takenBack).isEqualTo(lost);
        }
        if (order.financialStatus() == FinancialStatus.PAID) {
            assertThat(order.outstanding().isPositive()).isFalse();
        }
    }

    @Provide
    Arbitrary<List<Act>> acts() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 6),
                        Arbitraries.integers().between(0, 7))
                .as(Act::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
    }

    @Provide
    Arbitrary<String> orders() {
        Arbitrary<BigDecimal> prices =
                Arbitraries.integers().between(0, 20_000).map(cents -> BigDecimal.valueOf(cents, 2));
        Arbitrary<String> lines = Combinators.combine(
                        prices, Arbitraries.integers().between(1, 5), prices)
                .as((price, quantity, duty) -> "{\"sku\":\"" + price + "\",\"price\":\"" + price + "\",\"quantity\":"
                        + quantity + ",\"duties\":[{\"price\":\"" + duty.movePointLeft(2) + "\"}]}");
        return Combinators.combine(
                        lines.list().ofMinSize(1).ofMaxSize(4).map(all -> String.join(",", all)),
                        prices,
                        Arbitraries.integers().between(0, 100),
                        Arbitraries.of("0", "0.07", "0.0725", "0.19"),
                        Arbitraries.of("true", "false"),
                        Arbitraries.of("USD", "JPY", "KWD"),
                        Arbitraries.of("shopify_payments", "manual"))
                .as((items, shipping, percent, rate, included, currency, gateway) -> "{\"lines\":[" + items
                        + "],\"shipping\":{\"price\":\"" + shipping + "\"},\"discount\":{\"percentage\":\"" + percent
                        + "\"},\"taxRate\":\"" + rate + "\",\"taxesIncluded\":" + included + ",\"currency\":\""
                        + currency
                        + "\",\"gateway\":\"" + gateway + "\",\"tip\":\"1.5\",\"tipAsLine\":" + included
                        + ",\"fees\":[{\"price\":\"0.99\"}],"
                        + "\"presentmentCurrency\":\"EUR\",\"exchangeRate\":\"0.9173\"}");
    }
}
