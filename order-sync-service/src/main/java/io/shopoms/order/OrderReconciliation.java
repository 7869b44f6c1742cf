package io.shopoms.order;

import io.shopoms.order.mapping.Applied;
import io.shopoms.order.mapping.Locked;
import io.shopoms.order.mapping.OrderChange;
import io.shopoms.order.mapping.OrderDifference;
import io.shopoms.order.mapping.SaleOrderState.Stage;
import io.shopoms.order.odoo.OrderToPlace;
import io.shopoms.order.odoo.SaleOrders;
import io.shopoms.sync.failure.SyncFailureException;
import io.shopoms.sync.odoo.OdooClient;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Brings one order that is in Odoo to what it should be: applies the difference, then settles the money. */
@ApplicationScoped
class OrderReconciliation {

    private final SaleOrders saleOrders;
    private final CurrentState current;
    private final OrderMoney money;

    OrderReconciliation(SaleOrders saleOrders, CurrentState current, OrderMoney money) {
        this.saleOrders = saleOrders;
        this.current = current;
        this.money = money;
    }

    /** The order as it should be, but for the confirmation. One that people cancelled in Odoo is never reopened. */
    Uni<PlacedOrder> reconcile(OdooClient odoo, PlacedOrder order) {
        if (order.state().stage() == Stage.CANCELLED) {
            return Uni.createFrom().item(order.after("cancelled in Odoo, left alone"));
        }
        Applied wanted = wanted(order.wanted());
        OrderChange change =
                OrderDifference.between(order.state(), order.wanted().draft(), order.applied(), wanted);
        boolean moneyIsOpen = order.state().stage() == Stage.QUOTATION
                || change.changesAmounts()
                || !change.remarks().isEmpty()
                || !OrderMoney.isSettled(order.moneyCheck());
        return apply(odoo, order, change)
                .map(now -> now.with(wanted))
                .chain(now -> moneyIsOpen
                        ? money.settle(odoo, now, !change.remarks().isEmpty())
                        : Uni.createFrom().item(money.ledgered(now)));
    }

    private Uni<PlacedOrder> apply(OdooClient odoo, PlacedOrder order, OrderChange change) {
        PlacedOrder noted = change.remarks().stream().reduce(order, PlacedOrder::after, (a, b) -> b);
        if (change.isEmpty()) {
            return Uni.createFrom().item(noted);
        }
        if (order.state().locked()) {
            return Uni.createFrom()
                    .failure(new SyncFailureException(Locked.failure(order.state(), change.summary() + " in Shopify")));
        }
        return saleOrders
                .apply(odoo, order.state(), change)
                .chain(() -> current.of(odoo, noted))
                .map(now -> now.after(change.summary()));
    }

    private static Applied wanted(OrderToPlace order) {
        return Applied.of(
                order.draft(),
                order.tagIds(),
                order.partners().invoice(),
                order.partners().delivery());
    }
}
