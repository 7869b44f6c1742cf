package io.shopoms.order.settlement;

import io.shopoms.order.mapping.accounting.OrderAccount;
import io.shopoms.order.shopify.ShopifyOrder;
import io.shopoms.order.shopify.Transaction;
import io.shopoms.sync.failure.SyncFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An order on its way through the steps of accounting; each step makes the next one of it.
 *
 * @param transactions how it was paid, as far as a step needs to know
 */
record Progress(
        Subject subject,
        OrderAccount account,
        List<Transaction> transactions,
        List<String> done,
        Optional<SyncFailure> problem) {

    static Progress start(Subject subject, OrderAccount account) {
        return new Progress(subject, account, List.of(), List.of(), Optional.empty());
    }

    ShopifyOrder order() {
        return subject.order();
    }

    Progress with(OrderAccount newAccount) {
        return new Progress(subject, newAccount, transactions, done, problem);
    }

    Progress paidBy(List<Transaction> found) {
        return new Progress(subject, account, found, done, problem);
    }

    Progress after(String what) {
        List<String> more = new ArrayList<>(done);
        more.add(what);
        return new Progress(subject, account, transactions, List.copyOf(more), problem);
    }

    Progress after(List<String> remarks) {
        return remarks.stream().reduce(this, Progress::after, (a, b) -> b);
    }

    Progress stopped(SyncFailure failure) {
        return new Progress(subject, account, transactions, done, Optional.of(failure));
    }

    Settled settled() {
        return new Settled(done, problem);
    }
}
