package io.shopoms.sandbox.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.GetResponse;
import com.rabbitmq.client.MessageProperties;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerTest {

    private static final String EXCHANGE = "orders";
    private static final String QUEUE = "orders.log";
    private static final long CONFIRM_LIMIT = 60_000;

    @TempDir
    Path directory;

    @Test
    void aConfirmedMessageReachesTheBoundQueue() throws Exception {
        // Given
        try (EmbeddedBroker broker = EmbeddedBroker.inMemory(0)) {

            // When
            publish(broker.amqpUrl(), "hello");

            // Then
            assertThat(waiting(broker.amqpUrl())).containsExactly("hello");
        }
    }

    @Test
    void queuesAndMessagesSurviveAnOrderlyRestart() throws Exception {
        // Given
        int port;
        try (EmbeddedBroker first = EmbeddedBroker.durable(directory, 0)) {
            port = first.port();
            publish(first.amqpUrl(), "kept");
        }

        // When
        try (EmbeddedBroker second = EmbeddedBroker.durable(directory, port)) {

            // Then
            assertThat(second.port()).isEqualTo(port);
            assertThat(waiting(second.amqpUrl())).containsExactly("kept");
        }
    }

    @Test
    void whatWasConfirmedSurvivesTheKillOfTheProcess() throws Exception {
        // Given
        Process killed = ServerProcess.start("broker", directory);
        String url = ServerProcess.urlOf(killed);
        String[] sent = IntStream.range(0, 500).mapToObj(i -> "message " + i).toArray(String[]::new);
        publish(url, sent);

        // When
        killed.destroyForcibly().waitFor();

        // Then
        try (EmbeddedBroker next = EmbeddedBroker.durable(directory, 0)) {
            assertThat(waiting(next.amqpUrl())).containsExactly(sent);
        }
    }

    @Test
    void aTakenPortIsNamed() {
        // Given
        try (EmbeddedBroker first = EmbeddedBroker.inMemory(0)) {

            // When
            assertThatThrownBy(() -> EmbeddedBroker.inMemory(first.port()).close())

                    // Then
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(Integer.toString(first.port()));
        }
    }

    /** Declares as RabbitMQ wants it, so that a refusal of unknown arguments would show. */
    private static void publish(String url, String... bodies) throws Exception {
        try (Connection connection = connect(url);
                Channel channel = connection.createChannel()) {
            channel.exchangeDeclare(EXCHANGE, "topic", true);
            channel.queueDeclare(
                    QUEUE, true, false, false, Map.of("x-queue-type", "quorum", "x-dead-letter-exchange", "dead"));
            channel.queueBind(QUEUE, EXCHANGE, "#");
            channel.confirmSelect();
            for (String body : bodies) {
                channel.basicPublish(
                        EXCHANGE,
                        "orders.create",
                        true,
                        MessageProperties.PERSISTENT_BASIC,
                        body.getBytes(StandardCharsets.UTF_8));
            }
            channel.waitForConfirmsOrDie(CONFIRM_LIMIT);
        }
    }

    private static List<String> waiting(String url) throws Exception {
        try (Connection connection = connect(url);
                Channel channel = connection.createChannel()) {
            List<String> bodies = new ArrayList<>();
            for (GetResponse message = channel.basicGet(QUEUE, true);
                    message != null;
                    message = channel.basicGet(QUEUE, true)) {
                bodies.add(new String(message.getBody(), StandardCharsets.UTF_8));
            }
            return bodies;
        }
    }

    private static Connection connect(String url) throws Exception {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setUri(url);
        return factory.newConnection();
    }
}
