package io.shopoms.gateway.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.GetResponse;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.shopoms.bus.migration.Migrations;
import io.shopoms.bus.publish.ConfirmedPublisher;
import io.shopoms.gateway.fixtures.GatewaySettings;
import io.shopoms.gateway.fixtures.OrderQueue;
import io.shopoms.gateway.fixtures.SignedWebhook;
import io.shopoms.gateway.receive.BodyMemory;
import io.shopoms.sandbox.embedded.EmbeddedServers;
import io.shopoms.sandbox.embedded.EmbeddedServersResource;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(EmbeddedServersResource.class)
@WithTestResource(GatewaySettings.class)
class WebhookIntakeComponentTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TestHTTPResource("/")
    URI gateway;

    @Inject
    ConfirmedPublisher publisher;

    @Inject
    Migrations migrations;

    @Inject
    Pool pool;

    @Inject
    BodyMemory memory;

    @BeforeEach
    void everythingRuns() {
        EmbeddedServers.startDatabase();
        EmbeddedServers.startBroker();
        migrations.done().await().atMost(LIMIT);
        await().atMost(LIMIT).until(publisher::isConnected);
        await().atMost(LIMIT).ignoreExceptions().until(() -> outboxRows() == 0);
        OrderQueue.drain();
    }

    @AfterEach
    void nothingStaysDown() {
        EmbeddedServers.startDatabase();
        EmbeddedServers.startBroker();
    }

    @Test
    void aSignedWebhookIsInItsQueueWithItsExactBytesWhenItIsAnswered() {
        // Given
        byte[] body = "{\"id\":820982911946154508,  \"note\":\"héllo ✓\"}\n".getBytes(StandardCharsets.UTF_8);
        SignedWebhook webhook = SignedWebhook.of("orders/create").body(body);

        // When
        HttpResponse<String> answer = webhook.send(gateway);

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        List<GetResponse> messages = OrderQueue.drain();
        assertThat(messages).hasSize(1);
        assertThat(messages.get(0).getBody()).isEqualTo(body);
        assertThat(messages.get(0).getEnvelope().getRoutingKey()).isEqualTo("orders.create");
        assertThat(header(messages.get(0), "shopoms-shop")).isEqualTo(GatewaySettings.SHOP);
        assertThat(header(messages.get(0), "shopoms-topic")).isEqualTo("orders/create");
        assertThat(header(messages.get(0), "shopoms-webhook-id")).isEqualTo(webhook.id());
        assertThat(header(messages.get(0), "shopoms-triggered-at")).isEqualTo("2026-11-20T10:00:00.000000123Z");
        assertThat(header(messages.get(0), "shopoms-received-at")).isNotBlank();
        assertThat(header(messages.get(0), "traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/webhooks",
                "/webhooks/",
                "/webhooks/orders-create",
                "/webhooks/inventory-update",
                "/api/webhooks",
                "/api/webhooks/shopify/orders"
            })
    void thePathIsFree(String path) {
        // When
        HttpResponse<String> answer = SignedWebhook.of("orders/create").to(path).send(gateway);

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(OrderQueue.bodies()).hasSize(1);
    }

    @Test
    void everySecretOfARotationAndEveryStoreIsAccepted() {
        // When
        int old = SignedWebhook.of("orders/create")
                .signedWith(GatewaySettings.OLD_SECRET)
                .send(gateway)
                .statusCode();
        int other = SignedWebhook.of("orders/create")
                .with("X-Shopify-Shop-Domain", "Other.MyShopify.com")
                .signedWith(GatewaySettings.OTHER_SECRET)
                .send(gateway)
                .statusCode();

        // Then
        assertThat(old).isEqualTo(200);
        assertThat(other).isEqualTo(200);
    }

    @Test
    void whatIsNotJsonIsStillShopifys() {
        // When
        HttpResponse<String> answer =
                SignedWebhook.of("orders/create").body(new byte[] {0, -1, 7}).send(gateway);

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(OrderQueue.drain().get(0).getBody()).containsExactly(0, -1, 7);
    }

    @Test
    void anEmptyBodyWithItsSignatureIsAccepted() {
        assertThat(SignedWebhook.of("orders/create")
                        .body(new byte[0])
                        .send(gateway)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void badSignaturesAreRefusedAndNothingIsStored() {
        // When
        List<Integer> answers = List.of(
                SignedWebhook.of("orders/create")
                        .signedWith("guessed")
                        .send(gateway)
                        .statusCode(),
                SignedWebhook.of("orders/create")
                        .signedWith(GatewaySettings.OTHER_SECRET)
                        .send(gateway)
                        .statusCode(),
                SignedWebhook.of("orders/create")
                        .with("X-Shopify-Hmac-Sha256", "x")
                        .send(gateway)
                        .statusCode());

        // Then
        assertThat(answers).containsOnly(401);
        assertThat(OrderQueue.drain()).isEmpty();
        assertThat(outboxRows()).isZero();
    }

    @Test
    void aSignatureIsCheckedBeforeAnythingElseIsLookedAt() {
        // When
        int status = SignedWebhook.of("not a topic")
                .without("X-Shopify-Webhook-Id")
                .signedWith("guessed")
                .send(gateway)
                .statusCode();

        // Then
        assertThat(status).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"third.myshopify.com", "acme.myshopify.com.evil.example", "x"})
    void unknownShopsAreNotFound(String shop) {
        // When
        HttpResponse<String> answer = SignedWebhook.of("orders/create")
                .with("X-Shopify-Shop-Domain", shop)
                .send(gateway);

        // Then
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
        assertThat(answer.body()).doesNotContain(shop + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Shopify-Topic", "X-Shopify-Webhook-Id"})
    void aMissingHeaderIsNamed(String name) {
        // When
        HttpResponse<String> answer =
                SignedWebhook.of("orders/create").without(name).send(gateway);

        // Then
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(name);
    }

    @Test
    void bodiesBeyondTheLimitAreRefused() {
        // When
        int within = SignedWebhook.of("orders/create")
                .body("x".repeat(190_000))
                .send(gateway)
                .statusCode();
        int beyond = SignedWebhook.of("orders/create").announce(gateway, 300_000);

        // Then
        assertThat(within).isEqualTo(200);
        assertThat(beyond).isEqualTo(413);
    }

    @Test
    void whileAllMemoryForBodiesIsTakenTheAnswerSaysToTryAgain() {
        // Given
        long all = Long.MAX_VALUE / 2;
        await().atMost(LIMIT).until(() -> memory.take(all));

        // When
        HttpResponse<String> meanwhile;
        try {
            meanwhile = SignedWebhook.of("orders/create").send(gateway);
        } finally {
            memory.give(all);
        }
        HttpResponse<String> afterwards = SignedWebhook.of("orders/create").send(gateway);

        // Then
        assertThat(meanwhile.statusCode()).isEqualTo(503);
        assertThat(meanwhile.headers().firstValue("retry-after")).isPresent();
        assertThat(afterwards.statusCode()).isEqualTo(200);
    }

    @Test
    void whoHangsUpInTheMiddleOfABodyGivesItsMemoryBack() throws IOException {
        // Given
        try (Socket connection = SignedWebhook.of("orders/create").begin(gateway, 150_000, new byte[100_000])) {
            assertThat(connection.isConnected()).isTrue();
            await().atMost(LIMIT).until(() -> memory.taken() >= 100_000);

            // When the connection is closed
        }

        // Then
        await().atMost(LIMIT).until(() -> memory.taken() == 0);
    }

    @Test
    void anAnsweredBodyTakesNoMemory() {
        // When
        SignedWebhook.of("orders/create").body("x".repeat(150_000)).send(gateway);
        SignedWebhook.of("orders/create").signedWith("guessed").send(gateway);

        // Then
        await().atMost(LIMIT).until(() -> memory.taken() == 0);
    }

    @Test
    void withoutTheBrokerWebhooksGoToTheOutboxAndArriveInOrderLater() {
        // Given
        EmbeddedServers.stopBroker();
        await().atMost(LIMIT).until(() -> !publisher.isConnected());
        List<String> bodies =
                IntStream.range(0, 50).mapToObj(i -> "{\"n\":" + i + "}").toList();

        // When
        List<Integer> answers = bodies.stream()
                .map(body -> SignedWebhook.of("orders/updated")
                        .body(body)
                        .send(gateway)
                        .statusCode())
                .toList();

        // Then
        assertThat(answers).containsOnly(200);
        assertThat(outboxRows()).isEqualTo(50);

        // When it comes back
        EmbeddedServers.startBroker();

        // Then
        await().atMost(LIMIT).until(() -> outboxRows() == 0);
        assertThat(OrderQueue.bodies()).containsExactlyElementsOf(bodies);
    }

    @Test
    void aWebhookThatMeetsTheOutageItselfIsAcceptedToo() {
        // When
        EmbeddedServers.stopBroker();
        int status = SignedWebhook.of("orders/create")
                .body("{\"n\":1}")
                .send(gateway)
                .statusCode();

        // Then
        assertThat(status).isEqualTo(200);
        EmbeddedServers.startBroker();
        await().atMost(LIMIT).until(publisher::isConnected);
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(OrderQueue.bodies()).containsExactly("{\"n\":1}"));
    }

    @Test
    void withoutTheDatabaseWebhooksGoToTheBroker() {
        // Given
        EmbeddedServers.stopDatabase();

        // When
        int status = SignedWebhook.of("orders/create").send(gateway).statusCode();

        // Then
        assertThat(status).isEqualTo(200);
        assertThat(OrderQueue.bodies()).hasSize(1);
    }

    @Test
    void withoutBothTheAnswerSaysToTryAgainBeforeShopifyHangsUp() {
        // Given
        EmbeddedServers.stopBroker();
        EmbeddedServers.stopDatabase();
        await().atMost(LIMIT).until(() -> !publisher.isConnected());

        // When
        List<Duration> took = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            long start = System.nanoTime();
            HttpResponse<String> answer = SignedWebhook.of("orders/create").send(gateway);
            took.add(Duration.ofNanos(System.nanoTime() - start));

            // Then
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("retry-after")).isPresent();
        }
        // A machine that stands still for a moment does so for one of them.
        assertThat(took).anySatisfy(one -> assertThat(one).isLessThan(Duration.ofSeconds(4)));

        // When both are back
        EmbeddedServers.startBroker();
        EmbeddedServers.startDatabase();

        // Then
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(
                                SignedWebhook.of("orders/create").send(gateway).statusCode())
                        .isEqualTo(200));
    }

    private long outboxRows() {
        return pool.query("select count(*) from outbox")
                .execute()
                .await()
                .atMost(LIMIT)
                .iterator()
                .next()
                .getLong(0);
    }

    private static String header(GetResponse message, String name) {
        return message.getProps().getHeaders().get(name).toString();
    }
}
