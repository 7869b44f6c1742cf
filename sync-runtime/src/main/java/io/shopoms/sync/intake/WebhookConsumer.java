package io.shopoms.sync.intake;

import io.quarkus.runtime.ShutdownEvent;
import io.shopoms.bus.consume.BrokerConsumer;
import io.shopoms.bus.consume.BrokerConsumers;
import io.shopoms.bus.consume.Delivery;
import io.shopoms.sync.database.SchemaReady;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;

/** Takes the service's webhooks from its queue, and acknowledges each after it was stored. */
@ApplicationScoped
public class WebhookConsumer {

    private final WebhookIntake intake;
    private final Optional<BrokerConsumer> consumer;
    private final Batches<Delivery> batches;

    WebhookConsumer(BrokerConsumers consumers, WebhookIntake intake, IntakeConfig config) {
        this.intake = intake;
        this.consumer = config.queue().map(queue -> consumers.of(queue, config.prefetch()));
        this.batches = new Batches<>(
                config.batchSize(),
                config.batchBytes(),
                config.batchWait(),
                delivery -> delivery.body().length,
                this::store);
    }

    /** Why no webhooks come in; empty while they do, and for a service that takes none. */
    public Optional<String> problem() {
        return consumer.filter(c -> !c.isConnected()).map(BrokerConsumer::reason);
    }

    void start(@Observes SchemaReady event) {
        consumer.ifPresent(c -> {
            c.deliveries().subscribe().with(batches::add);
            c.start();
        });
    }

    void stop(@Observes ShutdownEvent event) {
        consumer.ifPresent(BrokerConsumer::close);
    }

    private Uni<Void> store(List<Delivery> deliveries) {
        List<Message> messages = deliveries.stream()
                .map(delivery -> new Message(delivery.headers(), delivery.body()))
                .toList();
        return intake.store(messages).invoke(() -> deliveries.forEach(Delivery::ack));
    }
}
