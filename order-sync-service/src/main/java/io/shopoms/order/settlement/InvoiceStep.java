package io.shopoms.order.settlement;

import io.shopoms.order.mapping.accounting.AccountingDocument;
import io.shopoms.order.mapping.accounting.AccountingDocument.State;
import io.shopoms.order.mapping.accounting.DocumentCheck;
import io.shopoms.order.mapping.accounting.DocumentDraft;
import io.shopoms.order.mapping.accounting.InvoicePlan;
import io.shopoms.order.mapping.accounting.OrderAccount;
import io.shopoms.order.odoo.AccountingDocuments;
import io.shopoms.order.policy.OrderPolicy.Documents;
import io.shopoms.order.settlement.DocumentPosting.Draft;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Invoices what is to be invoiced, once. */
@ApplicationScoped
class InvoiceStep {

    private final AccountingDocuments documents;
    private final DocumentPosting posting;

    InvoiceStep(AccountingDocuments documents, DocumentPosting posting) {
        this.documents = documents;
        this.posting = posting;
    }

    Uni<Progress> settle(SettlementRun run, Progress order) {
        if (run.policy().invoices() == Documents.NONE) {
            return Uni.createFrom().item(order);
        }
        return invoiced(run, order).chain(now -> finished(run, now));
    }

    private Uni<Progress> invoiced(SettlementRun run, Progress order) {
        if (!order.subject().live()) {
            return Uni.createFrom().item(order);
        }
        InvoicePlan plan = InvoicePlan.of(
                run.store().shop(), order.order(), order.account(), run.policy().refundsBeforeInvoice(), run.today());
        Progress noted = order.after(plan.remarks());
        if (plan.draft().isEmpty()) {
            return Uni.createFrom().item(noted);
        }
        DocumentDraft draft = plan.draft().get();
        return documents
                .ensure(run.odoo(), List.of(draft))
                .chain(() -> posting.reread(run, noted))
                .map(now -> now.after("invoiced"));
    }

    /** Every draft of ours is checked and, by policy, posted; also one that an earlier try left behind. */
    private Uni<Progress> finished(SettlementRun run, Progress order) {
        Uni<Progress> all = Uni.createFrom().item(order);
        for (AccountingDocument draft : order.account().invoices()) {
            if (draft.isOurs() && draft.state() == State.DRAFT) {
                all = all.chain(now -> finished(run, now, draft.id()));
            }
        }
        return all;
    }

    private Uni<Progress> finished(SettlementRun run, Progress order, long id) {
        Uni<Progress> checked = DocumentCheck.ofInvoice(order.account(), document(order.account(), id))
                        .isPresent()
                ? posting.checked(run, order, account -> draft(account, id))
                : Uni.createFrom().item(order);
        return run.policy().invoices() == Documents.POSTED
                ? checked.chain(now -> posting.post(run, now, document(now.account(), id)))
                : checked;
    }

    private static Draft draft(OrderAccount account, long id) {
        AccountingDocument document = document(account, id);
        return new Draft(document, DocumentCheck.ofInvoice(account, document).orElseThrow(), true);
    }

    private static AccountingDocument document(OrderAccount account, long id) {
        return account.documents().stream()
                .filter(document -> document.id() == id)
                .findFirst()
                .orElseThrow();
    }
}
