package io.shopoms.sync.http;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.CompletableFuture;

/** Vert.x contexts as different callers have them; one thread would always get the same one. */
final class Contexts {

    private Contexts() {}

    static Context newContext(Vertx vertx) {
        CompletableFuture<Context> context = new CompletableFuture<>();
        new Thread(() -> context.complete(vertx.getOrCreateContext())).start();
        return context.join();
    }
}
