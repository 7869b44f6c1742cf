package io.shopoms.gateway.scenarios;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.shopoms.bus.message.WebhookMessages;
import io.shopoms.bus.migration.Migrations;
import io.shopoms.bus.publish.ConfirmedPublisher;
import io.shopoms.gateway.fixtures.GatewaySettings;
import io.shopoms.gateway.fixtures.OrderQueue;
import io.shopoms.gateway.fixtures.SignedWebhook;
import io.shopoms.gateway.fixtures.Tokens;
import io.shopoms.model.Exchanges;
import io.shopoms.model.ShopDomain;
import io.shopoms.model.WebhookEvent;
import io.shopoms.model.WebhookTopic;
import io.shopoms.sandbox.embedded.EmbeddedServers;
import io.shopoms.sandbox.embedded.EmbeddedServersResource;
import io.smallrye.mutiny.Multi;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(EmbeddedServersResource.class)
@WithTestResource(GatewaySettings.class)
class WebhookLogComponentTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TestHTTPResource("/")
    URI gateway;

    @Inject
    ConfirmedPublisher publisher;

    @Inject
    Migrations migrations;

    @Inject
    Pool pool;

    @BeforeEach
    void emptyLog() {
        migrations.done().await().atMost(LIMIT);
        await().atMost(LIMIT).until(publisher::isConnected);
        // What earlier tests sent is logged before this one.
        SignedWebhook last = SignedWebhook.of("orders/create");
        last.send(gateway);
        awaitLogged(last.id(), 1);
        pool.query("delete from webhook_log").execute().await().atMost(LIMIT);
        OrderQueue.drain();
    }

    @AfterEach
    void nothingStaysDown() {
        EmbeddedServers.startDatabase();
    }

    @Test
    void aClaimedWebhookIsLoggedWithoutItsBody() {
        // Given
        SignedWebhook webhook = SignedWebhook.of("orders/create").body("{\"email\":\"ada@example.com\"}");

        // When
        webhook.send(gateway);

        // Then
        JsonPath found = awaitLogged(webhook.id(), 1);
        assertThat(found.getString("items[0].state")).isEqualTo("RECEIVED");
        assertThat(found.getString("items[0].shop")).isEqualTo(GatewaySettings.SHOP);
        assertThat(found.getString("items[0].topic")).isEqualTo("orders/create");
        assertThat(found.getString("items[0].triggeredAt")).startsWith("2026-11-20T10:00:00");
        assertThat(found.getInt("items[0].size")).isEqualTo(27);
        assertThat(found.getBoolean("items[0].replayable")).isFalse();
        assertThat(found.prettify()).doesNotContain("ada@example.com");
        assertThat(number("select count(*) from webhook_log where body is not null"))
                .isZero();
    }

    @Test
    void anUnclaimedWebhookKeepsItsBodyAndCanBeReplayed() {
        // Given
        SignedWebhook webhook = SignedWebhook.of("collections/update").body("{\"id\":7}");
        webhook.send(gateway);
        JsonPath found = awaitLogged(webhook.id(), 1);
        assertThat(found.getString("items[0].state")).isEqualTo("UNCLAIMED");

        // When
        JsonPath replayed = as(Tokens.operator())
                .post("/api/webhook-log/{id}/replay", found.getLong("items[0].id"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        // Then
        assertThat(replayed.getString("state")).isEqualTo("REPLAYED");
        assertThat(replayed.getString("replayedAt")).isNotBlank();
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(find("webhookId", webhook.id()).getInt("items[0].deliveries"))
                        .isEqualTo(2));
        assertThat(find("webhookId", webhook.id()).getList("items")).hasSize(1);
    }

    /** More than the broker hands over at once, and faster than the database takes it. */
    @Test
    void aBurstIsLoggedCompletely() {
        // Given
        int count = 3_000;

        // When
        Multi.createFrom()
                .range(0, count)
                .onItem()
                .transformToUni(i -> publisher.publish(Exchanges.WEBHOOKS, "orders.create", burst(i), new byte[10_000]))
                // A busy machine's broker confirms so many in time; the burst is one for the log, not for the
                // publisher.
                .merge(100)
                .collect()
                .asList()
                .await()
                .atMost(LIMIT);

        // Then
        await().atMost(LIMIT)
                .untilAsserted(
                        () -> assertThat(number("select count(*) from webhook_log where webhook_id like 'burst-%'"))
                                .isEqualTo(count));
    }

    @Test
    void aClaimedWebhookIsNotReplayedAndTheAnswerSaysWhatToDo() {
        // Given
        SignedWebhook webhook = SignedWebhook.of("orders/paid");
        webhook.send(gateway);
        long id = awaitLogged(webhook.id(), 1).getLong("items[0].id");

        // When
        String problem = as(Tokens.operator())
                .post("/api/webhook-log/{id}/replay", id)
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .extract()
                .asString();

        // Then
        assertThat(problem).contains("backfill");
    }

    @Test
    void manyWebhooksOfATopicAreReplayedPageByPageInOrderOfArrival() {
        // Given
        List<SignedWebhook> webhooks = IntStream.range(0, 130)
                .mapToObj(i -> SignedWebhook.of("collections/create").body("{\"n\":" + i + "}"))
                .toList();
        webhooks.forEach(webhook -> webhook.send(gateway));
        SignedWebhook.of("collections/delete").send(gateway);
        await().atMost(LIMIT).until(() -> number("select count(*) from webhook_log") == 131);

        // When
        JsonPath first = replayProducts("{\"topic\":\"collections/create\",\"state\":\"UNCLAIMED\",\"limit\":100}");
        JsonPath rest = replayProducts(
                "{\"topic\":\"collections/create\",\"limit\":100,\"afterId\":" + first.getLong("lastId") + "}");

        // Then
        assertThat(first.getInt("replayed")).isEqualTo(100);
        assertThat(first.getBoolean("more")).isTrue();
        assertThat(rest.getInt("replayed")).isEqualTo(30);
        assertThat(rest.getBoolean("more")).isFalse();
        await().atMost(LIMIT)
                .until(() ->
                        number("select count(*) from webhook_log where deliveries = 2 and state = 'REPLAYED'") == 130);
        assertThat(number("select count(*) from webhook_log where state = 'UNCLAIMED'"))
                .isOne();
    }

    @Test
    void theSameWebhookSentTwiceIsOneEntryWithTwoDeliveries() {
        // Given
        SignedWebhook webhook = SignedWebhook.of("orders/create");

        // When
        webhook.send(gateway);
        webhook.send(gateway);

        // Then
        await().atMost(LIMIT).until(() -> number("select coalesce(sum(deliveries), 0)::bigint from webhook_log") == 2);
        assertThat(number("select count(*) from webhook_log")).isOne();
    }

    @Test
    void searchNarrowsByEveryField() {
        // Given
        SignedWebhook order = SignedWebhook.of("orders/create").with("X-Shopify-Event-Id", "event-1");
        SignedWebhook product = SignedWebhook.of("collections/create").with("X-Shopify-Event-Id", "event-1");
        SignedWebhook other = SignedWebhook.of("orders/create")
                .with("X-Shopify-Shop-Domain", GatewaySettings.OTHER_SHOP)
                .signedWith(GatewaySettings.OTHER_SECRET);
        List.of(order, product, other).forEach(webhook -> webhook.send(gateway));
        await().atMost(LIMIT).until(() -> number("select count(*) from webhook_log") == 3);

        // Then
        assertThat(ids("shop", GatewaySettings.OTHER_SHOP)).containsExactly(other.id());
        assertThat(ids("topic", "collections/create")).containsExactly(product.id());
        assertThat(ids("eventId", "event-1")).containsExactlyInAnyOrder(order.id(), product.id());
        assertThat(ids("state", "UNCLAIMED")).containsExactly(product.id());
        assertThat(ids("from", Instant.now().plusSeconds(60).toString())).isEmpty();
        assertThat(ids("to", Instant.now().plusSeconds(60).toString())).hasSize(3);
        assertThat(ids("shop", "x' or 1=1 --")).isEmpty();
        JsonPath page = as(Tokens.viewer())
                .queryParam("size", 2)
                .get("/api/webhook-log")
                .jsonPath();
        assertThat(page.getList("items")).hasSize(2);
        assertThat(page.getBoolean("more")).isTrue();
    }

    @Test
    void searchesThatMakeNoSenseAreExplained() {
        for (String[] bad : new String[][] {
            {"state", "LOST"},
            {"from", "yesterday"},
            {"from", "-999999999-01-01T00:00:00Z"},
            {"topic", "a\0b"},
            {"size", "5000"},
            {"size", "all"},
            {"page", "-1"},
            {"page", "99999999999"}
        }) {
            as(Tokens.viewer())
                    .queryParam(bad[0], bad[1])
                    .get("/api/webhook-log")
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json");
        }
        as(Tokens.viewer()).get("/api/webhook-log/0").then().statusCode(404);
        as(Tokens.viewer())
                .get("/api/webhook-log/first")
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
    }

    @Test
    void aMisspeltOrderToReplayIsRefused() {
        for (String bad : List.of("{", "[]", "{\"topic\":\"collections/create\",\"form\":\"2026-11-20T10:00:00Z\"}")) {
            as(Tokens.operator())
                    .contentType("application/json")
                    .body(bad)
                    .post("/api/webhook-log/replay")
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body(containsString("detail"));
        }
    }

    @Test
    void theLogIsClosedToStrangersAndReplayToViewers() {
        given().get("/api/webhook-log").then().statusCode(401).contentType("application/problem+json");
        given().header("Authorization", "Bearer nonsense")
                .get("/api/webhook-log")
                .then()
                .statusCode(401);
        as(Tokens.viewer()).post("/api/webhook-log/1/replay").then().statusCode(403);
        as(Tokens.viewer())
                .contentType("application/json")
                .body("{\"topic\":\"collections/create\"}")
                .post("/api/webhook-log/replay")
                .then()
                .statusCode(403);
    }

    @Test
    void aMessageThatIsNoWebhookIsKeptAsUnreadable() throws Exception {
        // Given
        ConnectionFactory factory = new ConnectionFactory();
        factory.setUri(EmbeddedServers.brokerUrl());

        // When
        try (Connection connection = factory.newConnection();
                var channel = connection.createChannel()) {
            channel.basicPublish(Exchanges.WEBHOOKS, "some.thing", null, "?".getBytes(StandardCharsets.UTF_8));
        }

        // Then
        await().atMost(LIMIT).untilAsserted(() -> {
            JsonPath found = find("state", "UNREADABLE");
            assertThat(found.getList("items")).hasSize(1);
            assertThat(found.getString("items[0].note")).contains("shopoms-shop");
            assertThat(found.getBoolean("items[0].replayable")).isFalse();
        });
    }

    @Test
    void whatArrivesWhileTheDatabaseIsAwayIsLoggedAfterwards() {
        // Given
        EmbeddedServers.stopDatabase();
        SignedWebhook webhook = SignedWebhook.of("collections/update");
        webhook.send(gateway);

        // When
        EmbeddedServers.startDatabase();

        // Then
        awaitLogged(webhook.id(), 1);
    }

    @Test
    void withoutTheDatabaseTheAnswerSaysToTryAgain() {
        // Given
        EmbeddedServers.stopDatabase();

        // When
        ValidatableResponse search = as(Tokens.viewer()).get("/api/webhook-log").then();
        ValidatableResponse replay =
                as(Tokens.operator()).post("/api/webhook-log/1/replay").then();

        // Then
        for (ValidatableResponse answer : List.of(search, replay)) {
            answer.statusCode(503)
                    .contentType("application/problem+json")
                    .header("Retry-After", "10")
                    .body("detail", containsString("database"));
        }
    }

    private JsonPath replayProducts(String order) {
        return as(Tokens.operator())
                .contentType("application/json")
                .body(order)
                .post("/api/webhook-log/replay")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private JsonPath awaitLogged(String webhookId, int count) {
        await().atMost(LIMIT)
                .ignoreExceptions()
                .until(() -> find("webhookId", webhookId).getList("items").size() == count);
        return find("webhookId", webhookId);
    }

    private static List<String> ids(String name, String value) {
        return find(name, value).getList("items.webhookId");
    }

    private static JsonPath find(String name, String value) {
        return as(Tokens.viewer())
                .queryParam(name, value)
                .get("/api/webhook-log")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static RequestSpecification as(String token) {
        return given().header("Authorization", "Bearer " + token);
    }

    private long number(String sql) {
        return pool.query(sql).execute().await().atMost(LIMIT).iterator().next().getLong(0);
    }

    private static Map<String, String> burst(int number) {
        return WebhookMessages.headers(new WebhookEvent(
                new ShopDomain(GatewaySettings.SHOP),
                new WebhookTopic("orders/create"),
                "burst-" + number,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Instant.now(),
                new byte[0]));
    }
}
