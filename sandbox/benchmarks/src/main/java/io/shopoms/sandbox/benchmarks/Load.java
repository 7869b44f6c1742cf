package io.shopoms.sandbox.benchmarks;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Sends webhooks to a server on this machine over kept-alive connections; bounded in number and in time. */
final class Load implements AutoCloseable {

    private static final int CONNECTIONS = 64;
    private static final long LIMIT_SECONDS = 300;

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient http = vertx.createHttpClient(new HttpClientOptions()
            .setMaxPoolSize(CONNECTIONS)
            .setKeepAlive(true)
            // Connections outlast the other server's rounds, however slow the machine.
            .setKeepAliveTimeout(0)
            .setTcpNoDelay(true));
    private final String shop;

    Load(String shop) {
        this.shop = shop;
    }

    /**
     * @param accepted ids of the webhooks that were answered 200
     * @param seconds from the first request to the last answer
     */
    record Result(Set<String> accepted, double seconds) {}

    /** Sends each webhook once and waits for all answers. */
    Result send(int port, List<SignedWebhook> webhooks) {
        Set<String> accepted = ConcurrentHashMap.newKeySet();
        AtomicInteger next = new AtomicInteger();
        AtomicInteger open = new AtomicInteger(CONNECTIONS);
        CompletableFuture<Void> done = new CompletableFuture<>();
        long start = System.nanoTime();
        for (int lane = 0; lane < CONNECTIONS; lane++) {
            sendNext(port, webhooks, next, accepted, open, done);
        }
        try {
            done.get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("the load did not end within " + LIMIT_SECONDS + " s", e);
        }
        return new Result(accepted, (System.nanoTime() - start) / 1e9);
    }

    private void sendNext(
            int port,
            List<SignedWebhook> webhooks,
            AtomicInteger next,
            Set<String> accepted,
            AtomicInteger open,
            CompletableFuture<Void> done) {
        int index = next.getAndIncrement();
        if (index >= webhooks.size()) {
            if (open.decrementAndGet() == 0) {
                done.complete(null);
            }
            return;
        }
        SignedWebhook webhook = webhooks.get(index);
        http.request(request(port, webhook))
                .compose(request -> request.send(Buffer.buffer(webhook.body())))
                .compose(response -> response.body().map(body -> response.statusCode()))
                .onComplete(answer -> {
                    if (answer.succeeded() && answer.result() == 200) {
                        accepted.add(webhook.id());
                    }
                    sendNext(port, webhooks, next, accepted, open, done);
                });
    }

    private RequestOptions request(int port, SignedWebhook webhook) {
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setHost("127.0.0.1")
                .setPort(port)
                .setURI("/webhooks/" + webhook.topic().replace('/', '-'))
                .putHeader("Content-Type", "application/json")
                .putHeader("X-Shopify-Topic", webhook.topic())
                .putHeader("X-Shopify-Shop-Domain", shop)
                .putHeader("X-Shopify-Webhook-Id", webhook.id())
                .putHeader("X-Shopify-Event-Id", webhook.id())
                .putHeader("X-Shopify-API-Version", "2026-10")
                .putHeader("X-Shopify-Triggered-At", "2026-11-20T10:00:00.000000000Z")
                .putHeader("X-Shopify-Hmac-Sha256", webhook.signature());
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
