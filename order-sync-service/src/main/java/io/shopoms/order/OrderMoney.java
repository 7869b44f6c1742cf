package io.shopoms.order;

import io.shopoms.order.mapping.MoneyCheck;
import io.shopoms.order.mapping.MoneyCheck.Verdict;
import io.shopoms.order.mapping.MoneyCheck.Verdict.Agrees;
import io.shopoms.order.mapping.MoneyCheck.Verdict.Differs;
import io.shopoms.order.mapping.MoneyCheck.Verdict.NeedsRounding;
import io.shopoms.order.mapping.MoneyLedger;
import io.shopoms.order.mapping.OrderChange;
import io.shopoms.order.mapping.RoundingLine;
import io.shopoms.order.mapping.SaleOrderState.Stage;
import io.shopoms.order.odoo.SaleOrders;
import io.shopoms.order.policy.OrderPolicies;
import io.shopoms.sync.failure.SyncFailure.RejectedByTarget;
import io.shopoms.sync.odoo.OdooClient;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;

/** Settles the money of one order: the totals agree, agree with one rounding line, or the order waits for a person. */
@ApplicationScoped
class OrderMoney {

    private static final String EQUAL = "equal";
    private static final String EXPLAINED = "explained";

    private final SaleOrders saleOrders;
    private final CurrentState current;
    private final OrderPolicies policies;

    OrderMoney(SaleOrders saleOrders, CurrentState current, OrderPolicies policies) {
        this.saleOrders = saleOrders;
        this.current = current;
        this.policies = policies;
    }

    /** Whether an earlier check said all that there is to say. */
    static boolean isSettled(String moneyCheck) {
        return moneyCheck.startsWith(EQUAL) || moneyCheck.startsWith(EXPLAINED);
    }

    /** The order with its verdict; stopped if its amounts differ. */
    Uni<PlacedOrder> settle(OdooClient odoo, PlacedOrder order) {
        Verdict verdict = verdict(order);
        if (verdict instanceof NeedsRounding needs
                && order.wanted().draft().roundingProductId().isPresent()) {
            return rounded(odoo, order, needs.amount())
                    .map(now -> now.after("rounding " + needs.amount().toPlainString()))
                    .map(now -> concluded(now, verdict(now)));
        }
        return Uni.createFrom().item(concluded(order, verdict));
    }

    /** The order with its ledger, for one whose money needs no work. */
    PlacedOrder ledgered(PlacedOrder order) {
        MoneyLedger ledger = verdict(order).ledger();
        return order.with(order.moneyCheck().startsWith(EXPLAINED) ? ledger.explained() : ledger);
    }

    private PlacedOrder concluded(PlacedOrder order, Verdict verdict) {
        if (verdict instanceof Agrees agrees) {
            return order.with(agrees.ledger()).checked(agrees.remark());
        }
        String differences = verdict instanceof Differs differs
                ? differs.differences()
                : verdict.ledger().differences()
                        + (order.wanted().draft().roundingProductId().isPresent()
                                ? "; a rounding line did not settle it"
                                : "; it needs a rounding line, and Odoo has no product for it");
        return order.with(verdict.ledger()).checked(differences).stopped(failure(order, differences));
    }

    private Uni<PlacedOrder> rounded(OdooClient odoo, PlacedOrder order, BigDecimal amount) {
        OrderChange change = RoundingLine.of(
                order.state(),
                order.wanted().draft().id(),
                order.wanted().draft().roundingProductId().orElseThrow(),
                amount);
        return saleOrders.apply(odoo, order.state(), change).chain(() -> current.of(odoo, order));
    }

    private Verdict verdict(PlacedOrder order) {
        MoneyCheck check = new MoneyCheck(policies.of(order.link().shop()).roundingLimit());
        return check.check(
                order.task().order(), order.state(), order.wanted().draft().currencyId());
    }

    private static RejectedByTarget failure(PlacedOrder order, String differences) {
        boolean waits = order.state().stage() == Stage.QUOTATION;
        return new RejectedByTarget(
                order.state().name()
                        + (waits ? " stays a quotation, its amounts differ: " : " has other amounts: ")
                        + differences,
                "Compare the lines and their taxes in both systems. Odoo must round taxes per line (Settings >"
                        + " Accounting > Rounding Method), and each Shopify rate needs its own Odoo tax. Correct the"
                        + " cause, then retry.");
    }
}
