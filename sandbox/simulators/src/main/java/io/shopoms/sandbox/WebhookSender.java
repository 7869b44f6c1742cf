package io.shopoms.sandbox;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.concurrent.CompletionStage;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs webhooks and sends them with all of Shopify's headers. One try each: retrying is the caller's affair. Shopify's
 * limits hold: one second to connect, five seconds for the whole request.
 */
public final class WebhookSender implements AutoCloseable {

    private static final DateTimeFormatter NANOSECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.nnnnnnnnn'Z'").withZone(ZoneOffset.UTC);
    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final Duration QUEUED = Duration.ofMinutes(5);
    private static final Duration WHOLE_REQUEST = Duration.ofSeconds(5);

    private final HttpClient client;
    private final String shopDomain;
    private final AutoCloseable owned;

    private WebhookSender(Vertx vertx, String shopDomain, int connections, AutoCloseable owned) {
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout((int) CONNECT.toMillis())
                .setKeepAlive(true)
                .setMaxPoolSize(connections));
        this.shopDomain = shopDomain;
        this.owned = owned;
    }

    /**
     * A sender with an event loop of its own.
     *
     * @param shopDomain for {@code X-Shopify-Shop-Domain}
     * @param connections how many requests run at once; more wait
     */
    public static WebhookSender create(String shopDomain, int connections) {
        Vertx vertx = Vertx.vertx(
                new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(1).setInternalBlockingPoolSize(1));
        return new WebhookSender(vertx, shopDomain, connections, vertx::close);
    }

    /** A sender on an event loop that somebody else closes. */
    public static WebhookSender on(Vertx vertx, String shopDomain, int connections) {
        return new WebhookSender(vertx, shopDomain, connections, () -> {});
    }

    /**
     * Sends one webhook.
     *
     * @param target the whole address
     * @param secret the app's client secret
     * @return the HTTP status; fails if there was no answer in time
     */
    public CompletionStage<Integer> send(URI target, String secret, OutgoingWebhook webhook) {
        return deliver(target, sign(secret, webhook.body()), webhook).toCompletionStage();
    }

    /** The same with a signature of your choice, for tests of what must be refused. */
    public CompletionStage<Integer> sendSigned(URI target, String signature, OutgoingWebhook webhook) {
        return deliver(target, signature, webhook).toCompletionStage();
    }

    private Future<Integer> deliver(URI target, String signature, OutgoingWebhook webhook) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(target.toString())
                // Waiting for a free connection is this side's own affair and no failure of the receiver.
                .setConnectTimeout(QUEUED.toMillis())
                .setIdleTimeout(WHOLE_REQUEST.toMillis());
        return client.request(options)
                .map(request -> headers(request, signature, webhook))
                .compose(request -> request.send(Buffer.buffer(webhook.body())))
                .compose(WebhookSender::status);
    }

    private HttpClientRequest headers(HttpClientRequest request, String signature, OutgoingWebhook webhook) {
        return request.putHeader("Content-Type", "application/json")
                .putHeader("User-Agent", "Shopify-Captain-Hook")
                .putHeader("X-Shopify-Topic", webhook.topic())
                .putHeader("X-Shopify-Hmac-Sha256", signature)
                .putHeader("X-Shopify-Shop-Domain", shopDomain)
                .putHeader("X-Shopify-API-Version", webhook.apiVersion())
                .putHeader("X-Shopify-Webhook-Id", webhook.webhookId())
                .putHeader("X-Shopify-Event-Id", webhook.eventId())
                .putHeader("X-Shopify-Triggered-At", triggeredAt(webhook.triggeredAt()));
    }

    private static Future<Integer> status(HttpClientResponse response) {
        return response.body().map(body -> response.statusCode());
    }

    /** base64(HMAC-SHA256(body, secret)). */
    public static String sign(String secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    static String triggeredAt(Instant at) {
        return NANOSECONDS.format(at);
    }

    @Override
    public void close() throws Exception {
        client.close().toCompletionStage().toCompletableFuture().join();
        owned.close();
    }
}
