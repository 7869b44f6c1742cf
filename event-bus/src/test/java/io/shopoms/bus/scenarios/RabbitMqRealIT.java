package io.shopoms.bus.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.GetResponse;
import io.shopoms.bus.consume.BrokerConsumer;
import io.shopoms.bus.consume.BrokerConsumersFixture;
import io.shopoms.bus.fixtures.Brokers;
import io.shopoms.bus.fixtures.PublisherSettingsFixture;
import io.shopoms.bus.fixtures.RealBroker;
import io.shopoms.bus.publish.ConfirmedPublisher;
import io.shopoms.bus.publish.PublishFailedException;
import io.shopoms.bus.publish.PublishFailedException.Reason;
import io.shopoms.bus.topology.Topology;
import io.shopoms.model.Exchanges;
import io.shopoms.model.Queues;
import io.shopoms.sandbox.embedded.InstalledRabbitMq;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What only RabbitMQ itself can prove: quorum queues, dead-lettering, returns before confirms, cancelled consumers. */
class RabbitMqRealIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static InstalledRabbitMq rabbit;
    private ConfirmedPublisher publisher;
    private BrokerConsumer consumer;

    @BeforeAll
    static void start() {
        rabbit = RealBroker.start();
    }

    @AfterAll
    static void stop() {
        if (rabbit != null) {
            rabbit.close();
        }
    }

    @BeforeEach
    void connect() {
        emptyTheQueue();
        publisher = new ConfirmedPublisher(Brokers.connectorTo(rabbit.amqpUrl()), PublisherSettingsFixture.usual());
        publisher.start();
        await().atMost(LIMIT).until(publisher::isConnected);
    }

    /** The consumer of the test before ends a moment after it was closed, and what it held goes back to its queue then. */
    private static void emptyTheQueue() {
        declare();
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(Brokers.<Long>on(
                                rabbit.amqpUrl(), channel -> channel.consumerCount(Queues.ORDER_WEBHOOKS)))
                        .isZero());
        Brokers.delete(rabbit.amqpUrl(), Queues.ORDER_WEBHOOKS);
        declare();
    }

    private static void declare() {
        Brokers.on(rabbit.amqpUrl(), channel -> {
            Topology.declareOn(channel);
            return null;
        });
    }

    @AfterEach
    void disconnect() {
        publisher.close();
        if (consumer != null) {
            consumer.close();
        }
    }

    @Test
    void theTopologyCanBeDeclaredAgainAndAgain() {
        // When
        Brokers.on(rabbit.amqpUrl(), channel -> {
            Topology.declareOn(channel);
            Topology.declareOn(channel);
            return null;
        });

        // Then
        AMQP.Queue.DeclareOk queue =
                Brokers.on(rabbit.amqpUrl(), channel -> channel.queueDeclarePassive(Queues.ORDER_WEBHOOKS));
        assertThat(queue.getQueue()).isEqualTo(Queues.ORDER_WEBHOOKS);
    }

    @Test
    void confirmedMessagesSurviveARestartOfTheBrokerAndPublishingGoesOn() {
        // Given
        List<String> bodies = IntStream.range(0, 300).mapToObj(i -> "body " + i).toList();
        List<CompletableFuture<Void>> published =
                bodies.stream().map(body -> publish("orders.create", body)).toList();
        assertThat(published).allSatisfy(one -> assertThat(one).succeedsWithin(LIMIT));

        // When
        rabbit.down();
        await().atMost(LIMIT).until(() -> !publisher.isConnected());
        assertThat(failureOf(publish("orders.create", "refused")).reason()).isEqualTo(Reason.DISCONNECTED);
        rabbit.up();
        await().atMost(LIMIT).until(publisher::isConnected);

        // Then
        publishUntilConfirmed("after");
        assertThat(Brokers.drain(rabbit.amqpUrl(), Queues.ORDER_WEBHOOKS)).containsAll(bodies);
    }

    @Test
    void anUnroutableMessageIsSaidToBe() {
        // When
        CompletableFuture<Void> lost = publish(Exchanges.EVENTS, "nobody.listens", "lost");
        CompletableFuture<Void> next = publish("orders.create", "next");

        // Then
        assertThat(failureOf(lost).reason()).isEqualTo(Reason.UNROUTABLE);
        assertThat(failureOf(lost).concernsThisMessageOnly()).isTrue();
        assertThat(next).succeedsWithin(LIMIT);
    }

    @Test
    void anUnknownExchangeCostsOneConnectionAndNothingMore() {
        // When
        CompletableFuture<Void> lost = publish("no-such-exchange", "orders.create", "lost");

        // Then
        assertThat(failureOf(lost).reason()).isEqualTo(Reason.DISCONNECTED);
        await().atMost(LIMIT).until(publisher::isConnected);
        assertThat(publish("orders.create", "next")).succeedsWithin(LIMIT);
    }

    @Test
    void aMessageThatIsGivenBackTooOftenEndsInTheDeadLetterQueue() {
        // Given
        AtomicInteger deliveries = new AtomicInteger();
        consume(batch -> {
            deliveries.addAndGet(batch.size());
            return Uni.createFrom().failure(new IllegalStateException("given back by the test"));
        });

        // When
        assertThat(publish("orders.create", "poison")).succeedsWithin(LIMIT);

        // Then
        String deadLetters = Queues.deadLetterQueueOf(Queues.ORDER_WEBHOOKS);
        List<String> dead = new ArrayList<>();
        await().atMost(LIMIT).until(() -> dead.addAll(Brokers.drain(rabbit.amqpUrl(), deadLetters)));
        assertThat(dead).containsExactly("poison");
        assertThat(deliveries.get()).isBetween(20, 22);
    }

    @Test
    void aDeletedQueueIsDeclaredAgainAndConsumed() {
        // Given
        List<String> received = new CopyOnWriteArrayList<>();
        consume(batch -> {
            received.addAll(batch);
            return Uni.createFrom().voidItem();
        });
        await().atMost(LIMIT).until(consumer::isConnected);

        // When
        Brokers.delete(rabbit.amqpUrl(), Queues.ORDER_WEBHOOKS);

        // Then
        await().atMost(LIMIT).pollInterval(Duration.ofMillis(300)).untilAsserted(() -> {
            assertThat(publish("orders.create", "again")).isNotCompletedExceptionally();
            assertThat(received).contains("again");
        });
    }

    @Test
    void nothingThatWasNotAcknowledgedIsLostInARestart() {
        // Given
        List<String> received = new CopyOnWriteArrayList<>();
        consume(batch -> {
            received.addAll(batch);
            return Uni.createFrom().voidItem();
        });
        int count = 2_000;

        // When
        List<CompletableFuture<Void>> published = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            published.add(publish("orders.create", "body " + i));
            if (i == count / 2) {
                await().atMost(LIMIT).until(published.get(count / 4)::isDone);
                rabbit.down();
                rabbit.up();
                await().atMost(LIMIT).until(publisher::isConnected);
            }
        }

        // Then
        await().atMost(LIMIT).until(() -> published.stream().allMatch(CompletableFuture::isDone));
        publishUntilConfirmed("last");
        List<String> confirmed = IntStream.range(0, count)
                .filter(i -> !published.get(i).isCompletedExceptionally())
                .mapToObj(i -> "body " + i)
                .toList();
        assertThat(confirmed).contains("body " + count / 4);
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(received).containsAll(confirmed).contains("last"));
    }

    @Test
    void messagesArePersistentAndKeepTheirBytes() {
        // Given
        byte[] body = {0, 1, (byte) 0xff};

        // When
        assertThat(publisher
                        .publish(Exchanges.WEBHOOKS, "orders.create", Map.of("shopoms-topic", "orders/créate"), body)
                        .subscribeAsCompletionStage())
                .succeedsWithin(LIMIT);

        // Then
        GetResponse message = Brokers.on(rabbit.amqpUrl(), channel -> channel.basicGet(Queues.ORDER_WEBHOOKS, true));
        assertThat(message.getBody()).isEqualTo(body);
        assertThat(message.getProps().getDeliveryMode()).isEqualTo(2);
        assertThat(message.getProps().getHeaders().get("shopoms-topic")).hasToString("orders/créate");
    }

    private void consume(Function<List<String>, Uni<Void>> work) {
        consumer = BrokerConsumersFixture.of(rabbit.amqpUrl(), Queues.ORDER_WEBHOOKS, 25, work);
        consumer.start();
    }

    /** A queue without a leader refuses for a moment. */
    private void publishUntilConfirmed(String body) {
        await().atMost(LIMIT)
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(() -> assertThat(publish("orders.create", body)).succeedsWithin(LIMIT));
    }

    private CompletableFuture<Void> publish(String routingKey, String body) {
        return publish(Exchanges.WEBHOOKS, routingKey, body);
    }

    private CompletableFuture<Void> publish(String exchange, String routingKey, String body) {
        return publisher
                .publish(exchange, routingKey, Map.of(), body.getBytes(StandardCharsets.UTF_8))
                .subscribeAsCompletionStage();
    }

    private static PublishFailedException failureOf(CompletableFuture<Void> published) {
        await().atMost(LIMIT).until(published::isDone);
        try {
            published.join();
            throw new AssertionError("published although it should not be");
        } catch (CompletionException e) {
            return (PublishFailedException) e.getCause();
        }
    }
}
