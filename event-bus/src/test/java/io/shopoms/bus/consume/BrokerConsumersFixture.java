package io.shopoms.bus.consume;

import io.shopoms.bus.fixtures.Brokers;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** Consumers for tests in other packages, which see what comes as text. */
public final class BrokerConsumersFixture {

    private BrokerConsumersFixture() {}

    public static BrokerConsumer of(String url, String queue, int batchSize, Function<List<String>, Uni<Void>> work) {
        ConsumerLimits limits = ConsumerLimits.ofBatches(batchSize, 1_000_000, Duration.ofMillis(5));
        return new BrokerConsumers(Brokers.connectorTo(url)).of(queue, limits, new Texts(work));
    }

    private record Texts(Function<List<String>, Uni<Void>> work) implements MessageHandler<String> {

        @Override
        public String read(Delivery delivery) {
            return new String(delivery.body(), StandardCharsets.UTF_8);
        }

        @Override
        public long bytes(String text) {
            return text.length();
        }

        @Override
        public Uni<Void> handle(List<String> batch) {
            return work.apply(batch);
        }
    }
}
