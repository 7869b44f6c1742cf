package io.shopoms.bus;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.shopoms.bus.connection.BrokerConnector;
import io.shopoms.bus.connection.BrokerSettings;
import io.shopoms.bus.outbox.OutboxRelay;
import io.shopoms.bus.publish.ConfirmedPublisher;
import io.shopoms.bus.publish.PublisherSettings;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes beans of this module's plain classes, and starts and stops them with the application. */
@Singleton
final class EventBus {

    @Produces
    @Singleton
    BrokerConnector brokerConnector(BrokerSettings settings) {
        return new BrokerConnector(settings.brokerUrl());
    }

    @Produces
    @Singleton
    ConfirmedPublisher confirmedPublisher(BrokerConnector connector, PublisherSettings settings) {
        return new ConfirmedPublisher(connector, settings);
    }

    void start(@Observes StartupEvent event, ConfirmedPublisher publisher, OutboxRelay relay) {
        publisher.onConnected(relay::wake);
        publisher.start();
        relay.start();
    }

    void stop(@Observes ShutdownEvent event, ConfirmedPublisher publisher, OutboxRelay relay) {
        relay.close();
        publisher.close();
    }
}
