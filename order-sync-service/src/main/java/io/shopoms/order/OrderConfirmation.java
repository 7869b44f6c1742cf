package io.shopoms.order;

import io.shopoms.order.mapping.SaleOrderState.Stage;
import io.shopoms.order.mapping.accounting.PaymentHold;
import io.shopoms.order.odoo.SaleOrders;
import io.shopoms.order.policy.OrderPolicies;
import io.shopoms.sync.failure.SyncFailure.Misconfigured;
import io.shopoms.sync.failure.SyncFailure.RejectedByTarget;
import io.shopoms.sync.failure.SyncFailure.TransientFailure;
import io.shopoms.sync.failure.SyncFailureException;
import io.shopoms.sync.odoo.OdooClient;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Confirms quotations whose amounts agree: all in one call, one by one where Odoo refuses that. A second confirmation is
 * refused too, so the stage that the order then has is what counts, not the answer.
 */
@ApplicationScoped
class OrderConfirmation {

    private final SaleOrders saleOrders;
    private final OrderPolicies policies;

    OrderConfirmation(SaleOrders saleOrders, OrderPolicies policies) {
        this.saleOrders = saleOrders;
        this.policies = policies;
    }

    /** All orders; those that were to be confirmed are, wait for their payment, or are stopped by Odoo's refusal. */
    Uni<List<PlacedOrder>> confirm(OdooClient odoo, List<PlacedOrder> orders) {
        List<PlacedOrder> due = new ArrayList<>();
        List<PlacedOrder> others = new ArrayList<>();
        for (PlacedOrder order : orders) {
            Optional<String> hold = isDue(order) ? hold(order) : Optional.empty();
            (isDue(order) && hold.isEmpty() ? due : others)
                    .add(hold.map(order::after).orElse(order));
        }
        return confirmAll(odoo, due).map(confirmed -> {
            List<PlacedOrder> all = new ArrayList<>(others);
            all.addAll(confirmed);
            return all;
        });
    }

    private static boolean isDue(PlacedOrder order) {
        return order.problem().isEmpty() && order.state().stage() == Stage.QUOTATION;
    }

    private Optional<String> hold(PlacedOrder order) {
        return PaymentHold.reason(
                order.task().order(),
                order.task().method(),
                policies.of(order.link().shop()).unpaidOrders());
    }

    private Uni<List<PlacedOrder>> confirmAll(OdooClient odoo, List<PlacedOrder> due) {
        if (due.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return saleOrders
                .confirm(odoo, ids(due))
                .chain(() -> confirmed(odoo, due, null))
                .onFailure(OrderConfirmation::isRefusal)
                .recoverWithUni(refusal -> due.size() == 1
                        ? confirmed(
                                odoo,
                                due,
                                ((SyncFailureException) refusal).failure().message())
                        : oneByOne(odoo, due));
    }

    private Uni<List<PlacedOrder>> oneByOne(OdooClient odoo, List<PlacedOrder> due) {
        Uni<List<PlacedOrder>> all = Uni.createFrom().item(List.of());
        for (PlacedOrder order : due) {
            all = all.chain(sofar -> confirmAll(odoo, List.of(order)).map(one -> {
                List<PlacedOrder> more = new ArrayList<>(sofar);
                more.addAll(one);
                return more;
            }));
        }
        return all;
    }

    private Uni<List<PlacedOrder>> confirmed(OdooClient odoo, List<PlacedOrder> due, String refusal) {
        return saleOrders
                .stages(odoo, ids(due))
                .map(stages -> due.stream()
                        .map(order -> judged(order, stages, refusal))
                        .toList());
    }

    private static PlacedOrder judged(PlacedOrder order, Map<Long, Stage> stages, String refusal) {
        Stage stage = stages.get(order.state().id());
        if (stage == null) {
            return order.stopped(LinkRules.deleted(order.link()));
        }
        PlacedOrder now = order.with(order.state().at(stage));
        if (stage != Stage.QUOTATION) {
            return now.after(stage == Stage.CONFIRMED ? "confirmed" : "cancelled in Odoo meanwhile, left alone");
        }
        return now.stopped(new RejectedByTarget(
                order.state().name() + " cannot be confirmed: "
                        + (refusal == null ? "Odoo asks a person to decide something" : refusal),
                "Open the quotation in Odoo, do what it asks for and confirm it there, or retry."));
    }

    private static boolean isRefusal(Throwable failure) {
        return failure instanceof SyncFailureException e
                && !(e.failure() instanceof TransientFailure)
                && !(e.failure() instanceof Misconfigured);
    }

    private static List<Long> ids(List<PlacedOrder> orders) {
        return orders.stream().map(order -> order.state().id()).toList();
    }
}
