package io.shopoms.order.shopify;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far an order is paid. Webhooks write it in lower case, GraphQL in upper case; both mean the same. */
public enum FinancialStatus {
    PENDING,
    AUTHORIZED,
    PARTIALLY_PAID,
    PAID,
    PARTIALLY_REFUNDED,
    REFUNDED,
    VOIDED,
    EXPIRED,
    /** A word that this version does not know. */
    OTHER;

    /** An absent status is {@link #PENDING}: GraphQL leaves it out for orders that nobody has paid anything of. */
    static FinancialStatus of(Optional<String> text) {
        return text.map(FinancialStatus::of).orElse(PENDING);
    }

    private static FinancialStatus of(String text) {
        return Arrays.stream(values())
                .filter(status -> status.name().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElse(OTHER);
    }

    /** In lower case, as Shopify's webhooks write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
