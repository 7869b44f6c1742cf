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

    /** @param queue one of {@link io.shopoms.model.Queues} */
    public BrokerConsumer of(String queue, ConsumerLimits limits, MessageHandler<?> handler) {
        return BrokerConsumer.of(connector, queue, limits, handler);
    }
}
