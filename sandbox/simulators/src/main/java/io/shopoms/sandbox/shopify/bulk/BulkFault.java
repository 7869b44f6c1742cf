package io.shopoms.sandbox.shopify.bulk;

import java.util.Locale;

/**
 * How the next bulk operation goes wrong.
 *
 * @param afterObjects as soon as it has written so many lines
 * @param errorCode for {@link Kind#FAIL}: ACCESS_DENIED, INTERNAL_SERVER_ERROR or TIMEOUT
 */
public record BulkFault(Kind kind, long afterObjects, String errorCode) {

    /** What happens. */
    public enum Kind {
        /** It ends as FAILED; what it has so far is the partial result. */
        FAIL,
        /** It ends as CANCELED. */
        CANCEL,
        /** It ends as COMPLETED, but the file ends early: it has fewer lines than {@code objectCount} says. */
        TRUNCATE;

        /** @throws IllegalArgumentException naming the kinds that exist */
        public static Kind parse(String text) {
            try {
                return valueOf(text.toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("kind must be fail, cancel or truncate", e);
            }
        }
    }

    public static BulkFault fail(long afterObjects, String errorCode) {
        return new BulkFault(Kind.FAIL, afterObjects, errorCode);
    }

    public static BulkFault cancel(long afterObjects) {
        return new BulkFault(Kind.CANCEL, afterObjects, null);
    }

    /** @param lines that the file has at most */
    public static BulkFault truncate(long lines) {
        return new BulkFault(Kind.TRUNCATE, lines, null);
    }
}
