package io.shopoms.fulfillment.intake;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.shopoms.bus.consume.BrokerConsumer;
import io.shopoms.bus.consume.BrokerConsumers;
import io.shopoms.bus.consume.ConsumerLimits;
import io.shopoms.bus.consume.Delivery;
import io.shopoms.bus.consume.MessageHandler;
import io.shopoms.bus.migration.Migrations;
import io.shopoms.model.Queues;
import io.shopoms.sync.database.PgFailures;
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
 * Takes {@code order.linked} from the service's queue in batches, and acknowledges those that were stored. While the
 * database is away it waits, and the broker keeps what it has not handed over.
 */
@Singleton
public class OrderLinkedConsumer implements MessageHandler<byte[]> {

    private static final Logger LOG = Logger.getLogger(OrderLinkedConsumer.class);

    /** Enough to keep the broker busy; the rest stays with it, for other replicas. */
    private static final ConsumerLimits LIMITS = ConsumerLimits.ofBatches(25, 1_000_000, Duration.ofMillis(10));

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final BrokerConsumer consumer;
    private final OrderLinkedEvents events;
    private final AtomicReference<String> trouble = new AtomicReference<>("");

    OrderLinkedConsumer(BrokerConsumers consumers, OrderLinkedEvents events) {
        this.consumer = consumers.of(Queues.FULFILLMENT_EVENTS, LIMITS, this);
        this.events = events;
    }

    /** Why no events come in; empty while they do. */
    Optional<String> problem() {
        return consumer.isConnected() ? Optional.empty() : Optional.of(consumer.reason());
    }

    void start(@Observes StartupEvent event, Migrations migrations) {
        migrations.done().subscribe().with(ready -> consumer.start());
    }

    void stop(@Observes ShutdownEvent event) {
        consumer.close();
    }

    @Override
    public byte[] read(Delivery delivery) {
        return delivery.body();
    }

    @Override
    public long bytes(byte[] body) {
        return body.length;
    }

    @Override
    public Uni<Void> handle(List<byte[]> batch) {
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
    private Uni<Void> oneByOne(List<byte[]> batch) {
        return Multi.createFrom()
                .iterable(batch)
                .onItem()
                .transformToUniAndConcatenate(body -> handle(List.of(body)))
                .onItem()
                .ignoreAsUni();
    }

    private void relief() {
        if (!trouble.getAndSet("").isEmpty()) {
            LOG.info("order events are stored again");
        }
    }

    /** Once per kind of trouble: an outage of hours is one line, not one for each try. */
    private void complain(Throwable failure) {
        String what = PgFailures.describe(failure);
        if (!what.equals(trouble.getAndSet(what))) {
            LOG.warnf("order events cannot be stored and wait unacknowledged: %s", what);
        }
    }
}
