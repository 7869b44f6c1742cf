package io.shopoms.order.mapping.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopoms.model.ShopifyId;
import io.shopoms.order.fixtures.BuiltItem;
import io.shopoms.order.fixtures.OrderBuilder;
import io.shopoms.order.mapping.accounting.AccountingDocument.State;
import io.shopoms.order.mapping.accounting.CreditNotePlan.Note;
import io.shopoms.order.mapping.accounting.DocumentCheck.Verdict;
import io.shopoms.order.policy.OrderPolicy.RefundsBeforeInvoice;
import io.shopoms.order.shopify.Refund;
import io.shopoms.order.shopify.RestockType;
import io.shopoms.order.shopify.ShopifyOrder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CreditNotePlanTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final long ADJUSTMENT = 909;

    private final OrderBuilder builder = OrderBuilder.in("USD")
            .with(BuiltItem.of(11, 3, "30.00").discounted("0.01").taxed("0.1"))
            .with(BuiltItem.of(12, 1, "11.90").taxed("0.1"))
            .shipping(21, "5.00", "0", "0.1");
    private final ShopifyOrder placed = builder.build();
    private final Ledgers ledger = Ledgers.of(placed);

    @Test
    void anOrderWithoutInvoicesGetsNoCreditNote() {
        assertThat(plan(builder.refundUnits(11, 1).build()).notes()).isEmpty();
    }

    @Test
    void refundedUnitsAreCreditedAtShopifysOwnAmounts() {
        // Given
        invoiced(placed);
        ShopifyOrder refunded = builder.refundUnits(11, 1).build();

        // When
        Note note = only(refunded);

        // Then
        assertThat(note.draft().id()).hasToString("__shopify__.acme_creditnote_1_500");
        assertThat(note.draft().reverses()).contains(100L);
        assertThat(note.draft().lines()).singleElement().satisfies(line -> {
            assertThat(line.quantity()).isEqualByComparingTo("1");
            assertThat(line.unitPrice()).isEqualByComparingTo("30.00");
            assertThat(line.saleLineId()).contains(1L);
            assertThat(line.id()).hasToString("__shopify__.acme_creditnoteline_1_500_line1_0");
        });
        assertThat(note.expected().total()).isEqualByComparingTo("33.00");
        agrees(note);
    }

    @Test
    void aCreditNoteThatIsThereIsNotMadeAgain() {
        // Given
        invoiced(placed);
        ShopifyOrder refunded = builder.refundUnits(11, 1).build();
        ledger.take(only(refunded).draft(), State.DRAFT);

        // When
        Note note = only(refunded);

        // Then
        assertThat(note.present()).isPresent();
        assertThat(ledger.of(refunded, placed).lines().get(0).toInvoice())
                .as("the order asks for no more invoices")
                .isEqualByComparingTo("0");
    }

    @Test
    void everyRefundHasItsOwnNoteAndTogetherTheyTakeTheOrderBack() {
        // Given
        invoiced(placed);
        ShopifyOrder refunded = builder.refundUnits(11, 1)
                .refundUnits(11, 2)
                .refundUnits(12, 1)
                .refundShipping(21, "5.00", true)
                .build();

        // When
        CreditNotePlan plan = plan(refunded);

        // Then
        assertThat(plan.notes())
                .extracting(note -> note.draft().id().key())
                .containsExactly("1_500", "1_501", "1_502", "1_503");
        BigDecimal credited =
                plan.notes().stream().map(note -> note.expected().total()).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(credited).isEqualByComparingTo(ledger.last().total());
        plan.notes().forEach(this::agrees);
    }

    @Test
    void whatWasTakenOffBeforeTheInvoiceIsNotCredited() {
        // Given
        ShopifyOrder smaller =
                builder.refundUnits(11, 1).refundShipping(21, "2.00", true).build();
        invoiced(smaller);

        // When
        ShopifyOrder later =
                builder.refundUnits(11, 1).refundShipping(21, "3.00", true).build();
        CreditNotePlan plan = plan(later);

        // Then
        assertThat(plan.notes()).extracting(note -> note.draft().id().key()).containsExactly("1_502", "1_503");
        assertThat(plan.notes().get(1).expected().total()).isEqualByComparingTo("3.30");
    }

    @Test
    void anAmountIsCreditedOnTheAdjustmentProduct() {
        // Given
        invoiced(placed);

        // When
        Note note = only(builder.adjustment("-5.00", "0.00", false).build());

        // Then
        assertThat(note.expected().total()).isEqualByComparingTo("5.00");
        assertThat(note.draft().lines()).singleElement().satisfies(line -> {
            assertThat(line.productId()).contains(ADJUSTMENT);
            assertThat(line.unitPrice()).isEqualByComparingTo("5.00");
            assertThat(line.name()).isEqualTo("Refund adjustment: refund discrepancy");
            assertThat(line.saleLineId()).isEmpty();
        });
    }

    @Test
    void anAdjustmentThatIsALineOfTheOrderIsLinkedToIt() {
        // Given
        invoiced(placed);
        ShopifyOrder refunded = builder.adjustment("-5.00", "0.00", true).build();

        // When
        Note note = only(refunded);

        // Then
        assertThat(note.expected().total()).isEqualByComparingTo("5.00");
        assertThat(note.draft().lines()).singleElement().satisfies(line -> {
            assertThat(line.quantity()).isEqualByComparingTo("-1");
            assertThat(line.unitPrice()).isEqualByComparingTo("-5.00");
            assertThat(line.saleLineId()).isPresent();
        });
        agrees(note);
        ledger.take(note.draft(), State.POSTED);
        assertThat(InvoicePlan.of(
                                Ledgers.SHOP, refunded, ledger.of(refunded, placed), RefundsBeforeInvoice.SHRINK, TODAY)
                        .draft())
                .isEmpty();
    }

    @Test
    void anAdjustmentInTheInvoiceIsNotCreditedAgain() {
        // Given
        ShopifyOrder refunded = builder.adjustment("-5.00", "0.00", true).build();

        // When
        invoiced(refunded);

        // Then
        assertThat(plan(refunded).notes()).isEmpty();
    }

    @Test
    void goodsTakenBackForNothingHaveNoDocument() {
        // Given
        invoiced(placed);
        ShopifyOrder refunded = builder.refundUnits(12, 1).build();
        Refund refund = refunded.refunds().get(0);
        Refund keptMoney = new Refund(
                refund.id(),
                refund.createdAt(),
                refund.note(),
                refund.lines(),
                List.of(),
                List.of(new Refund.Adjustment(
                        "refund_discrepancy",
                        refund.lines().get(0).subtotal(),
                        refund.lines().get(0).tax())),
                refund.duties(),
                List.of());

        // Then
        assertThat(plan(RefundedOrders.with(refunded, keptMoney)).notes()).isEmpty();
    }

    @Test
    void unitsThatTheCustomerKeepsStayInvoicedOnTheOrder() {
        // Given
        ledger.keeping(11, 3);
        invoiced(placed);
        ShopifyOrder refunded = builder.refundUnits(11, 1).build();
        ShopifyOrder kept = RefundedOrders.restocked(refunded, RestockType.NO_RESTOCK);
        ShopifyOrder shippedAllTheSame = RefundedOrders.restocked(refunded, RestockType.CANCEL);

        // Then
        assertThat(only(refunded).draft().lines().get(0).saleLineId())
                .as("they come back")
                .isPresent();
        assertThat(only(kept).draft().lines().get(0).saleLineId())
                .as("they do not")
                .isEmpty();
        assertThat(only(shippedAllTheSame).draft().lines().get(0).saleLineId())
                .as("taken off too late")
                .isEmpty();
    }

    @Test
    void aRefundThatPeopleCreditedGetsNoSecondNote() {
        // Given
        invoiced(placed);
        ShopifyOrder refunded = builder.refundUnits(11, 1).refundUnits(12, 1).build();
        ledger.takeFromPeople(plan(refunded).notes().get(0).draft());

        // When
        CreditNotePlan plan = plan(refunded);

        // Then
        assertThat(plan.notes())
                .singleElement()
                .satisfies(note -> assertThat(note.refund().id()).isEqualTo(new ShopifyId(501)));
        assertThat(plan.remarks()).containsExactly("refund 500 is credited by people with CREDIT_NOTE/101 already");
    }

    @Test
    void withSeveralInvoicesNoneIsNamedAsTheReversedOne() {
        // Given
        DocumentDraft whole = invoice(placed);
        ledger.take(RefundedOrders.with(whole, whole.lines().subList(0, 1)), State.POSTED);
        ledger.take(RefundedOrders.with(whole, whole.lines().subList(1, 3)), State.POSTED);

        // When
        Note note = only(builder.refundUnits(12, 1).build());

        // Then
        assertThat(note.draft().reverses()).isEmpty();
        agrees(note);
    }

    @Test
    void byPolicyDeliveredUnitsAreCreditedBeforeAnyInvoice() {
        // Given
        ledger.keeping(11, 3);
        ShopifyOrder refunded = builder.refundUnits(11, 1).build();

        // When
        CreditNotePlan plan = CreditNotePlan.of(
                Ledgers.SHOP,
                refunded,
                ledger.of(refunded, placed),
                RefundsBeforeInvoice.CREDIT,
                Optional.of(ADJUSTMENT),
                TODAY);

        // Then
        assertThat(plan.notes()).singleElement().satisfies(note -> {
            assertThat(note.expected().total()).isEqualByComparingTo("33.00");
            assertThat(note.draft().lines().get(0).saleLineId())
                    .as("the invoice still to come holds all units")
                    .isEmpty();
        });
    }

    private void invoiced(ShopifyOrder order) {
        ledger.take(invoice(order), State.POSTED);
    }

    private DocumentDraft invoice(ShopifyOrder order) {
        return InvoicePlan.of(Ledgers.SHOP, order, ledger.of(order, placed), RefundsBeforeInvoice.SHRINK, TODAY)
                .draft()
                .orElseThrow();
    }

    private CreditNotePlan plan(ShopifyOrder order) {
        return CreditNotePlan.of(
                Ledgers.SHOP,
                order,
                ledger.of(order, placed),
                RefundsBeforeInvoice.SHRINK,
                Optional.of(ADJUSTMENT),
                TODAY);
    }

    private Note only(ShopifyOrder order) {
        List<Note> notes = plan(order).notes();
        assertThat(notes).hasSize(1);
        return notes.get(0);
    }

    /** What Odoo makes of the draft is what Shopify refunded. */
    private void agrees(Note note) {
        AccountingDocument document =
                Ledgers.of(placed).take(note.draft(), State.DRAFT).last();
        assertThat(new DocumentCheck(true, BigDecimal.ZERO, "USD").check(document, note.expected(), false))
                .isEqualTo(new Verdict.Agrees(Optional.empty()));
    }
}
