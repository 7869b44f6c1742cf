package io.shopoms.order.settlement;

import io.shopoms.order.mapping.accounting.AccountingDocument;
import io.shopoms.order.mapping.accounting.AccountingDocument.State;
import io.shopoms.order.mapping.accounting.CreditNotePlan;
import io.shopoms.order.mapping.accounting.CreditNotePlan.Note;
import io.shopoms.order.mapping.accounting.DocumentDraft;
import io.shopoms.order.mapping.accounting.OrderAccount;
import io.shopoms.order.odoo.AccountingDocuments;
import io.shopoms.order.policy.OrderPolicy.Documents;
import io.shopoms.order.settlement.DocumentPosting.Draft;
import io.shopoms.sync.odoo.ExternalId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Makes one credit note for each refund of something that was billed. */
@ApplicationScoped
class CreditNoteStep {

    private final AccountingDocuments documents;
    private final DocumentPosting posting;

    CreditNoteStep(AccountingDocuments documents, DocumentPosting posting) {
        this.documents = documents;
        this.posting = posting;
    }

    Uni<Progress> settle(SettlementRun run, Progress order) {
        if (run.policy().creditNotes() == Documents.NONE
                || order.order().refunds().isEmpty()) {
            return Uni.createFrom().item(order);
        }
        CreditNotePlan plan = plan(run, order, order.account());
        Progress noted = order.after(plan.remarks());
        List<DocumentDraft> missing = plan.notes().stream()
                .filter(note -> note.present().isEmpty())
                .map(Note::draft)
                .toList();
        Uni<Progress> made = missing.isEmpty()
                ? Uni.createFrom().item(noted)
                : documents
                        .ensure(run.odoo(), missing)
                        .chain(() -> posting.reread(run, noted))
                        .map(now ->
                                now.after(missing.size() == 1 ? "1 credit note" : missing.size() + " credit notes"));
        return made.chain(now -> finished(run, now));
    }

    /** Every draft of ours is checked and, by policy, posted; also one that an earlier try left behind. */
    private Uni<Progress> finished(SettlementRun run, Progress order) {
        Uni<Progress> all = Uni.createFrom().item(order);
        for (Note note : plan(run, order, order.account()).notes()) {
            if (note.present().filter(CreditNoteStep::isDraft).isPresent()) {
                ExternalId id = note.draft().id();
                all = all.chain(now -> posting.checked(run, now, account -> draft(run, order, account, id)))
                        .chain(now -> posted(run, now, note));
            }
        }
        return all;
    }

    private Uni<Progress> posted(SettlementRun run, Progress order, Note note) {
        if (run.policy().creditNotes() != Documents.POSTED) {
            return Uni.createFrom().item(order);
        }
        if (order.account().invoices().stream().anyMatch(CreditNoteStep::isDraft)) {
            return Uni.createFrom()
                    .item(order.after(
                            "the credit note of refund " + note.refund().id() + " waits until the invoice is posted"));
        }
        AccountingDocument document = order.account().documents().stream()
                .filter(present -> present.is(note.draft().id()))
                .findFirst()
                .orElseThrow();
        return posting.post(run, order, document);
    }

    private static Draft draft(SettlementRun run, Progress order, OrderAccount account, ExternalId id) {
        return plan(run, order, account).notes().stream()
                .filter(note -> note.draft().id().equals(id))
                .findFirst()
                .map(note -> new Draft(note.present().orElseThrow(), note.expected(), false))
                .orElseThrow();
    }

    private static boolean isDraft(AccountingDocument document) {
        return document.state() == State.DRAFT;
    }

    private static CreditNotePlan plan(SettlementRun run, Progress order, OrderAccount account) {
        return CreditNotePlan.of(
                run.store().shop(),
                order.order(),
                account,
                run.policy().refundsBeforeInvoice(),
                run.adjustmentProductId(),
                run.today());
    }
}
