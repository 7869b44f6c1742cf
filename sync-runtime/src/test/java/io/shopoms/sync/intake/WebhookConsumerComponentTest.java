package io.shopoms.sync.intake;

import static io.shopoms.sync.fixtures.Notes.ACME;
import static io.shopoms.sync.fixtures.Notes.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.shopoms.bus.message.WebhookMessages;
import io.shopoms.model.Queues;
import io.shopoms.model.WebhookEvent;
import io.shopoms.model.WebhookTopic;
import io.shopoms.sandbox.embedded.EmbeddedServers;
import io.shopoms.sandbox.embedded.EmbeddedServersResource;
import io.shopoms.sync.fixtures.Engine;
import io.shopoms.sync.fixtures.NoteTarget;
import io.shopoms.sync.fixtures.Notes;
import io.shopoms.sync.fixtures.TokensResource;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedServersResource.class)
@QuarkusTestResource(TokensResource.class)
class WebhookConsumerComponentTest {

    @Inject
    Engine engine;

    @Inject
    WebhookConsumer consumer;

    @Inject
    NoteTarget target;

    @BeforeEach
    void startOver() {
        engine.startOver();
        await().atMost(Engine.LIMIT)
                .untilAsserted(() -> assertThat(consumer.problem()).isEmpty());
    }

    @Test
    void webhooksFromTheQueueReachTheTargetAndAreAcknowledged() throws Exception {
        // When
        try (Connection connection = connect();
                Channel channel = connection.createChannel()) {
            for (int id = 1; id <= 300; id++) {
                publish(channel, id);
            }

            // Then
            await().atMost(Engine.LIMIT)
                    .untilAsserted(() -> assertThat(target.held()).hasSize(300));
            await().atMost(Engine.LIMIT)
                    .untilAsserted(() -> assertThat(channel.messageCount(Queues.ORDER_WEBHOOKS))
                            .isZero());
        }
    }

    @Test
    void theTraceOfAWebhookIsNamedByTheLogLineOfItsAttempt() throws Exception {
        // Given
        List<String> lines = new CopyOnWriteArrayList<>();
        Handler recorder = new ExtHandler() {
            @Override
            protected void doPublish(ExtLogRecord line) {
                lines.add(line.getFormattedMessage());
            }
        };
        Logger attempts = Logger.getLogger("io.shopoms.sync.attempt");
        attempts.addHandler(recorder);

        // When
        try (Connection connection = connect();
                Channel channel = connection.createChannel()) {
            publish(channel, 7, Map.of("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"));
            publish(channel, 8, Map.of("traceparent", "nonsense"));

            // Then
            await().atMost(Engine.LIMIT)
                    .untilAsserted(() -> assertThat(lines)
                            .anyMatch(line -> line.contains(" id=7 ")
                                    && line.contains(" trace=4bf92f3577b34da6a3ce929d0e0e4736 "))
                            .anyMatch(line -> line.contains(" id=8 ") && line.contains(" trace=none ")));
        } finally {
            attempts.removeHandler(recorder);
        }
    }

    private static void publish(Channel channel, long id) throws Exception {
        publish(channel, id, Map.of());
    }

    private static void publish(Channel channel, long id, Map<String, String> more) throws Exception {
        WebhookEvent event = new WebhookEvent(
                ACME,
                new WebhookTopic("notes/create"),
                "delivery-" + id,
                Optional.empty(),
                Optional.empty(),
                Optional.of(NOON),
                NOON,
                new byte[0]);
        Map<String, Object> headers = new HashMap<>(WebhookMessages.headers(event));
        headers.putAll(more);
        byte[] body = Notes.json(id, NOON, "x").getBytes(StandardCharsets.UTF_8);
        channel.basicPublish(
                "",
                Queues.ORDER_WEBHOOKS,
                new BasicProperties.Builder().headers(headers).build(),
                body);
    }

    private static Connection connect() throws Exception {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setUri(EmbeddedServers.brokerUrl());
        return factory.newConnection();
    }
}
