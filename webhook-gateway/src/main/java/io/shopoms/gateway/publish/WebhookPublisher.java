package io.shopoms.gateway.publish;

import io.shopoms.bus.message.WebhookMessages;
import io.shopoms.bus.outbox.Outbox;
import io.shopoms.bus.publish.ConfirmedPublisher;
import io.shopoms.model.Exchanges;
import io.shopoms.model.WebhookEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Makes a webhook durable: confirmed by the broker, else committed to the outbox within the same request. */
@ApplicationScoped
public class WebhookPublisher {

    private final ConfirmedPublisher publisher;
    private final Outbox outbox;
    private final PublishConfig config;

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
        Map<String, String> headers = WebhookMessages.headers(event);
        String routingKey = event.topic().routingKey();
        return publisher
                .publish(Exchanges.WEBHOOKS, routingKey, headers, event.body())
                .replaceWith(Durability.CONFIRMED)
                .ifNoItem()
                .after(config.confirmTimeout())
                .fail()
                .onFailure()
                .recoverWithUni(() -> outbox.add(Exchanges.WEBHOOKS, routingKey, headers, event.body())
                        .replaceWith(Durability.OUTBOX))
                .ifNoItem()
                .after(config.deadline())
                .fail()
                .onFailure()
                .transform(NotDurableException::new);
    }
}
