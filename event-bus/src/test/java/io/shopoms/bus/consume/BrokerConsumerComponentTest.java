package io.shopoms.bus.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.MessageProperties;
import io.shopoms.bus.fixtures.Brokers;
import io.shopoms.bus.topology.Topology;
import io.shopoms.model.Exchanges;
import io.shopoms.model.Queues;
import io.shopoms.sandbox.embedded.EmbeddedBroker;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerConsumerComponentTest {

    private static final Duration LIMIT = Duration.ofSeconds(15);

    @TempDir
    Path directory;

    private EmbeddedBroker broker;
    private BrokerConsumer consumer;
    private final List<Delivery> received = new CopyOnWriteArrayList<>();

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
        assertThat(received.get(0).routingKey()).isEqualTo("orders.create");
        assertThat(received.get(0).headers().get("note")).hasToString("héllo");
    }

    @Test
    void aBrokerThatComesLaterAndEmptyIsConsumed() {
        // Given
        int port = freePort();
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
    void unacknowledgedMessagesComeAgainAfterABrokerRestart() {
        // Given
        broker = EmbeddedBroker.durable(directory, 0);
        consume(10);
        publish("settled");
        await().atMost(LIMIT).untilAsserted(() -> assertThat(bodies()).containsExactly("settled"));
        received.get(0).ack();
        publish("open");
        await().atMost(LIMIT).untilAsserted(() -> assertThat(bodies()).containsExactly("settled", "open"));

        // When
        int port = broker.port();
        broker.close();
        received.get(1).ack();
        broker = EmbeddedBroker.durable(directory, port);

        // Then
        await().atMost(LIMIT).untilAsserted(() -> assertThat(bodies()).containsExactly("settled", "open", "open"));
    }

    @Test
    void noMoreThanThePrefetchIsUnacknowledged() {
        // Given
        broker = EmbeddedBroker.inMemory(0);
        consume(2);
        await().atMost(LIMIT).until(consumer::isConnected);

        // When
        publish("one", "two", "three");

        // Then
        await().atMost(LIMIT).untilAsserted(() -> assertThat(bodies()).containsExactly("one", "two"));

        // When
        received.get(0).ack();

        // Then
        await().atMost(LIMIT).untilAsserted(() -> assertThat(bodies()).containsExactly("one", "two", "three"));
    }

    @Test
    void aRequeuedMessageComesAgain() {
        // Given
        broker = EmbeddedBroker.inMemory(0);
        consume(10);
        await().atMost(LIMIT).until(consumer::isConnected);
        publish("twice");
        await().atMost(LIMIT).untilAsserted(() -> assertThat(bodies()).containsExactly("twice"));

        // When
        received.get(0).requeue();

        // Then
        await().atMost(LIMIT).untilAsserted(() -> assertThat(bodies()).containsExactly("twice", "twice"));
    }

    private void consume(int prefetch) {
        consume(broker.amqpUrl(), prefetch);
    }

    private void consume(String url, int prefetch) {
        consumer = new BrokerConsumers(Brokers.connectorTo(url)).of(Queues.ORDER_WEBHOOKS, prefetch);
        consumer.deliveries().subscribe().with(received::add);
        consumer.start();
    }

    private List<String> bodies() {
        return received.stream()
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
            channel.waitForConfirmsOrDie(5_000);
            return null;
        });
    }

    private static int freePort() {
        try (EmbeddedBroker once = EmbeddedBroker.inMemory(0)) {
            return once.port();
        }
    }
}
