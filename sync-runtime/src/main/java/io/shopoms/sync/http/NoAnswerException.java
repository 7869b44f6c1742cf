package io.shopoms.sync.http;

import java.util.Objects;

/** A call that ended without a complete answer; {@link #reason()} says what is known of it. */
public final class NoAnswerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why there is no answer, by what may be done next. */
    public enum Reason {
        /** No connection: the other side has not seen the call, it may be sent again. */
        NOT_SENT,
        /** The other side's certificate is not trusted: nothing was sent, and a person must act. */
        NOT_TRUSTED,
        /** Timed out or cut off after sending: the other side may have acted, now or later. */
        UNKNOWN_OUTCOME,
        /** The answer exceeds {@link HttpLimits#maxAnswerBytes()}: the other side has acted. */
        TOO_LARGE
    }

    private final Reason reason;

    public NoAnswerException(Reason reason, String message) {
        super(message, null, false, false);
        this.reason = Objects.requireNonNull(reason, "reason");
    }

    public Reason reason() {
        return reason;
    }
}
