package io.shopoms.bus.consume;

import io.shopoms.bus.connection.BrokerConnector;
import jakarta.inject.Singleton;

/** Makes consumers; who makes one starts and closes it. */
@Singleton
public class BrokerConsumers {

    private final BrokerConnector connector;

    BrokerConsumers(BrokerConnector connector) {
        this.connector = connector;
    }

    /**
     * @param queue one of {@link io.shopoms.model.Queues}
     * @param prefetch how many messages may be unacknowledged; more than the largest batch that is settled together
     */
    public BrokerConsumer of(String queue, int prefetch) {
        return new BrokerConsumer(connector, queue, prefetch);
    }
}
