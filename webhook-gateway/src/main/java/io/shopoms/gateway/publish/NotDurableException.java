package io.shopoms.gateway.publish;

/** Neither broker nor database took the webhook. Its sender must try again. */
public final class NotDurableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotDurableException(Throwable outboxProblem) {
        super("neither the broker nor the outbox took the webhook", outboxProblem, false, false);
    }

    NotDurableException(String why) {
        super(why, null, false, false);
    }
}
