package io.shopoms.gateway.publish;

import io.shopoms.bus.message.WebhookMessages;
import io.shopoms.bus.outbox.Outbox;
import io.shopoms.bus.publish.ConfirmedPublisher;
import io.shopoms.model.Exchanges;
import io.shopoms.model.MessageHeaders;
import io.shopoms.model.WebhookEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Makes a webhook durable: confirmed by the broker, else committed to the outbox within the same request. */
@ApplicationScoped
public class WebhookPublisher {

    private static final Duration SHORTEST = Duration.ofMillis(100);

    private final ConfirmedPublisher publisher;
    private final Outbox outbox;
    private final PublishConfig config;
    private final AtomicLong outboxBytes = new AtomicLong();

    public WebhookPublisher(ConfirmedPublisher publisher, Outbox outbox, PublishConfig config) {
        this.publisher = publisher;
        this.outbox = outbox;
        this.config = config;
    }

    /**
     * @return where the event is safe now; fails with {@link NotDurableException} if it is not. A confirm that comes after
     *     its timeout leaves the event in both places: consumers keep receipts.
     */
    public Uni<Durability> publish(WebhookEvent event) {
        long start = System.nanoTime();
        Map<String, String> headers = WebhookMessages.headers(event);
        headers.put(MessageHeaders.TRACEPARENT, TraceContext.start());
        return publisher
                .publish(Exchanges.WEBHOOKS, event.topic().routingKey(), headers, event.body())
                .replaceWith(Durability.CONFIRMED)
                .onFailure()
                .recoverWithUni(() -> addToOutbox(event, headers, start));
    }

    private Uni<Durability> addToOutbox(WebhookEvent event, Map<String, String> headers, long start) {
        int size = event.body().length;
        if (outboxBytes.getAndAdd(size) > config.maxOutboxBytes()) {
            outboxBytes.addAndGet(-size);
            return Uni.createFrom().failure(new NotDurableException("too much waits for the database"));
        }
        return outbox.add(Exchanges.WEBHOOKS, event.topic().routingKey(), headers, event.body())
                .onItemOrFailure()
                .invoke((added, failure) -> outboxBytes.addAndGet(-size))
                // The insert goes on after the deadline, and counts until it ends.
                .memoize()
                .indefinitely()
                .replaceWith(Durability.OUTBOX)
                .ifNoItem()
                .after(timeLeft(start))
                .fail()
                .onFailure()
                .transform(NotDurableException::new);
    }

    private Duration timeLeft(long start) {
        Duration left = config.deadline().minusNanos(System.nanoTime() - start);
        return left.compareTo(SHORTEST) < 0 ? SHORTEST : left;
    }
}
