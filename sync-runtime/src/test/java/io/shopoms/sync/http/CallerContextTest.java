package io.shopoms.sync.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class CallerContextTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static final Vertx VERTX = Vertx.vertx();

    private final List<UniEmitter<? super String>> requests = new ArrayList<>();
    private final Supplier<Uni<String>> shared =
            CallerContext.sharing(() -> Uni.createFrom().emitter(requests::add));

    @AfterAll
    static void stop() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void callersShareWhatIsUnderWayAndTheNextOneAsksAnew() {
        // Given
        List<String> got = new ArrayList<>();
        shared.get().subscribe().with(got::add);
        shared.get().subscribe().with(got::add);

        // When
        requests.get(0).complete("first");
        shared.get().subscribe().with(got::add);

        // Then
        assertThat(got).containsExactly("first", "first");
        assertThat(requests).hasSize(2);
    }

    @Test
    void failureReachesAllAndIsForgotten() {
        // Given
        List<Throwable> failures = new ArrayList<>();
        shared.get().subscribe().with(item -> {}, failures::add);
        shared.get().subscribe().with(item -> {}, failures::add);

        // When
        requests.get(0).fail(new IllegalStateException("for the test"));
        shared.get().subscribe().with(item -> {}, failures::add);

        // Then
        assertThat(failures).hasSize(2);
        assertThat(requests).hasSize(2);
    }

    @Test
    void callerWhoLeavesDoesNotTakeTheRequestFromTheOthers() {
        // Given
        List<String> got = new ArrayList<>();
        var leaving = shared.get().subscribe().with(item -> {});
        shared.get().subscribe().with(got::add);

        // When
        leaving.cancel();
        requests.get(0).complete("all the same");

        // Then
        assertThat(got).containsExactly("all the same");
    }

    @Test
    void everyCallerGetsTheResultOnItsOwnContext() {
        // Given
        Map<Context, Context> seen = new ConcurrentHashMap<>();
        List<Context> callers = List.of(Contexts.newContext(VERTX), Contexts.newContext(VERTX));
        AtomicInteger waiting = new AtomicInteger();
        UniEmitter<?>[] emitter = new UniEmitter<?>[1];
        Uni<String> source = Uni.createFrom()
                .<String>emitter(own -> emitter[0] = own)
                .memoize()
                .indefinitely();
        callers.forEach(context -> context.runOnContext(
                go -> CallerContext.kept(source).subscribe().with(item -> seen.put(context, Vertx.currentContext()))));
        await().atMost(LIMIT).until(() -> emitter[0] != null);

        // When
        emitter[0].complete(null);

        // Then
        await().atMost(LIMIT).untilAsserted(() -> assertThat(seen).hasSize(2));
        seen.forEach((caller, ran) -> assertThat(ran).isSameAs(caller));
    }
}
