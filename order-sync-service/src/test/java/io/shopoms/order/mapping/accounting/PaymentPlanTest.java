package io.shopoms.order.mapping.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.shopoms.model.ShopifyId;
import io.shopoms.order.fixtures.BuiltItem;
import io.shopoms.order.fixtures.OrderBuilder;
import io.shopoms.order.policy.JournalChoices;
import io.shopoms.order.shopify.Money;
import io.shopoms.order.shopify.ShopifyOrder;
import io.shopoms.order.shopify.Transaction;
import io.shopoms.order.shopify.Transaction.Kind;
import io.shopoms.order.shopify.Transaction.Status;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PaymentPlanTest {

    private static final JournalChoices JOURNALS =
            new JournalChoices(Map.of("shopify_payments", "BNK1", "gift_card", "GIFT", "cash", "CSH1"));

    private final ShopifyOrder order =
            OrderBuilder.in("USD").with(BuiltItem.of(11, 1, "100.00")).build();
    private final OrderAccount account = Ledgers.of(order).of(order, order);

    @Test
    void eachTransactionThatMovedMoneyIsOnePayment() {
        // When
        PaymentPlan plan = received(
                transaction(1, Kind.SALE, Status.SUCCESS, "gift_card", "20.00"),
                transaction(2, Kind.AUTHORIZATION, Status.SUCCESS, "shopify_payments", "80.00"),
                transaction(3, Kind.CAPTURE, Status.SUCCESS, "shopify_payments", "50.00"),
                transaction(4, Kind.CAPTURE, Status.FAILURE, "shopify_payments", "30.00"),
                transaction(5, Kind.VOID, Status.SUCCESS, "shopify_payments", "30.00"),
                transaction(6, Kind.REFUND, Status.SUCCESS, "shopify_payments", "10.00"));

        // Then
        assertThat(plan.payments())
                .extracting(p -> p.id().toString(), PaymentDraft::journal, PaymentDraft::amount, PaymentDraft::paidBack)
                .containsExactly(
                        tuple("__shopify__.acme_payment_1_1", "GIFT", new BigDecimal("20.00"), false),
                        tuple("__shopify__.acme_payment_1_3", "BNK1", new BigDecimal("50.00"), false));
        assertThat(plan.payments().get(0).memo()).isEqualTo("#1 gift_card 1");
        assertThat(plan.payments().get(0).date()).isEqualTo(LocalDate.of(2026, 11, 20));
        assertThat(plan.remarks()).isEmpty();
    }

    @Test
    void aPendingPaymentWaits() {
        // When
        PaymentPlan plan = received(transaction(1, Kind.SALE, Status.PENDING, "bank_deposit", "100.00"));

        // Then
        assertThat(plan.payments()).isEmpty();
        assertThat(plan.remarks()).containsExactly("a payment through bank_deposit is pending");
    }

    @Test
    void changeIsTakenOffThePaymentInCash() {
        // Given
        Transaction change = new Transaction(
                new ShopifyId(2),
                Kind.CHANGE,
                Status.SUCCESS,
                "cash",
                new Money(new BigDecimal("20.00"), "USD"),
                Optional.empty(),
                Optional.empty(),
                false);

        // When
        PaymentPlan plan = received(transaction(1, Kind.SALE, Status.SUCCESS, "cash", "120.00"), change);

        // Then
        assertThat(plan.payments())
                .singleElement()
                .satisfies(payment -> assertThat(payment.amount()).isEqualByComparingTo("100.00"));
    }

    @Test
    void anUnknownGatewayIsSaidAndNotBooked() {
        // When
        PaymentPlan plan = received(transaction(1, Kind.SALE, Status.SUCCESS, "stripe", "100.00"));

        // Then
        assertThat(plan.payments()).isEmpty();
        assertThat(plan.remarks())
                .containsExactly(
                        "a payment through stripe is not booked: shopoms.orders.journals names no journal for it");
    }

    @Test
    void anOverpaymentIsBookedAsItCame() {
        assertThat(received(transaction(1, Kind.SALE, Status.SUCCESS, "shopify_payments", "150.00"))
                        .payments())
                .singleElement()
                .satisfies(payment -> assertThat(payment.amount()).isEqualByComparingTo("150.00"));
    }

    @Test
    void moneyPaidBackIsAPaymentTheOtherWay() {
        // When
        PaymentPlan plan = PaymentPlan.paidBack(
                Ledgers.SHOP,
                order,
                account,
                List.of(
                        transaction(7, Kind.REFUND, Status.SUCCESS, "shopify_payments", "10.00"),
                        transaction(8, Kind.REFUND, Status.PENDING, "shopify_payments", "5.00")),
                JOURNALS,
                LocalDate.EPOCH);

        // Then
        assertThat(plan.payments())
                .extracting(p -> p.id().toString(), PaymentDraft::amount, PaymentDraft::paidBack)
                .containsExactly(tuple("__shopify__.acme_refundpayment_1_7", new BigDecimal("10.00"), true));
    }

    private PaymentPlan received(Transaction... transactions) {
        return PaymentPlan.received(Ledgers.SHOP, order, account, List.of(transactions), JOURNALS, LocalDate.EPOCH);
    }

    private static Transaction transaction(long id, Kind kind, Status status, String gateway, String amount) {
        return new Transaction(
                new ShopifyId(id),
                kind,
                status,
                gateway,
                new Money(new BigDecimal(amount), "USD"),
                Optional.of(Instant.parse("2026-11-20T23:30:00Z")),
                Optional.empty(),
                false);
    }
}
