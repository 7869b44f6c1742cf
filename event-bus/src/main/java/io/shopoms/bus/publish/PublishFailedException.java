package io.shopoms.bus.publish;

/**
 * The broker has not confirmed the message. It may have it nevertheless (the confirm was lost), so whoever publishes it
 * again relies on the receiver's deduplication.
 */
public final class PublishFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What the caller should make of it. */
    public enum Reason {
        /** No connection, or it was lost; nothing to do with this message. */
        DISCONNECTED,
        /** The broker asked publishers to pause (memory or disk alarm), or too many messages wait for their confirm. */
        OVERLOADED,
        /** No confirm within the limit. */
        TIMEOUT,
        /** The broker refused it: usually its queue has no leader at the moment, so the next try may pass. */
        REFUSED,
        /** It cannot be written as a message. */
        INVALID,
        /** No queue is bound for its routing key. */
        UNROUTABLE
    }

    private final Reason reason;

    PublishFailedException(Reason reason, String message) {
        // Failures are expected by the thousand while the broker is away: no stack trace, it would tell nothing.
        super(message, null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** Whether the same message would fail again while others pass. */
    public boolean concernsThisMessageOnly() {
        return reason == Reason.INVALID || reason == Reason.UNROUTABLE;
    }
}
