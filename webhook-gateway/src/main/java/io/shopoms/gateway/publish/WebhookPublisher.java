package io.shopoms.gateway.publish;

import io.shopoms.bus.message.WebhookMessages;
import io.shopoms.bus.outbox.Outbox;
import io.shopoms.bus.publish.ConfirmedPublisher;
import io.shopoms.bus.publish.PublishFailedException;
import io.shopoms.bus.publish.PublishOutcome;
import io.shopoms.model.Exchanges;
import io.shopoms.model.MessageHeaders;
import io.shopoms.model.WebhookEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

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
     * Makes an event durable. A confirm that comes after its timeout leaves the event in both places: consumers keep receipts.
     *
     * @param safe learns where the event is safe now
     * @param unsafe learns that it is not; one of the two is called, once, by a thread that must not be blocked
     */
    public void publish(WebhookEvent event, Consumer<Durability> safe, Consumer<NotDurableException> unsafe) {
        long start = System.nanoTime();
        Map<String, String> headers = WebhookMessages.headers(event);
        headers.put(MessageHeaders.TRACEPARENT, TraceContext.start());
        publisher.publish(Exchanges.WEBHOOKS, event.topic().routingKey(), headers, event.body(), new PublishOutcome() {
            @Override
            public void confirmed() {
                safe.accept(Durability.CONFIRMED);
            }

            @Override
            public void failed(PublishFailedException why) {
                addToOutbox(event, headers, start)
                        .subscribe()
                        .with(safe, problem -> unsafe.accept((NotDurableException) problem));
            }
        });
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
