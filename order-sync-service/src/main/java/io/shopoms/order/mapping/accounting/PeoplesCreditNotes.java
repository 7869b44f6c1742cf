package io.shopoms.order.mapping.accounting;

import io.shopoms.order.mapping.accounting.DocumentCheck.Expected;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The credit notes that people made for an order; each stands for one refund at most. */
final class PeoplesCreditNotes {

    private final List<AccountingDocument> free;

    PeoplesCreditNotes(OrderAccount account) {
        this.free = new ArrayList<>(account.creditNotes().stream()
                .filter(document -> !document.isOurs())
                .toList());
    }

    /** The one that credits a refund: of the same amount, or of all its units. It is then taken. */
    Optional<AccountingDocument> covering(BilledRefund refund, Expected expected) {
        Optional<AccountingDocument> found = free.stream()
                .filter(document -> document.total().compareTo(expected.total()) == 0)
                .findFirst()
                .or(() -> free.stream()
                        .filter(document -> holdsUnits(document, refund))
                        .findFirst());
        found.ifPresent(free::remove);
        return found;
    }

    private static boolean holdsUnits(AccountingDocument document, BilledRefund refund) {
        return !refund.units().isEmpty()
                && refund.units().stream()
                        .allMatch(units ->
                                credited(document, units.saleLine()).compareTo(BigDecimal.valueOf(units.quantity()))
                                        >= 0);
    }

    private static BigDecimal credited(AccountingDocument document, BilledLine line) {
        return document.lines().stream()
                .filter(credited -> credited.saleLineIds().contains(line.id()))
                .map(AccountingDocument.Line::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
