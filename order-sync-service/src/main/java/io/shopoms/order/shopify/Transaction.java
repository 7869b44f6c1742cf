package io.shopoms.order.shopify;

import io.shopoms.model.ShopifyId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A movement of money, or the try of one.
 *
 * @param kind what it does
 * @param status how it went; only {@link Status#SUCCESS} moved anything
 * @param gateway who moved it: {@code shopify_payments}, {@code gift_card}, {@code manual}, …
 * @param amount positive, refunds too
 * @param processedAt when it went through
 * @param parentId the transaction that it captures, voids or refunds
 * @param test whether it was made through a test gateway
 */
public record Transaction(
        ShopifyId id,
        Kind kind,
        Status status,
        String gateway,
        Money amount,
        Optional<Instant> processedAt,
        Optional<ShopifyId> parentId,
        boolean test) {

    /** What a transaction does. */
    public enum Kind {
        AUTHORIZATION,
        SALE,
        CAPTURE,
        VOID,
        REFUND,
        CHANGE,
        /** A word that this version does not know. */
        OTHER;

        static Kind of(Optional<String> text) {
            return word(values(), text, OTHER);
        }
    }

    /** How a transaction went. */
    public enum Status {
        SUCCESS,
        PENDING,
        FAILURE,
        ERROR,
        /** A word that this version does not know. */
        OTHER;

        static Status of(Optional<String> text) {
            return word(values(), text, OTHER);
        }
    }

    /** Whether the merchant received this amount. */
    public boolean isReceived() {
        return status == Status.SUCCESS && (kind == Kind.SALE || kind == Kind.CAPTURE);
    }

    /** Whether the merchant paid this amount back. */
    public boolean isPaidBack() {
        return status == Status.SUCCESS && kind == Kind.REFUND;
    }

    private static <E extends Enum<E>> E word(E[] values, Optional<String> text, E otherwise) {
        return text.flatMap(word -> Arrays.stream(values)
                        .filter(value -> value.name().equals(word.toUpperCase(Locale.ROOT)))
                        .findFirst())
                .orElse(otherwise);
    }
}
