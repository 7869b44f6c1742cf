package io.shopoms.gateway.log;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.shopoms.bus.consume.BrokerConsumer;
import io.shopoms.bus.consume.BrokerConsumers;
import io.shopoms.bus.consume.ConsumerLimits;
import io.shopoms.bus.consume.Delivery;
import io.shopoms.bus.consume.MessageHandler;
import io.shopoms.bus.migration.Migrations;
import io.shopoms.model.Queues;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/** Writes the log in batches; what is written is acknowledged. */
@ApplicationScoped
class WebhookLogConsumer implements MessageHandler<LogEntry> {

    private static final Logger LOG = Logger.getLogger(WebhookLogConsumer.class);
    private static final int LONGEST_PAUSE = 30;

    private final BrokerConsumer consumer;
    private final WebhookLog log;
    private final Migrations migrations;
    private final LogConfig config;
    private final Clock clock;

    WebhookLogConsumer(
            BrokerConsumers consumers, WebhookLog log, Migrations migrations, LogConfig config, Clock clock) {
        this.consumer = consumers.of(
                Queues.GATEWAY_LOG,
                ConsumerLimits.ofBatches(config.batchSize(), config.batchBytes(), config.batchDelay()),
                this);
        this.log = log;
        this.migrations = migrations;
        this.config = config;
        this.clock = clock;
    }

    /** Nothing is taken from the queue before the table is there. */
    void start(@Observes StartupEvent event) {
        migrations.done().subscribe().with(done -> consumer.start());
    }

    void stop(@Observes ShutdownEvent event) {
        consumer.close();
    }

    /** At once, so that the body of a claimed webhook, which the log does not keep, is garbage while it is young. */
    @Override
    public LogEntry read(Delivery delivery) {
        return LogEntry.of(delivery, clock);
    }

    @Override
    public long bytes(LogEntry entry) {
        return entry.body().map(body -> body.length).orElse(0);
    }

    /** While the database is away the batch waits unacknowledged, and with it the queue. */
    @Override
    public Uni<Void> handle(List<LogEntry> batch) {
        Collection<LogEntry> entries = onePerWebhook(batch);
        return Uni.createFrom()
                .deferred(() -> log.store(entries))
                .onFailure()
                .invoke(failure -> LOG.warnf("The webhook log waits for the database: %s", reason(failure)))
                .onFailure()
                .retry()
                .withBackOff(config.retryDelay(), config.retryDelay().multipliedBy(LONGEST_PAUSE))
                .indefinitely();
    }

    /** A connection that was cut says nothing but its class. */
    private static String reason(Throwable failure) {
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }

    private static Collection<LogEntry> onePerWebhook(List<LogEntry> batch) {
        Map<String, LogEntry> entries = new LinkedHashMap<>();
        batch.forEach(entry -> entries.merge(entry.store() + ' ' + entry.webhookId(), entry, LogEntry::plus));
        return entries.values();
    }
}
