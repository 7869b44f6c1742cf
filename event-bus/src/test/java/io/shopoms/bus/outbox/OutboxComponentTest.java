package io.shopoms.bus.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.shopoms.bus.fixtures.Brokers;
import io.shopoms.bus.migration.Migrations;
import io.shopoms.bus.publish.ConfirmedPublisher;
import io.shopoms.model.Exchanges;
import io.shopoms.model.Queues;
import io.shopoms.sandbox.embedded.EmbeddedServers;
import io.shopoms.sandbox.embedded.EmbeddedServersResource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedServersResource.class)
class OutboxComponentTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @Inject
    Outbox outbox;

    @Inject
    OutboxRelay relay;

    @Inject
    Pool pool;

    @Inject
    ConfirmedPublisher publisher;

    @Inject
    Migrations migrations;

    @BeforeEach
    void everythingRuns() {
        EmbeddedServers.startDatabase();
        EmbeddedServers.startBroker();
        migrations.done().await().atMost(LIMIT);
        await().atMost(LIMIT).until(publisher::isConnected);
        await().atMost(LIMIT).ignoreExceptions().until(() -> rows() == 0);
        Brokers.drain(EmbeddedServers.brokerUrl(), Queues.ORDER_WEBHOOKS);
    }

    @AfterEach
    void nothingStaysDown() {
        EmbeddedServers.startDatabase();
        EmbeddedServers.startBroker();
    }

    @Test
    void aMessageIsPublishedWithItsHeadersAndExactBytesThenDeleted() {
        // Given
        byte[] body = {0, 1, (byte) 0xff, 'x'};

        // When
        outbox.add(Exchanges.WEBHOOKS, "orders.create", Map.of("shopoms-topic", "orders/create"), body)
                .await()
                .atMost(LIMIT);

        // Then
        await().atMost(LIMIT).until(() -> rows() == 0);
        Brokers.on(EmbeddedServers.brokerUrl(), channel -> {
            var message = channel.basicGet(Queues.ORDER_WEBHOOKS, true);
            assertThat(message.getBody()).isEqualTo(body);
            assertThat(message.getProps().getHeaders().get("shopoms-topic")).hasToString("orders/create");
            assertThat(message.getProps().getDeliveryMode()).isEqualTo(2);
            return null;
        });
    }

    @Test
    void whatWaitedForTheBrokerComesInOrderOfArrival() {
        // Given
        EmbeddedServers.stopBroker();
        await().atMost(LIMIT).until(() -> !publisher.isConnected());
        List<String> bodies = IntStream.range(0, 450).mapToObj(i -> "body " + i).toList();
        bodies.forEach(body -> add("orders.create", body));
        assertThat(rows()).isEqualTo(450);

        // When
        EmbeddedServers.startBroker();

        // Then
        await().atMost(LIMIT).until(() -> rows() == 0);
        assertThat(drain()).containsExactlyElementsOf(bodies);
    }

    @Test
    void aMessageOfATransactionThatRollsBackIsNeverPublished() {
        // Given
        Uni<Void> rolledBack = pool.withTransaction(transaction -> outbox.add(transaction, List.of(message("never")))
                .chain(() -> Uni.createFrom().failure(new IllegalStateException("changed my mind"))));

        // When
        Throwable failure = rolledBack.onFailure().recoverWithNull().await().atMost(LIMIT) == null
                ? new IllegalStateException("rolled back")
                : null;
        add("orders.create", "marker");

        // Then
        assertThat(failure).isNotNull();
        await().atMost(LIMIT).until(() -> rows() == 0);
        assertThat(drain()).containsExactly("marker");
    }

    @Test
    void messagesOfACommittedTransactionArePublishedAtOnceInTheirOrder() {
        // Given
        List<String> bodies = IntStream.range(0, 50).mapToObj(i -> "body " + i).toList();

        // When
        pool.withTransaction(transaction -> outbox.add(
                        transaction,
                        bodies.stream().map(OutboxComponentTest::message).toList()))
                .await()
                .atMost(LIMIT);

        // Then
        await().atMost(LIMIT).until(() -> rows() == 0);
        assertThat(drain()).containsExactlyElementsOf(bodies);
    }

    @Test
    void aMessageThatNobodyWantsWaitsAloneAndHoldsUpNoOther() {
        // When
        add(Exchanges.EVENTS, "nobody.listens", "unwanted");
        add("orders.create", "wanted");

        // Then
        await().atMost(LIMIT).untilAsserted(() -> assertThat(drain()).containsExactly("wanted"));
        await().atMost(LIMIT).untilAsserted(() -> {
            assertThat(rows()).isOne();
            assertThat(pool.query("select last_error from outbox where attempts > 0")
                            .execute()
                            .await()
                            .atMost(LIMIT))
                    .singleElement()
                    .satisfies(row -> assertThat(row.getString(0)).contains("refused"));
        });
        pool.query("delete from outbox").execute().await().atMost(LIMIT);
    }

    @Test
    void largeMessagesPassOneByOne() {
        // Given
        EmbeddedServers.stopBroker();
        await().atMost(LIMIT).until(() -> !publisher.isConnected());
        String large = "x".repeat(9_000_000);
        add("orders.create", large);
        add("orders.create", "small");

        // When
        EmbeddedServers.startBroker();

        // Then
        await().atMost(LIMIT).until(() -> rows() == 0);
        assertThat(drain()).containsExactly(large, "small");
    }

    @Test
    void theRelaySurvivesADatabaseOutage() {
        // Given
        EmbeddedServers.stopDatabase();

        // When
        EmbeddedServers.startDatabase();
        await().atMost(LIMIT).ignoreExceptions().until(() -> rows() == 0);
        add("orders.create", "after the outage");

        // Then
        await().atMost(LIMIT).untilAsserted(() -> assertThat(drain()).containsExactly("after the outage"));
    }

    @Test
    void theBacklogIsMeasured() {
        // Given
        EmbeddedServers.stopBroker();
        await().atMost(LIMIT).until(() -> !publisher.isConnected());

        // When
        add("orders.create", "waiting");

        // Then
        await().atMost(LIMIT).untilAsserted(() -> {
            assertThat(relay.backlog().messages()).isEqualTo(1);
            assertThat(relay.backlog().oldest()).isPositive();
        });
    }

    private void add(String routingKey, String body) {
        add(Exchanges.WEBHOOKS, routingKey, body);
    }

    private void add(String exchange, String routingKey, String body) {
        outbox.add(exchange, routingKey, Map.of(), bytes(body)).await().atMost(LIMIT);
    }

    private long rows() {
        return pool.query("select count(*) from outbox")
                .execute()
                .await()
                .atMost(LIMIT)
                .iterator()
                .next()
                .getLong(0);
    }

    private static List<String> drain() {
        return Brokers.drain(EmbeddedServers.brokerUrl(), Queues.ORDER_WEBHOOKS);
    }

    private static Outbox.Message message(String body) {
        return new Outbox.Message(Exchanges.WEBHOOKS, "orders.create", Map.of(), bytes(body));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
