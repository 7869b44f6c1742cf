package io.shopoms.order;

import io.shopoms.order.cache.OrderLink;
import io.shopoms.order.mapping.Applied;
import io.shopoms.order.mapping.MoneyLedger;
import io.shopoms.order.mapping.SaleOrderState;
import io.shopoms.order.odoo.OrderToPlace;
import io.shopoms.order.settlement.Settled;
import io.shopoms.sync.failure.SyncFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An order that is in Odoo, next to what it should be; each step of the work makes the next one of it.
 *
 * @param wanted what it should be
 * @param link its place in Odoo, as stored
 * @param state what Odoo has
 * @param applied what was written last of the fields that people also edit
 * @param moneyCheck what comparing the totals said
 * @param ledger both sides' sums, once they were compared
 * @param done what was done so far, in words
 * @param problem why it cannot go on
 */
record PlacedOrder(
        OrderTask task,
        OrderToPlace wanted,
        OrderLink link,
        SaleOrderState state,
        Applied applied,
        String moneyCheck,
        Optional<MoneyLedger> ledger,
        List<String> done,
        Optional<SyncFailure> problem) {

    static PlacedOrder of(OrderTask task, OrderToPlace wanted, OrderLink link, SaleOrderState state) {
        return new PlacedOrder(
                task,
                wanted,
                link,
                state,
                link.applied(),
                link.moneyCheck(),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    PlacedOrder with(SaleOrderState newState) {
        return new PlacedOrder(task, wanted, link, newState, applied, moneyCheck, ledger, done, problem);
    }

    PlacedOrder with(Applied newApplied) {
        return new PlacedOrder(task, wanted, link, state, newApplied, moneyCheck, ledger, done, problem);
    }

    PlacedOrder with(MoneyLedger newLedger) {
        return new PlacedOrder(task, wanted, link, state, applied, moneyCheck, Optional.of(newLedger), done, problem);
    }

    PlacedOrder checked(String newMoneyCheck) {
        return new PlacedOrder(task, wanted, link, state, applied, newMoneyCheck, ledger, done, problem);
    }

    /** The order after {@code what} was done; said once, however often it is. */
    PlacedOrder after(String what) {
        if (done.contains(what)) {
            return this;
        }
        List<String> more = new ArrayList<>(done);
        more.add(what);
        return new PlacedOrder(task, wanted, link, state, applied, moneyCheck, ledger, List.copyOf(more), problem);
    }

    /** After its accounting. */
    PlacedOrder after(Settled settled) {
        PlacedOrder noted = settled.done().stream().reduce(this, PlacedOrder::after, (a, b) -> b);
        return settled.problem().map(noted::stopped).orElse(noted);
    }

    PlacedOrder stopped(SyncFailure failure) {
        return new PlacedOrder(task, wanted, link, state, applied, moneyCheck, ledger, done, Optional.of(failure));
    }

    /** In words for people: {@code S00042: 1 line changed; confirmed}. */
    String note() {
        return state.name() + ": " + (done.isEmpty() ? "nothing to change" : String.join("; ", done));
    }
}
