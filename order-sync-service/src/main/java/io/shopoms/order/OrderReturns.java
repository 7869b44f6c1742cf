package io.shopoms.order;

import io.shopoms.model.ShopDomain;
import io.shopoms.order.mapping.SaleOrderState;
import io.shopoms.order.mapping.returns.OpenReturn;
import io.shopoms.order.mapping.returns.ReturnPlan;
import io.shopoms.order.odoo.ReturnPickings;
import io.shopoms.order.odoo.StockMoves;
import io.shopoms.order.policy.OrderPolicies;
import io.shopoms.order.policy.OrderPolicy.Returns;
import io.shopoms.order.shopify.ShopifyOrder;
import io.shopoms.sync.odoo.OdooClient;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Takes goods back in the warehouse, as far as the store's policy goes, in turns with the change of quantities: a quantity
 * shrinks to what is in the house before a return is prepared, and by what came back after it was received. Odoo would
 * ship returned units again otherwise. After a crash at any point the same turns go on where they were.
 */
@ApplicationScoped
class OrderReturns {

    /** A return takes at most three turns: it is made, it is confirmed and received, its goods leave the order. */
    private static final int TURNS = 4;

    private final StockMoves moves;
    private final ReturnPickings pickings;
    private final OrderPolicies policies;

    OrderReturns(StockMoves moves, ReturnPickings pickings, OrderPolicies policies) {
        this.moves = moves;
        this.pickings = pickings;
        this.policies = policies;
    }

    /** How an order is brought to what it should be while goods of it come back. */
    interface Steps<T> {

        SaleOrderState state(T order);

        /** The order with its present state. */
        Uni<T> read(OdooClient odoo, T order);

        /** The order after its quantities, and everything else, are as {@code plan} allows. */
        Uni<T> apply(OdooClient odoo, T order, ReturnPlan plan);
    }

    /** The order as it should be, with what comes back prepared or received; no extra call where nothing comes back. */
    <T> Uni<T> inStep(OdooClient odoo, ShopDomain shop, ShopifyOrder source, T order, Steps<T> steps) {
        return new Turns<>(odoo, shop, source, steps).from(order, TURNS);
    }

    private final class Turns<T> {

        private final OdooClient odoo;
        private final ShopDomain shop;
        private final ShopifyOrder source;
        private final Steps<T> steps;
        private final Returns policy;

        Turns(OdooClient odoo, ShopDomain shop, ShopifyOrder source, Steps<T> steps) {
            this.odoo = odoo;
            this.shop = shop;
            this.source = source;
            this.steps = steps;
            this.policy = policies.of(shop).returns();
        }

        Uni<T> from(T order, int left) {
            return plan(steps.state(order)).chain(plan -> {
                List<OpenReturn> unfinished = unfinished(plan);
                if (!unfinished.isEmpty() && left > 0) {
                    return advance(unfinished)
                            .chain(() -> steps.read(odoo, order))
                            .chain(now -> from(now, left - 1));
                }
                return steps.apply(odoo, order, plan)
                        .chain(now -> prepares(plan) && left > 0
                                ? pickings.prepare(odoo, shop, plan.drafts()).chain(() -> from(now, left - 1))
                                : Uni.createFrom().item(now));
            });
        }

        private Uni<ReturnPlan> plan(SaleOrderState state) {
            return ReturnPlan.isNeeded(source, state)
                    ? moves.of(odoo, state).map(movements -> ReturnPlan.of(source, state, movements))
                    : Uni.createFrom().item(ReturnPlan.none());
        }

        private boolean prepares(ReturnPlan plan) {
            return policy != Returns.NONE && !plan.drafts().isEmpty();
        }

        /** One that only waits for its goods is as far as it goes. */
        private List<OpenReturn> unfinished(ReturnPlan plan) {
            return plan.open().stream()
                    .filter(picking -> picking.draft() || policy == Returns.RECEIVE)
                    .toList();
        }

        private Uni<Void> advance(List<OpenReturn> unfinished) {
            Uni<Void> all = Uni.createFrom().voidItem();
            for (OpenReturn picking : unfinished) {
                all = all.chain(() -> picking.draft() ? pickings.confirm(odoo, picking) : nothing())
                        .chain(() -> policy == Returns.RECEIVE ? pickings.receive(odoo, picking) : nothing());
            }
            return all;
        }

        private static Uni<Void> nothing() {
            return Uni.createFrom().voidItem();
        }
    }
}
