package io.shopoms.order.settlement;

import io.shopoms.order.mapping.accounting.AccountingDocument;
import io.shopoms.order.mapping.accounting.DocumentCheck;
import io.shopoms.order.mapping.accounting.DocumentCheck.Expected;
import io.shopoms.order.mapping.accounting.DocumentCheck.Verdict;
import io.shopoms.order.mapping.accounting.OrderAccount;
import io.shopoms.order.odoo.AccountingDocuments;
import io.shopoms.order.odoo.OrderAccounts;
import io.shopoms.sync.failure.SyncFailure.RejectedByTarget;
import io.shopoms.sync.failure.SyncFailure.TransientFailure;
import io.shopoms.sync.failure.SyncFailureException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;

/** Checks a draft that Odoo has against what it should amount to, and posts it where policy says so. */
@ApplicationScoped
class DocumentPosting {

    private final AccountingDocuments documents;
    private final OrderAccounts accounts;

    DocumentPosting(AccountingDocuments documents, OrderAccounts accounts) {
        this.documents = documents;
        this.accounts = accounts;
    }

    /** The order with its account read again. */
    Uni<Progress> reread(SettlementRun run, Progress order) {
        long id = order.subject().saleOrderId();
        return accounts.of(run.odoo(), List.of(id)).map(found -> {
            OrderAccount now = found.get(id);
            if (now == null) {
                throw new SyncFailureException(
                        new TransientFailure("the order vanished from Odoo while its documents were made"));
            }
            return order.with(now);
        });
    }

    /**
     * Checks a draft. A small residual goes on a rounding line; then it is checked again.
     *
     * @param now finds the draft and what it should amount to in the account as they are
     * @return the order, with its account as they are then
     * @throws SyncFailureException naming each difference; the draft stays a draft
     */
    Uni<Progress> checked(SettlementRun run, Progress order, Function<OrderAccount, Draft> now) {
        Draft draft = now.apply(order.account());
        Verdict verdict = verdict(run, order, draft, true);
        if (verdict instanceof Verdict.NeedsRounding needs
                && run.roundingProductId().isPresent()) {
            return documents
                    .round(run.odoo(), draft.document(), run.roundingProductId().orElseThrow(), needs.amount())
                    .chain(() -> reread(run, order))
                    .map(reread -> concluded(
                            reread.after(draft.document().name() + " rounded by "
                                    + needs.amount().toPlainString()),
                            now.apply(reread.account()),
                            verdict(run, reread, now.apply(reread.account()), false)));
        }
        return Uni.createFrom().item(concluded(order, draft, verdict));
    }

    /**
     * @param document a draft
     * @param expected what it should amount to
     * @param strict whether its tax must agree to the minor unit too
     */
    record Draft(AccountingDocument document, Expected expected, boolean strict) {}

    Uni<Progress> post(SettlementRun run, Progress order, AccountingDocument document) {
        return documents
                .post(run.odoo(), List.of(document.id()))
                .map(posted ->
                        order.with(order.account().with(document.posted())).after(document.name() + " posted"));
    }

    private static Verdict verdict(SettlementRun run, Progress order, Draft draft, boolean mayRound) {
        return new DocumentCheck(
                        draft.strict(),
                        run.policy().roundingLimit(),
                        order.order().currency())
                .check(draft.document(), draft.expected(), mayRound);
    }

    private static Progress concluded(Progress order, Draft draft, Verdict verdict) {
        if (verdict instanceof Verdict.Agrees agrees) {
            return agrees.remark()
                    .map(remark -> order.after(draft.document().name() + ", " + remark))
                    .orElse(order);
        }
        String differences = verdict instanceof Verdict.Differs differs
                ? differs.differences()
                : "it needs a rounding line, and Odoo has no product for it";
        throw differs(draft, differences);
    }

    private static SyncFailureException differs(Draft draft, String differences) {
        return new SyncFailureException(new RejectedByTarget(
                draft.document().name() + " stays a draft, its amounts differ: " + differences,
                "Compare its lines and their taxes with the order in Shopify. Odoo must round taxes per line (Settings >"
                        + " Accounting > Rounding Method). Correct the draft in Odoo, or delete it, then retry."));
    }
}
