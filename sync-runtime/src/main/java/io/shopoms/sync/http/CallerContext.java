package io.shopoms.sync.http;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Results that several callers share reach each of them on its own Vert.x context. */
public final class CallerContext {

    private CallerContext() {}

    /** The same item or failure, on the context from which it was subscribed. */
    public static <T> Uni<T> kept(Uni<T> upstream) {
        return Uni.createFrom().deferred(() -> {
            Context context = Vertx.currentContext();
            return context == null
                    ? upstream
                    : upstream.emitOn(task -> {
                        if (context == Vertx.currentContext()) {
                            task.run();
                        } else {
                            context.runOnContext(hop -> task.run());
                        }
                    });
        });
    }

    /** All who ask while a request is under way share it; the next one after its end starts another. */
    public static <T> Supplier<Uni<T>> sharing(Supplier<Uni<T>> request) {
        AtomicReference<Uni<T>> underWay = new AtomicReference<>();
        return () -> kept(Uni.createFrom().deferred(() -> {
            Uni<T> fresh = Uni.createFrom()
                    .deferred(request::get)
                    .onTermination()
                    .invoke(() -> underWay.set(null))
                    .memoize()
                    .indefinitely();
            Uni<T> shared = underWay.compareAndExchange(null, fresh);
            return shared == null ? fresh : shared;
        }));
    }
}
