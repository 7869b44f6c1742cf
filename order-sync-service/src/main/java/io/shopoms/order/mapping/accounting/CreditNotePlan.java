package io.shopoms.order.mapping.accounting;

import io.shopoms.model.ShopDomain;
import io.shopoms.order.mapping.accounting.DocumentCheck.Expected;
import io.shopoms.order.policy.OrderPolicy.RefundsBeforeInvoice;
import io.shopoms.order.shopify.Refund;
import io.shopoms.order.shopify.ShopifyOrder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The credit notes of an order: one for each refund of something that was billed. A refund that people credited
 * themselves gets no second one.
 *
 * @param notes in the order of the refunds
 * @param remarks what was left alone, for people
 */
public record CreditNotePlan(List<Note> notes, List<String> remarks) {

    public CreditNotePlan {
        notes = List.copyOf(notes);
        remarks = List.copyOf(remarks);
    }

    /**
     * The credit note of one refund.
     *
     * @param draft what it should be
     * @param expected what it should amount to, by Shopify
     * @param present what Odoo has of it
     */
    public record Note(Refund refund, DocumentDraft draft, Expected expected, Optional<AccountingDocument> present) {}

    /**
     * Plans.
     *
     * @param adjustmentProductId the product of amounts that belong to no line; absent where Odoo has none
     * @param today the day on which credit notes are issued
     */
    public static CreditNotePlan of(
            ShopDomain shop,
            ShopifyOrder order,
            OrderAccount account,
            RefundsBeforeInvoice policy,
            Optional<Long> adjustmentProductId,
            LocalDate today) {
        CreditNoteDrafts drafts = new CreditNoteDrafts(shop, order, account, adjustmentProductId, today);
        PeoplesCreditNotes peoples = new PeoplesCreditNotes(account);
        List<Note> notes = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        for (BilledRefund refund : BilledRefunds.of(order, account, policy)) {
            Optional<AccountingDocument> present = account.document(
                    DocumentIds.creditNote(shop, order.id(), refund.refund().id()));
            Optional<Note> note = drafts.of(refund, present);
            Optional<AccountingDocument> byPeople = present.isPresent()
                    ? Optional.empty()
                    : note.flatMap(wanted -> peoples.covering(refund, wanted.expected()));
            byPeople.ifPresentOrElse(
                    document -> remarks.add("refund " + refund.refund().id() + " is credited by people with "
                            + document.name() + " already"),
                    () -> note.ifPresent(notes::add));
        }
        return new CreditNotePlan(notes, remarks);
    }
}
