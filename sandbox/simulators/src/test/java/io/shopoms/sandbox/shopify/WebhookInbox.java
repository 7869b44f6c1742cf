package io.shopoms.sandbox.shopify;

import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A subscriber that keeps what it gets and answers as it is told. */
final class WebhookInbox implements AutoCloseable {

    record Received(String path, MultiMap headers, Buffer body) {

        String header(String name) {
            return headers.get(name);
        }

        String topic() {
            return header("X-Shopify-Topic");
        }
    }

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final AtomicInteger failures = new AtomicInteger();
    private final HttpServer server;

    WebhookInbox() {
        server = vertx.createHttpServer()
                .requestHandler(request -> request.body().onSuccess(body -> {
                    received.add(new Received(request.path(), request.headers(), body));
                    boolean fail = failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
                    request.response().setStatusCode(fail ? 503 : 200).end();
                }))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.actualPort());
    }

    void failNext(int requests) {
        failures.set(requests);
    }

    List<Received> received() {
        return received;
    }

    List<Received> of(String topic) {
        return received.stream().filter(each -> each.topic().equals(topic)).toList();
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
