package io.shopoms.bus.publish;

import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/** One message on its way, until its fate is known; it ends exactly once. */
final class PendingPublish {

    final String exchange;
    final String routingKey;
    final Map<String, String> headers;
    final byte[] body;
    /** {@link System#nanoTime()} at which waiting ends. */
    final long deadline;

    private final PublishOutcome outcome;
    private final InFlight inFlight;
    private final AtomicBoolean ended = new AtomicBoolean();

    /** Set by the broker's return, which comes before the confirm of the same message. */
    private volatile boolean returned;

    PendingPublish(
            String exchange,
            String routingKey,
            Map<String, String> headers,
            byte[] body,
            long deadline,
            PublishOutcome outcome,
            InFlight inFlight) {
        this.exchange = exchange;
        this.routingKey = routingKey;
        this.headers = headers;
        this.body = body;
        this.deadline = deadline;
        this.outcome = outcome;
        this.inFlight = inFlight;
    }

    void markReturned() {
        returned = true;
    }

    /** The broker is done with it. RabbitMQ accepts what it has returned, others refuse it: a return counts more. */
    void settled(boolean accepted) {
        if (returned) {
            failed(
                    PublishFailedException.Reason.UNROUTABLE,
                    "no queue is bound to " + exchange + " for routing key " + routingKey);
        } else if (!accepted) {
            failed(PublishFailedException.Reason.REFUSED, "the broker refused the message");
        } else if (end()) {
            outcome.confirmed();
        }
    }

    void failed(PublishFailedException.Reason reason, String message) {
        if (end()) {
            outcome.failed(new PublishFailedException(reason, message));
        }
    }

    boolean isEnded() {
        return ended.get();
    }

    private boolean end() {
        if (!ended.compareAndSet(false, true)) {
            return false;
        }
        inFlight.left(body.length);
        return true;
    }
}
