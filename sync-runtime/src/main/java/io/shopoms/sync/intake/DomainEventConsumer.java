package io.shopoms.sync.intake;

import io.quarkus.runtime.ShutdownEvent;
import io.shopoms.bus.consume.BrokerConsumer;
import io.shopoms.bus.consume.BrokerConsumers;
import io.shopoms.bus.consume.ConsumerLimits;
import io.shopoms.bus.consume.Delivery;
import io.shopoms.bus.consume.MessageHandler;
import io.shopoms.sync.database.PgFailures;
import io.shopoms.sync.database.SchemaReady;
import io.shopoms.sync.intake.DomainEvents.DomainEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/**
 * Takes other services' events from the service's queue, by batch, and acknowledges those that were stored.
 * While the database is away it waits, and the broker keeps what it has not handed over.
 */
@Singleton
public class DomainEventConsumer implements MessageHandler<DomainEvent> {

    private static final Logger LOG = Logger.getLogger(DomainEventConsumer.class);

    /** As webhooks are taken: what arrives together is stored together, and a single event hardly waits. */
    private static final ConsumerLimits LIMITS = ConsumerLimits.ofBatches(200, 2_000_000, Duration.ofMillis(20));

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Optional<BrokerConsumer> consumer;
    private final DomainEvents events;
    private final AtomicReference<String> trouble = new AtomicReference<>("");

    DomainEventConsumer(BrokerConsumers consumers, DomainEvents events, DomainEventsConfig config) {
        this.consumer = config.queue().map(queue -> consumers.of(queue, LIMITS, this));
        this.events = events;
    }

    /** Why no events come in; empty while they do, and for a service that takes none. */
    public Optional<String> problem() {
        return consumer.filter(c -> !c.isConnected()).map(BrokerConsumer::reason);
    }

    void start(@Observes SchemaReady event) {
        consumer.ifPresent(BrokerConsumer::start);
    }

    void stop(@Observes ShutdownEvent event) {
        consumer.ifPresent(BrokerConsumer::close);
    }

    @Override
    public DomainEvent read(Delivery delivery) {
        return new DomainEvent(delivery.routingKey(), delivery.body());
    }

    @Override
    public long bytes(DomainEvent event) {
        return event.body().length;
    }

    @Override
    public Uni<Void> handle(List<DomainEvent> batch) {
        return Uni.createFrom()
                .deferred(() -> events.accept(batch))
                .onFailure(failure -> PgFailures.dataReason(failure).isPresent())
                .recoverWithUni(failure -> batch.size() == 1
                        ? events.reject(
                                batch.get(0), PgFailures.dataReason(failure).orElseThrow())
                        : oneByOne(batch))
                .onFailure()
                .invoke(this::complain)
                .onFailure()
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely()
                .invoke(this::relief);
    }

    /** Finds the event that the database does not take. */
    private Uni<Void> oneByOne(List<DomainEvent> batch) {
        return Multi.createFrom()
                .iterable(batch)
                .onItem()
                .transformToUniAndConcatenate(event -> handle(List.of(event)))
                .onItem()
                .ignoreAsUni();
    }

    private void relief() {
        if (!trouble.getAndSet("").isEmpty()) {
            LOG.info("events of other services are stored again");
        }
    }

    /** Once per kind of trouble: an outage of hours is one line, not one for each try. */
    private void complain(Throwable failure) {
        String what = PgFailures.describe(failure);
        if (!what.equals(trouble.getAndSet(what))) {
            LOG.warnf("events of other services cannot be stored and wait unacknowledged: %s", what);
        }
    }
}
