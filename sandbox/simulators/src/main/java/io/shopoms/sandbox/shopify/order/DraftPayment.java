package io.shopoms.sandbox.shopify.order;

import java.math.BigDecimal;
import java.util.Locale;

/**
 * A payment at checkout.
 *
 * @param gateway {@code gift_card} for a gift card
 * @param amount in the shop's currency; null for all that the other payments leave
 * @param kind {@code sale} (default) or {@code authorization}
 * @param status {@code success} (default), {@code pending} or {@code failure}
 */
public record DraftPayment(String gateway, BigDecimal amount, String kind, String status) {

    public DraftPayment {
        gateway = gateway == null || gateway.isBlank() ? "shopify_payments" : gateway;
        kind = kind == null ? "sale" : kind.toLowerCase(Locale.ROOT);
        status = status == null ? "success" : status.toLowerCase(Locale.ROOT);
        if (!kind.matches("sale|authorization") || !status.matches("success|pending|failure")) {
            throw new IllegalArgumentException(
                    "a payment is a sale or an authorization, of status success, pending or failure");
        }
        if (amount != null && amount.signum() <= 0) {
            throw new IllegalArgumentException("a payment's amount must be above 0");
        }
    }

    Transaction.Kind transactionKind() {
        return Transaction.Kind.valueOf(kind.toUpperCase(Locale.ROOT));
    }

    Transaction.Status transactionStatus() {
        return Transaction.Status.valueOf(status.toUpperCase(Locale.ROOT));
    }
}
