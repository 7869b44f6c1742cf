package io.shopoms.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class WebhookSenderTest {

    private static final String SECRET = "shpss_0123456789abcdef";

    @Test
    void theSignatureIsThatOfShopifysTestVector() {
        byte[] body = "{\"id\":820982911946154508,\"note\":\"héllo ✓\",\"total_price\":\"12.50\"}"
                .getBytes(StandardCharsets.UTF_8);

        assertThat(WebhookSender.sign(SECRET, body)).isEqualTo("nILJc99kMBhqdmWJSqpn0imVNvynQJ6MixgrB1KfWDo=");
        assertThat(WebhookSender.sign(SECRET, new byte[0])).isEqualTo("PNS/SHx5ZaA53eOmupUhBKVsOkpxNogrc7JQmej7RbY=");
    }

    @Test
    void anyBodyIsSentWithAllHeadersAndTheStatusComesBack() throws Exception {
        // Given
        Vertx vertx = Vertx.vertx();
        AtomicReference<MultiMap> headers = new AtomicReference<>();
        HttpServer server = vertx.createHttpServer()
                .requestHandler(request -> {
                    headers.set(request.headers());
                    request.response().setStatusCode(401).end();
                })
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        OutgoingWebhook webhook = OutgoingWebhook.of("orders/create", "no json".getBytes(StandardCharsets.UTF_8))
                .withWebhookId("w-1")
                .withTriggeredAt(Instant.EPOCH);

        // When
        int status;
        try (WebhookSender sender = WebhookSender.create("acme.myshopify.com", 2)) {
            status = sender.sendSigned(URI.create("http://127.0.0.1:" + server.actualPort() + "/x"), "forged", webhook)
                    .toCompletableFuture()
                    .get(60, TimeUnit.SECONDS);
        }
        vertx.close().toCompletionStage().toCompletableFuture().join();

        // Then
        assertThat(status).isEqualTo(401);
        assertThat(headers.get().get("x-shopify-hmac-sha256")).isEqualTo("forged");
        assertThat(headers.get().get("x-shopify-webhook-id")).isEqualTo("w-1");
        assertThat(headers.get().get("x-shopify-topic")).isEqualTo("orders/create");
        assertThat(headers.get().get("x-shopify-api-version")).isEqualTo("2026-10");
        assertThat(headers.get().get("x-shopify-triggered-at")).isEqualTo("1970-01-01T00:00:00.000000000Z");
        assertThat(headers.get().contains("x-shopify-event-id")).isTrue();
    }

    @Test
    void triggeredAtHasNineDecimals() {
        assertThat(WebhookSender.triggeredAt(Instant.parse("2026-03-30T14:30:00.5Z")))
                .isEqualTo("2026-03-30T14:30:00.500000000Z");
    }
}
