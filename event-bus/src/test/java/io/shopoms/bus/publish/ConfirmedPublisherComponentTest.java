package io.shopoms.bus.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.shopoms.bus.fixtures.Brokers;
import io.shopoms.bus.fixtures.PublisherSettingsFixture;
import io.shopoms.bus.fixtures.StoppableProxy;
import io.shopoms.bus.publish.PublishFailedException.Reason;
import io.shopoms.model.Exchanges;
import io.shopoms.model.Queues;
import io.shopoms.sandbox.embedded.EmbeddedBroker;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ConfirmedPublisherComponentTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private EmbeddedBroker broker = EmbeddedBroker.inMemory(0);
    private ConfirmedPublisher publisher;

    /** The library's context handling is set up by the first use, and not by several first uses at once. */
    @BeforeAll
    static void useMutinyOnce() {
        Uni.createFrom().emitter(caller -> caller.complete(null)).await().indefinitely();
    }

    @AfterEach
    void stop() {
        if (publisher != null) {
            publisher.close();
        }
        broker.close();
    }

    @Test
    void messagesOfManyThreadsAreConfirmedAndInTheirQueue() {
        // Given
        connect(PublisherSettingsFixture.usual());
        List<String> bodies =
                IntStream.range(0, 1_000).mapToObj(i -> "body " + i).toList();

        // When
        List<CompletableFuture<Void>> published = new CopyOnWriteArrayList<>();
        List<Thread> callers = IntStream.range(0, 8)
                .mapToObj(caller -> new Thread(() -> IntStream.range(0, bodies.size())
                        .filter(i -> i % 8 == caller)
                        .forEach(i -> published.add(publish("orders.create", bodies.get(i))))))
                .toList();
        callers.forEach(Thread::start);
        await().atMost(LIMIT).until(() -> published.size() == bodies.size());

        // Then
        assertThat(published).allSatisfy(one -> assertThat(one).succeedsWithin(LIMIT));
        assertThat(Brokers.drain(broker.amqpUrl(), Queues.ORDER_WEBHOOKS)).containsExactlyInAnyOrderElementsOf(bodies);
        assertThat(publisher.waiting()).isZero();
    }

    @Test
    void messagesOfOneCallerKeepTheirOrder() {
        // Given
        connect(PublisherSettingsFixture.usual());
        List<String> bodies = IntStream.range(0, 500).mapToObj(i -> "body " + i).toList();

        // When
        List<CompletableFuture<Void>> published = new ArrayList<>();
        bodies.forEach(body -> published.add(publish("orders.create", body)));

        // Then
        assertThat(published).allSatisfy(one -> assertThat(one).succeedsWithin(LIMIT));
        assertThat(Brokers.drain(broker.amqpUrl(), Queues.ORDER_WEBHOOKS)).containsExactlyElementsOf(bodies);
    }

    @Test
    void anUnroutableMessageFailsAndItsNeighboursDoNot() {
        // Given
        connect(PublisherSettingsFixture.usual());

        // When
        CompletableFuture<Void> before = publish("orders.create", "before");
        CompletableFuture<Void> lost = publish(Exchanges.EVENTS, "nobody.listens", "lost");
        CompletableFuture<Void> after = publish("orders.create", "after");

        // Then
        // The embedded broker refuses before it returns; RabbitMQ's way is in ConfirmedPublisherRealIT.
        assertThat(failureOf(lost).reason()).isIn(Reason.UNROUTABLE, Reason.REFUSED);
        assertThat(before).succeedsWithin(LIMIT);
        assertThat(after).succeedsWithin(LIMIT);
    }

    @Test
    void aMessageThatCannotBeWrittenDoesNotShiftTheConfirmsOfOthers() {
        // Given
        connect(PublisherSettingsFixture.usual());

        // When
        CompletableFuture<Void> unwritable = publish("k".repeat(300), "never");
        CompletableFuture<Void> next = publish("orders.create", "next");

        // Then
        assertThat(failureOf(unwritable).reason()).isEqualTo(Reason.INVALID);
        assertThat(failureOf(unwritable).concernsThisMessageOnly()).isTrue();
        assertThat(next).succeedsWithin(LIMIT);
        assertThat(Brokers.drain(broker.amqpUrl(), Queues.ORDER_WEBHOOKS)).containsExactly("next");
    }

    @Test
    void withoutABrokerPublishingFailsAtOnceAndWorksWhenItComesEmpty() {
        // Given
        int port = broker.port();
        connect(PublisherSettingsFixture.usual());
        broker.close();
        await().atMost(LIMIT).until(() -> !publisher.isConnected());

        // When
        CompletableFuture<Void> refused = publish("orders.create", "refused");

        // Then
        assertThat(failureOf(refused).reason()).isEqualTo(Reason.DISCONNECTED);
        assertThat(publisher.reason()).contains("127.0.0.1:" + port).doesNotContain("shopoms:shopoms");

        // When it comes back
        broker = EmbeddedBroker.inMemory(port);
        await().atMost(LIMIT).until(publisher::isConnected);

        // Then
        assertThat(publish("orders.create", "taken")).succeedsWithin(LIMIT);
        assertThat(Brokers.drain(broker.amqpUrl(), Queues.ORDER_WEBHOOKS)).containsExactly("taken");
    }

    @Test
    void aBrokerThatFallsSilentFailsWhatIsPendingAndIsLeft() throws Exception {
        // Given
        try (StoppableProxy proxy = new StoppableProxy(broker.port())) {
            String url = broker.amqpUrl().replace(":" + broker.port(), ":" + proxy.port());
            connect(url, PublisherSettingsFixture.usual().withConfirmTimeout(Duration.ofMillis(300)));
            awaitPublished("first");
            proxy.fallSilent();

            // When
            CompletableFuture<Void> pending = publish("orders.create", "pending");

            // Then
            assertThat(failureOf(pending).reason()).isIn(Reason.TIMEOUT, Reason.DISCONNECTED);
            await().atMost(LIMIT).until(() -> !publisher.isConnected());

            // When it speaks again
            proxy.speakAgain();
            await().atMost(LIMIT).until(publisher::isConnected);

            // Then
            awaitPublished("later");
            assertThat(proxy.accepted()).isGreaterThan(1);
        }
    }

    @Test
    void noMoreThanTheLimitWaitsForConfirms() throws Exception {
        // Given
        try (StoppableProxy proxy = new StoppableProxy(broker.port())) {
            String url = broker.amqpUrl().replace(":" + broker.port(), ":" + proxy.port());
            connect(url, PublisherSettingsFixture.usual().withMaxInFlight(5).withConfirmTimeout(LIMIT));
            proxy.fallSilent();

            // When
            List<CompletableFuture<Void>> published = IntStream.range(0, 8)
                    .mapToObj(i -> publish("orders.create", "body"))
                    .toList();

            // Then
            assertThat(published.subList(5, 8))
                    .allSatisfy(one -> assertThat(failureOf(one).reason()).isEqualTo(Reason.OVERLOADED));
            assertThat(published.subList(0, 5)).noneMatch(CompletableFuture::isDone);

            // When the broker is gone
            proxy.close();

            // Then
            assertThat(published.subList(0, 5))
                    .allSatisfy(one -> assertThat(failureOf(one).reason()).isEqualTo(Reason.DISCONNECTED));
        }
    }

    private void connect(PublisherSettings settings) {
        connect(broker.amqpUrl(), settings);
    }

    private void connect(String url, PublisherSettings settings) {
        publisher = new ConfirmedPublisher(Brokers.connectorTo(url), settings);
        publisher.start();
        await().atMost(LIMIT).until(publisher::isConnected);
    }

    private CompletableFuture<Void> publish(String routingKey, String body) {
        return publish(Exchanges.WEBHOOKS, routingKey, body);
    }

    private CompletableFuture<Void> publish(String exchange, String routingKey, String body) {
        Uni<Void> published = publisher.publish(
                exchange, routingKey, Map.of("shopoms-topic", routingKey), body.getBytes(StandardCharsets.UTF_8));
        return published.subscribeAsCompletionStage();
    }

    /** With a short limit for confirms, a busy machine's first ones may be too late. */
    private void awaitPublished(String body) {
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(publish("orders.create", body)).succeedsWithin(LIMIT));
    }

    private static PublishFailedException failureOf(CompletableFuture<Void> published) {
        await().atMost(LIMIT).until(published::isDone);
        CompletionException failure = catchThrowableOfType(CompletionException.class, published::join);
        assertThat(failure).isNotNull().hasCauseInstanceOf(PublishFailedException.class);
        return (PublishFailedException) failure.getCause();
    }
}
