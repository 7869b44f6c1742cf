package io.shopoms.order;

import io.shopoms.order.ledger.Ledger;
import io.shopoms.order.ledger.LedgerEntry;
import io.shopoms.order.ledger.LedgerEntry.Verdict;
import io.shopoms.order.mapping.MoneyCheck;
import io.shopoms.order.mapping.MoneyLedger;
import io.shopoms.order.mapping.MoneyLedger.Agreement;
import io.shopoms.order.mapping.SaleOrderState;
import io.shopoms.order.mapping.SaleOrderState.Stage;
import io.shopoms.order.shopify.Money;
import io.shopoms.order.shopify.ShopifyOrder;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * Writes down what the orders of a batch are worth in both systems, whatever became of them. A cancelled order is worth
 * nothing on the side where it is cancelled, although Odoo keeps its amounts.
 */
@ApplicationScoped
class OrderBooks {

    private final Ledger ledger;

    OrderBooks(Ledger ledger) {
        this.ledger = ledger;
    }

    Uni<Void> write(Store store, List<OrderTask> tasks, Outcomes outcomes) {
        return ledger.write(
                tasks.stream().map(task -> entry(store, task, outcomes)).toList());
    }

    static LedgerEntry entry(Store store, OrderTask task, Outcomes outcomes) {
        ShopifyOrder order = task.order();
        Optional<SaleOrderState> odoo = outcomes.lastSeen(task);
        Money zero = Money.zero(order.currency());
        // What was rounded in cash is no part of Shopify's total, and a line in Odoo.
        Money total = task.isCancelled()
                ? zero
                : order.totals().total().plus(order.totals().cashRounding());
        Money tax = task.isCancelled() ? zero : order.totals().tax();
        Optional<Money> odooTotal = odoo.map(state -> worth(state, state.total(), order.currency()));
        BigDecimal rounding = odoo.map(OrderBooks::rounding).orElse(BigDecimal.ZERO);
        Optional<MoneyLedger> sums = outcomes.ledger(task);
        return new LedgerEntry(
                store.shop(),
                order.id(),
                order.name(),
                order.orderedAt().atZone(ZoneOffset.UTC).toLocalDate(),
                order.currency(),
                total.amount(),
                tax.amount(),
                odooTotal.map(Money::amount),
                odoo.map(state -> worth(state, state.tax(), order.currency()).amount()),
                rounding,
                verdict(total, odooTotal, rounding, sums),
                outcomes.remark(task),
                sums);
    }

    private static Verdict verdict(
            Money shopify, Optional<Money> odoo, BigDecimal rounding, Optional<MoneyLedger> sums) {
        if (odoo.isEmpty()) {
            return Verdict.ABSENT;
        }
        if (sums.isPresent()) {
            return verdict(sums.get().agreement());
        }
        if (!odoo.get().equals(shopify)) {
            return Verdict.DIFFERS;
        }
        return rounding.signum() == 0 ? Verdict.EQUAL : Verdict.ROUNDED;
    }

    private static Verdict verdict(Agreement agreement) {
        return switch (agreement) {
            case EQUAL -> Verdict.EQUAL;
            case ROUNDED -> Verdict.ROUNDED;
            case EXPLAINED -> Verdict.EXPLAINED;
            case DIFFERENT -> Verdict.DIFFERS;
        };
    }

    private static Money worth(SaleOrderState state, BigDecimal amount, String currency) {
        return state.stage() == Stage.CANCELLED ? Money.zero(currency) : new Money(amount, currency);
    }

    private static BigDecimal rounding(SaleOrderState state) {
        return state.stage() == Stage.CANCELLED ? BigDecimal.ZERO : MoneyCheck.rounding(state);
    }
}
