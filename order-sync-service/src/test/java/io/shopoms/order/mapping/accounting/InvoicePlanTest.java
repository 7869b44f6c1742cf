package io.shopoms.order.mapping.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopoms.order.fixtures.BuiltItem;
import io.shopoms.order.fixtures.OrderBuilder;
import io.shopoms.order.mapping.accounting.AccountingDocument.State;
import io.shopoms.order.mapping.accounting.DocumentCheck.Expected;
import io.shopoms.order.mapping.accounting.DocumentCheck.Verdict;
import io.shopoms.order.policy.OrderPolicy.RefundsBeforeInvoice;
import io.shopoms.order.shopify.ShopifyOrder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InvoicePlanTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private final OrderBuilder builder = OrderBuilder.in("USD")
            .with(BuiltItem.of(11, 3, "25.50").taxed("0.1"))
            .with(BuiltItem.of(12, 1, "11.90").taxed("0.1"))
            .shipping(21, "5.00", "0", "0.1");
    private final ShopifyOrder placed = builder.build();
    private final Ledgers ledger = Ledgers.of(placed);

    @Test
    void theFirstInvoiceHoldsTheWholeOrder() {
        // When
        DocumentDraft draft = plan(placed).draft().orElseThrow();

        // Then
        assertThat(draft.id()).hasToString("__shopify__.acme_invoice_1_1");
        assertThat(draft.reference()).isEqualTo("#1");
        assertThat(draft.origin()).isEqualTo("S00042");
        assertThat(draft.date()).isEqualTo(TODAY);
        assertThat(draft.partnerId()).isEqualTo(12);
        assertThat(draft.lines()).hasSize(3);
        assertThat(draft.lines().get(0).id()).hasToString("__shopify__.acme_invoiceline_1_1_1");
        assertThat(draft.lines().get(0).saleLineId()).contains(1L);
        ledger.take(draft, State.DRAFT);
        assertThat(verdict(placed)).isEqualTo(new Verdict.Agrees(Optional.empty()));
    }

    @Test
    void whatIsInvoicedIsNotInvoicedAgain() {
        // Given
        ledger.take(plan(placed).draft().orElseThrow(), State.DRAFT);

        // When
        InvoicePlan again = plan(placed);

        // Then
        assertThat(again.draft()).isEmpty();
        assertThat(again.remarks()).isEmpty();
    }

    @Test
    void whatPeopleInvoicedIsNotInvoicedAgain() {
        // Given
        ledger.takeFromPeople(plan(placed).draft().orElseThrow());

        // Then
        assertThat(plan(placed).draft()).isEmpty();
    }

    @Test
    void whatBecomesInvoiceableLaterGetsAnInvoiceOfItsOwn() {
        // Given
        DocumentDraft whole = plan(placed).draft().orElseThrow();
        ledger.take(with(whole, whole.lines().subList(1, 3)), State.POSTED);

        // When
        DocumentDraft second = plan(placed).draft().orElseThrow();

        // Then
        assertThat(second.id()).hasToString("__shopify__.acme_invoice_1_2");
        assertThat(second.lines())
                .singleElement()
                .satisfies(line -> assertThat(line.quantity()).isEqualByComparingTo("3"));
        ledger.take(second, State.DRAFT);
        assertThat(verdict(placed)).isEqualTo(new Verdict.Agrees(Optional.empty()));
    }

    @Test
    void unitsThatAreAddedLaterCostWhatTheOrderHasMoreToPay() {
        // Given three units with 4.58 off are invoiced, and a fourth one at the full price joins them
        BuiltItem three = BuiltItem.of(11, 3, "24.90").taxed("0.1").discounted("4.58");
        BuiltItem four = BuiltItem.of(11, 4, "24.90").taxed("0.1").discounted("4.58");
        ShopifyOrder before = OrderBuilder.in("USD").with(three).build();
        ShopifyOrder after = OrderBuilder.in("USD").with(four).build();
        Ledgers books = Ledgers.of(before);
        books.take(draft(books, before, before), State.POSTED);

        // When
        DocumentDraft second = draft(books, after, before);
        books.take(second, State.DRAFT);

        // Then
        assertThat(second.lines()).singleElement().satisfies(line -> {
            assertThat(line.quantity()).isEqualByComparingTo("1");
            assertThat(line.unitPrice()).isEqualByComparingTo("24.90");
        });
        OrderAccount account = books.of(after, before);
        assertThat(account.invoices().stream().map(AccountingDocument::total).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(account.total());
    }

    @Test
    void deliveredUnitsThatWereRefundedAreNotInvoiced() {
        // Given
        ledger.keeping(11, 3);
        ShopifyOrder refunded = builder.refundUnits(11, 1).build();

        // When
        DocumentDraft draft = plan(refunded).draft().orElseThrow();

        // Then
        assertThat(draft.lines().get(0).quantity()).isEqualByComparingTo("2");
    }

    @Test
    void byPolicyTheyAreInvoicedAndCreditedInstead() {
        // Given
        ledger.keeping(11, 3);
        ShopifyOrder refunded = builder.refundUnits(11, 1).build();

        // When
        DocumentDraft draft = InvoicePlan.of(
                        Ledgers.SHOP, refunded, ledger.of(refunded, placed), RefundsBeforeInvoice.CREDIT, TODAY)
                .draft()
                .orElseThrow();

        // Then
        assertThat(draft.lines().get(0).quantity()).isEqualByComparingTo("3");
    }

    @Test
    void anInvoiceThatPeopleCancelledIsNotMadeAgain() {
        // Given
        ledger.take(plan(placed).draft().orElseThrow(), State.DRAFT);
        ledger.cancel(0);

        // When
        InvoicePlan again = plan(placed);

        // Then
        assertThat(again.draft()).isEmpty();
        assertThat(again.remarks()).singleElement().asString().contains("people cancelled INVOICE/100");
    }

    private static DocumentDraft draft(Ledgers books, ShopifyOrder order, ShopifyOrder first) {
        return InvoicePlan.of(Ledgers.SHOP, order, books.of(order, first), RefundsBeforeInvoice.SHRINK, TODAY)
                .draft()
                .orElseThrow();
    }

    private InvoicePlan plan(ShopifyOrder order) {
        return InvoicePlan.of(Ledgers.SHOP, order, ledger.of(order, placed), RefundsBeforeInvoice.SHRINK, TODAY);
    }

    private Verdict verdict(ShopifyOrder order) {
        Expected expected =
                DocumentCheck.ofInvoice(ledger.of(order, placed), ledger.last()).orElseThrow();
        return new DocumentCheck(true, new BigDecimal("0.05"), "USD").check(ledger.last(), expected, true);
    }

    private static DocumentDraft with(DocumentDraft d, List<DocumentDraft.Line> lines) {
        return new DocumentDraft(
                d.id(),
                d.kind(),
                d.partnerId(),
                d.date(),
                d.reference(),
                d.origin(),
                d.currencyId(),
                d.reverses(),
                lines);
    }
}
