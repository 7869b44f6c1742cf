package io.shopoms.bus.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.MessageProperties;
import io.shopoms.bus.fixtures.Brokers;
import io.shopoms.bus.topology.Topology;
import io.shopoms.model.Exchanges;
import io.shopoms.model.Queues;
import io.shopoms.sandbox.embedded.EmbeddedBroker;
import io.shopoms.sandbox.embedded.FreePort;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerConsumerComponentTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    Path directory;

    private EmbeddedBroker broker;
    private BrokerConsumer consumer;
    private final Recorder received = new Recorder();

    @AfterEach
    void stop() {
        consumer.close();
        broker.close();
    }

    @Test
    void aQueueThatExistsIsConsumedWithHeadersAndBytes() {
        // Given
        broker = EmbeddedBroker.inMemory(0);
        publish("before");

        // When
        consume(10);

        // Then
        await().atMost(LIMIT).untilAsserted(() -> assertThat(bodies()).containsExactly("before"));
        assertThat(received.handled().get(0).routingKey()).isEqualTo("orders.create");
        assertThat(received.handled().get(0).headers().get("note")).hasToString("héllo");
    }

    @Test
    void aBrokerThatComesLaterAndEmptyIsConsumed() {
        // Given
        int port = FreePort.any();
        consume("amqp://shopoms:shopoms@127.0.0.1:" + port, 10);
        await().atMost(LIMIT).untilAsserted(() -> assertThat(consumer.reason()).contains("no connection"));

        // When
        broker = EmbeddedBroker.inMemory(port);
        await().atMost(LIMIT).until(consumer::isConnected);
        publish("late");

        // Then
        await().atMost(LIMIT).untilAsserted(() -> assertThat(bodies()).containsExactly("late"));
    }

    @Test
    void whatWasNotHandledComesAgainAfterABrokerRestart() {
        // Given
        broker = EmbeddedBroker.durable(directory, 0);
        consume(1);
        publish("settled");
        await().atMost(LIMIT).untilAsserted(() -> assertThat(bodies()).containsExactly("settled"));
        await().atMost(LIMIT)
                .untilAsserted(() ->
                        assertThat(depth()).as("what the broker still holds").isZero());
        received.hold();
        publish("open");
        await().atMost(LIMIT).untilAsserted(() -> assertThat(bodies()).containsExactly("settled", "open"));

        // When
        int port = broker.port();
        broker.close();
        received.letGo();
        broker = EmbeddedBroker.durable(directory, port);

        // Then
        await().atMost(LIMIT).untilAsserted(() -> assertThat(bodies()).containsExactly("settled", "open", "open"));
    }

    @Test
    void aBatchIsAcknowledgedWhenItWasHandledAndNoSooner() {
        // Given
        broker = EmbeddedBroker.inMemory(0);
        consume(broker.amqpUrl(), ConsumerLimits.ofBatches(2, 1_000_000, LIMIT));
        received.hold();

        // When
        publish("one", "two", "three", "four", "five", "six");

        // Then (two are handled, two wait here, the broker keeps the others)
        await().atMost(LIMIT).untilAsserted(() -> assertThat(bodies()).containsExactly("one", "two"));
        await().atMost(LIMIT).untilAsserted(() -> assertThat(received.read).hasValue(4));

        // When
        received.letGo();

        // Then
        await().atMost(LIMIT)
                .untilAsserted(
                        () -> assertThat(bodies()).containsExactly("one", "two", "three", "four", "five", "six"));
        consumer.close();
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(Brokers.drain(broker.amqpUrl(), Queues.ORDER_WEBHOOKS))
                        .isEmpty());
    }

    @Test
    void aBatchThatFailedComesAgain() {
        // Given
        broker = EmbeddedBroker.inMemory(0);
        received.failOnce();
        consume(10);
        await().atMost(LIMIT).until(consumer::isConnected);

        // When
        publish("twice");

        // Then
        await().atMost(LIMIT).untilAsserted(() -> assertThat(bodies()).containsExactly("twice", "twice"));
    }

    /** Two hundred bodies of a megabyte would come by the count of messages alone. */
    @Test
    void largeBodiesAreBoundedByBytesAndNotByCount() {
        // Given
        broker = EmbeddedBroker.inMemory(0);
        received.hold();
        String large = "x".repeat(1_000_000);
        publish(Collections.nCopies(40, large).toArray(String[]::new));

        // When
        consume(broker.amqpUrl(), new ConsumerLimits(100, 2_000_000, Duration.ofMillis(5), 200, 4_000_000));

        // Then (one more than the limit allows, as it must be read to be known)
        await().atMost(LIMIT).untilAsserted(() -> assertThat(received.read).hasValue(5));
        await().during(Duration.ofMillis(500))
                .atMost(LIMIT)
                .untilAsserted(() -> assertThat(received.read).hasValue(5));

        // When
        received.letGo();

        // Then
        await().atMost(LIMIT).untilAsserted(() -> assertThat(bodies()).hasSize(40));
        assertThat(received.largestBatch()).isEqualTo(2);
    }

    private void consume(int batchSize) {
        consume(broker.amqpUrl(), batchSize);
    }

    private void consume(String url, int batchSize) {
        consume(url, ConsumerLimits.ofBatches(batchSize, 1_000_000, Duration.ofMillis(5)));
    }

    private void consume(String url, ConsumerLimits limits) {
        consumer = new BrokerConsumers(Brokers.connectorTo(url)).of(Queues.ORDER_WEBHOOKS, limits, received);
        consumer.start();
    }

    /** With what was handed out and is not acknowledged yet. */
    private int depth() {
        return Brokers.on(
                broker.amqpUrl(),
                channel -> channel.queueDeclarePassive(Queues.ORDER_WEBHOOKS).getMessageCount());
    }

    private List<String> bodies() {
        return received.handled().stream()
                .map(delivery -> new String(delivery.body(), StandardCharsets.UTF_8))
                .toList();
    }

    private void publish(String... bodies) {
        Brokers.on(broker.amqpUrl(), channel -> {
            Topology.declareOn(channel);
            channel.confirmSelect();
            for (String body : bodies) {
                channel.basicPublish(
                        Exchanges.WEBHOOKS,
                        "orders.create",
                        MessageProperties.PERSISTENT_BASIC
                                .builder()
                                .headers(Map.of("note", "héllo"))
                                .build(),
                        body.getBytes(StandardCharsets.UTF_8));
            }
            channel.waitForConfirmsOrDie(60_000);
            return null;
        });
    }

    /** Handles when the test lets it. */
    private static final class Recorder implements MessageHandler<Delivery> {

        private final AtomicInteger read = new AtomicInteger();
        private final List<List<Delivery>> batches = new CopyOnWriteArrayList<>();
        private final AtomicReference<Uni<Void>> answer =
                new AtomicReference<>(Uni.createFrom().voidItem());
        private final AtomicBoolean failing = new AtomicBoolean();
        private final CompletableFuture<Void> gate = new CompletableFuture<>();

        void hold() {
            answer.set(Uni.createFrom().completionStage(gate));
        }

        void letGo() {
            gate.complete(null);
        }

        void failOnce() {
            failing.set(true);
        }

        List<Delivery> handled() {
            return batches.stream().flatMap(List::stream).toList();
        }

        int largestBatch() {
            return batches.stream().mapToInt(List::size).max().orElse(0);
        }

        @Override
        public Delivery read(Delivery delivery) {
            read.incrementAndGet();
            return delivery;
        }

        @Override
        public long bytes(Delivery delivery) {
            return delivery.body().length;
        }

        @Override
        public Uni<Void> handle(List<Delivery> batch) {
            batches.add(batch);
            return failing.getAndSet(false)
                    ? Uni.createFrom().failure(new IllegalStateException("wanted by the test"))
                    : answer.get();
        }
    }
}
