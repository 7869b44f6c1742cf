package io.shopoms.sync.intake;

import io.quarkus.runtime.ShutdownEvent;
import io.shopoms.bus.consume.BrokerConsumer;
import io.shopoms.bus.consume.BrokerConsumers;
import io.shopoms.bus.consume.ConsumerLimits;
import io.shopoms.bus.consume.Delivery;
import io.shopoms.bus.consume.MessageHandler;
import io.shopoms.sync.database.SchemaReady;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;

/** Takes the service's webhooks from its queue; a batch that was stored is acknowledged. */
@ApplicationScoped
public class WebhookConsumer {

    private final Optional<BrokerConsumer> consumer;

    WebhookConsumer(BrokerConsumers consumers, WebhookIntake intake, IntakeConfig config) {
        ConsumerLimits limits = ConsumerLimits.ofBatches(config.batchSize(), config.batchBytes(), config.batchWait());
        this.consumer = config.queue().map(queue -> consumers.of(queue, limits, new Intake(intake)));
    }

    /** Why no webhooks come in; empty while they do, and for a service that takes none. */
    public Optional<String> problem() {
        return consumer.filter(c -> !c.isConnected()).map(BrokerConsumer::reason);
    }

    void start(@Observes SchemaReady event) {
        consumer.ifPresent(BrokerConsumer::start);
    }

    void stop(@Observes ShutdownEvent event) {
        consumer.ifPresent(BrokerConsumer::close);
    }

    private record Intake(WebhookIntake intake) implements MessageHandler<Message> {

        @Override
        public Message read(Delivery delivery) {
            return new Message(delivery.headers(), delivery.body());
        }

        @Override
        public long bytes(Message message) {
            return message.body().length;
        }

        @Override
        public Uni<Void> handle(List<Message> batch) {
            return intake.store(batch);
        }
    }
}
