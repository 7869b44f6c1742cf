package io.shopoms.sync.intake;

import io.shopoms.sync.cache.Arrival;
import io.shopoms.sync.cache.CacheEntries.Stored;
import io.shopoms.sync.cache.CacheWriter;
import io.shopoms.sync.database.PgFailures;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/**
 * Stores a batch of messages. Completes when all of it is committed, and only then may be acknowledged; while the database
 * is away it tries again and again, and the broker keeps what it has not handed over.
 */
@ApplicationScoped
class WebhookIntake {

    private static final Logger LOG = Logger.getLogger(WebhookIntake.class);

    private final MessageReader reader;
    private final CacheWriter writer;
    private final IntakeConfig config;
    private final IntakeMeters meters;
    private final AtomicReference<String> trouble = new AtomicReference<>("");

    WebhookIntake(MessageReader reader, CacheWriter writer, IntakeConfig config, IntakeMeters meters) {
        this.reader = reader;
        this.writer = writer;
        this.config = config;
        this.meters = meters;
    }

    /** @param messages in the order in which the broker handed them over */
    Uni<Void> store(List<Message> messages) {
        return Uni.createFrom()
                .item(() -> messages.stream().map(reader::read).toList())
                .chain(arrivals -> write(arrivals).invoke(stored -> meters.batch(arrivals, stored)))
                .replaceWithVoid();
    }

    private Uni<Stored> write(List<Arrival> arrivals) {
        return Uni.createFrom()
                .deferred(() -> writer.write(arrivals))
                .onFailure()
                .invoke(this::complain)
                .onFailure()
                .retry()
                .withBackOff(config.retryDelay(), config.retryDelayCap())
                .indefinitely()
                .invoke(this::relief);
    }

    private void complain(Throwable failure) {
        String what = PgFailures.describe(failure);
        // Once per kind of trouble: an outage of hours is one line, not one for each try.
        if (!what.equals(trouble.getAndSet(what))) {
            LOG.warnf("webhooks cannot be stored and wait unacknowledged: %s", what);
        }
    }

    private void relief() {
        if (!trouble.getAndSet("").isEmpty()) {
            LOG.info("webhooks are stored again");
        }
    }
}
