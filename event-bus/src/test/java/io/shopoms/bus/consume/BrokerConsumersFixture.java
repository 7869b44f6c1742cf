package io.shopoms.bus.consume;

import io.shopoms.bus.fixtures.Brokers;

/** Consumers for tests in other packages. */
public final class BrokerConsumersFixture {

    private BrokerConsumersFixture() {}

    public static BrokerConsumer of(String url, String queue, int prefetch) {
        return new BrokerConsumers(Brokers.connectorTo(url)).of(queue, prefetch);
    }
}
