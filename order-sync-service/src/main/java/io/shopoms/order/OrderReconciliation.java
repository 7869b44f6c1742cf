package io.shopoms.order;

import io.shopoms.order.mapping.Applied;
import io.shopoms.order.mapping.Locked;
import io.shopoms.order.mapping.OrderChange;
import io.shopoms.order.mapping.OrderDifference;
import io.shopoms.order.mapping.SaleOrderState;
import io.shopoms.order.mapping.SaleOrderState.Stage;
import io.shopoms.order.mapping.returns.ReturnPlan;
import io.shopoms.order.odoo.OrderToPlace;
import io.shopoms.order.odoo.SaleOrders;
import io.shopoms.sync.failure.SyncFailureException;
import io.shopoms.sync.odoo.OdooClient;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Brings one order that is in Odoo to what it should be: takes goods back, applies the difference, then settles the money.
 */
@ApplicationScoped
class OrderReconciliation implements OrderReturns.Steps<PlacedOrder> {

    private final SaleOrders saleOrders;
    private final CurrentState current;
    private final OrderReturns returns;
    private final OrderMoney money;

    OrderReconciliation(SaleOrders saleOrders, CurrentState current, OrderReturns returns, OrderMoney money) {
        this.saleOrders = saleOrders;
        this.current = current;
        this.returns = returns;
        this.money = money;
    }

    /** The order as it should be, but for the confirmation. One that people cancelled in Odoo is never reopened. */
    Uni<PlacedOrder> reconcile(OdooClient odoo, PlacedOrder order) {
        if (order.state().stage() == Stage.CANCELLED) {
            return Uni.createFrom().item(order.after("cancelled in Odoo, left alone"));
        }
        return returns.inStep(odoo, order.link().shop(), order.task().order(), order, this)
                .chain(now -> moneyIsOpen(order, now)
                        ? money.settle(odoo, now)
                        : Uni.createFrom().item(money.ledgered(now)));
    }

    /** Lines that people added are their business, so an order that agreed once is checked again only after a change. */
    private static boolean moneyIsOpen(PlacedOrder before, PlacedOrder now) {
        return now.state().stage() == Stage.QUOTATION
                || now.done().size() > before.done().size()
                || !OrderMoney.isSettled(before.moneyCheck());
    }

    @Override
    public SaleOrderState state(PlacedOrder order) {
        return order.state();
    }

    @Override
    public Uni<PlacedOrder> read(OdooClient odoo, PlacedOrder order) {
        return current.of(odoo, order);
    }

    @Override
    public Uni<PlacedOrder> apply(OdooClient odoo, PlacedOrder order, ReturnPlan plan) {
        Applied wanted = wanted(order.wanted());
        OrderChange change =
                OrderDifference.between(order.state(), order.wanted().draft(), order.applied(), wanted, plan);
        PlacedOrder noted = change.remarks().stream()
                .reduce(order, PlacedOrder::after, (a, b) -> b)
                .with(wanted);
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
