package io.shopoms.gateway.log;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.shopoms.bus.consume.BrokerConsumer;
import io.shopoms.bus.consume.BrokerConsumers;
import io.shopoms.bus.consume.Delivery;
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

/** Writes the log in batches and acknowledges what is written. */
@ApplicationScoped
class WebhookLogConsumer {

    private static final Logger LOG = Logger.getLogger(WebhookLogConsumer.class);
    private static final int LONGEST_PAUSE = 30;

    private final BrokerConsumer consumer;
    private final WebhookLog log;
    private final Migrations migrations;
    private final LogConfig config;
    private final Clock clock;

    WebhookLogConsumer(
            BrokerConsumers consumers, WebhookLog log, Migrations migrations, LogConfig config, Clock clock) {
        // One batch is written while the next arrives; more would only cost memory.
        this.consumer = consumers.of(Queues.GATEWAY_LOG, 2 * config.batchSize());
        this.log = log;
        this.migrations = migrations;
        this.config = config;
        this.clock = clock;
    }

    /** Nothing is taken from the queue before the table is there. */
    void start(@Observes StartupEvent event) {
        consumer.deliveries()
                .group()
                .intoLists()
                .of(config.batchSize(), config.batchDelay())
                .onItem()
                .transformToUniAndConcatenate(this::write)
                .subscribe()
                .with(
                        written -> LOG.trace("a batch is written"),
                        failure -> LOG.error("the webhook log is not written any more", failure));
        migrations.done().subscribe().with(done -> consumer.start());
    }

    void stop(@Observes ShutdownEvent event) {
        consumer.close();
    }

    /** While the database is away the batch waits unacknowledged, and with it the queue. */
    private Uni<Void> write(List<Delivery> deliveries) {
        Collection<LogEntry> entries = onePerWebhook(deliveries);
        return Uni.createFrom()
                .deferred(() -> log.store(entries))
                .onFailure()
                .invoke(failure -> LOG.warnf("The webhook log waits for the database: %s", failure.getMessage()))
                .onFailure()
                .retry()
                .withBackOff(config.retryDelay(), config.retryDelay().multipliedBy(LONGEST_PAUSE))
                .indefinitely()
                .invoke(() -> deliveries.forEach(Delivery::ack));
    }

    private Collection<LogEntry> onePerWebhook(List<Delivery> deliveries) {
        Map<String, LogEntry> entries = new LinkedHashMap<>();
        for (Delivery delivery : deliveries) {
            LogEntry entry = LogEntry.of(delivery, clock);
            entries.merge(entry.store() + ' ' + entry.webhookId(), entry, LogEntry::plus);
        }
        return entries.values();
    }
}
