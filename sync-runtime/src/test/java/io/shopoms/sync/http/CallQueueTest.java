package io.shopoms.sync.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
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
import java.util.concurrent.CopyOnWriteArrayList;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.BeforeTry;
import org.junit.jupiter.api.Test;

class CallQueueTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final ManualTimers timers = new ManualTimers();
    private final List<Integer> started = new CopyOnWriteArrayList<>();
    private final Map<Integer, UniEmitter<? super Integer>> running = new ConcurrentHashMap<>();
    private final List<Duration> waits = new ArrayList<>();

    @BeforeTry
    void forget() {
        started.clear();
        running.clear();
    }

    @Test
    void onlySoManyRunAndTheOthersFollowInOrder() {
        // Given
        CallQueue queue = queue(2, 10);
        for (int i = 0; i < 5; i++) {
            enter(queue, i);
        }
        assertThat(started).containsExactly(0, 1);

        // When
        running.get(1).complete(1);

        // Then
        assertThat(started).containsExactly(0, 1, 2);
    }

    @Test
    void failedCallMakesRoomToo() {
        CallQueue queue = queue(1, 10);
        enter(queue, 0);
        enter(queue, 1);

        running.get(0).fail(new IllegalStateException("for the test"));

        assertThat(started).containsExactly(0, 1);
    }

    @Test
    void callThatCannotEvenStartMakesRoomToo() {
        // Given
        CallQueue queue = queue(1, 10);
        List<Throwable> failures = new ArrayList<>();

        // When
        queue.run(Pace.free(), () -> {
                    throw new IllegalStateException("for the test");
                })
                .subscribe()
                .with(item -> {}, failures::add);
        enter(queue, 1);

        // Then
        assertThat(failures).singleElement().isInstanceOf(IllegalStateException.class);
        assertThat(started).containsExactly(1);
    }

    @Test
    void cancelledCallMakesRoomWhetherItRunsOrWaits() {
        // Given
        CallQueue queue = queue(1, 10);
        var first = run(queue, 0).subscribe().with(item -> {});
        var second = run(queue, 1).subscribe().with(item -> {});
        enter(queue, 2);

        // When
        second.cancel();
        first.cancel();

        // Then
        assertThat(started).containsExactly(0, 2);
        running.get(2).complete(2);
        enter(queue, 3);
        assertThat(started).containsExactly(0, 2, 3);
    }

    @Test
    void fullQueueFailsAsTransientAndSafeToRepeat() {
        // Given
        CallQueue queue = queue(1, 1);
        enter(queue, 0);
        enter(queue, 1);
        List<Throwable> failures = new ArrayList<>();

        // When
        run(queue, 2).subscribe().with(item -> {}, failures::add);

        // Then
        assertThat(failures).singleElement().isInstanceOfSatisfying(CallFailedException.class, e -> {
            assertThat(e.notCarriedOut()).isTrue();
            assertThat(e.failure().kind()).isEqualTo("TransientFailure");
            assertThat(e).hasMessageContaining("too many calls are waiting for test");
        });
        running.get(0).complete(0);
        assertThat(started).containsExactly(0, 1);
    }

    @Test
    void oneCallASecondIsKept() {
        // Given
        CallQueue queue = queue(1, 10);
        Pace pace = Pace.atMostEvery(Duration.ofSeconds(1), timers::nanos);
        List<Long> starts = new ArrayList<>();

        // When
        for (int i = 0; i < 4; i++) {
            queue.run(pace, () -> {
                        starts.add(timers.nanos());
                        return Uni.createFrom().item(1);
                    })
                    .subscribe()
                    .with(item -> {});
        }
        timers.advance(Duration.ofSeconds(10));

        // Then
        assertThat(starts).hasSize(4);
        for (int i = 1; i < 4; i++) {
            assertThat(starts.get(i) - starts.get(i - 1)).isEqualTo(1_000_000_000L);
        }
        assertThat(waits.get(3)).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void thousandInstantCallsDoNotOverflowTheStack() {
        // Given
        CallQueue queue = queue(1, 100_000);
        enter(queue, -1);
        List<Integer> ended = new ArrayList<>();
        for (int i = 0; i < 50_000; i++) {
            int number = i;
            queue.run(Pace.free(), () -> Uni.createFrom().item(number))
                    .subscribe()
                    .with(ended::add);
        }

        // When
        running.get(-1).complete(-1);

        // Then
        assertThat(ended).hasSize(50_000).isSorted();
    }

    @Test
    void waitingCallStartsOnItsOwnCallersContext() {
        // Given
        Vertx vertx = Vertx.vertx();
        CallQueue queue = queue(1, 10);
        enter(queue, 0);
        Context own = Contexts.newContext(vertx);
        List<Context> seen = new CopyOnWriteArrayList<>();
        own.runOnContext(go -> queue.run(Pace.free(), () -> {
                    seen.add(Vertx.currentContext());
                    return Uni.createFrom().item(1);
                })
                .subscribe()
                .with(item -> seen.add(Vertx.currentContext())));
        await().atMost(LIMIT).until(() -> queue.waiting() == 1);

        // When
        Contexts.newContext(vertx).runOnContext(go -> running.get(0).complete(0));

        // Then
        await().atMost(LIMIT).untilAsserted(() -> assertThat(seen).containsExactly(own, own));
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void senselessLimitsAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> queue(0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> queue(1, 0));
    }

    /** Numbers say what happens next: complete, fail or cancel one of the calls, or let time pass. */
    @Property(tries = 300)
    void limitHoldsAndEveryCallEndsWhateverHappens(
            @ForAll @IntRange(min = 1, max = 4) int limit,
            @ForAll @Size(min = 1, max = 60) List<@IntRange(min = 0, max = 5) Integer> events) {
        // Given
        CallQueue queue = queue(limit, 1000);
        Pace pace = Pace.atMostEvery(Duration.ofMillis(10), timers::nanos);
        List<Integer> ended = new ArrayList<>();
        int entered = 0;

        // When
        for (int event : events) {
            List<Integer> now = running.keySet().stream().sorted().toList();
            switch (event) {
                case 0, 1, 2 -> {
                    int number = entered++;
                    queue.run(pace, () -> call(number))
                            .subscribe()
                            .with(item -> ended.add(number), failure -> ended.add(number));
                }
                case 3 ->
                    now.stream()
                            .findFirst()
                            .ifPresent(number -> running.remove(number).complete(number));
                case 4 ->
                    now.stream()
                            .findFirst()
                            .ifPresent(
                                    number -> running.remove(number).fail(new IllegalStateException("for the test")));
                default -> timers.advance(Duration.ofMillis(7));
            }
            assertThat(running.size()).isLessThanOrEqualTo(limit);
        }
        for (int i = 0; i < 200; i++) {
            timers.advance(Duration.ofMillis(10));
            List.copyOf(running.keySet())
                    .forEach(number -> running.remove(number).complete(number));
        }

        // Then
        assertThat(ended).hasSize(entered);
        assertThat(started).hasSize(entered).isSorted();
    }

    private CallQueue queue(int inFlight, int waiting) {
        return new CallQueue("test", inFlight, waiting, timers, waits::add);
    }

    private Uni<Integer> run(CallQueue queue, int number) {
        return queue.run(Pace.free(), () -> call(number));
    }

    private Uni<Integer> call(int number) {
        started.add(number);
        return Uni.createFrom().emitter(emitter -> running.put(number, emitter));
    }

    private void enter(CallQueue queue, int number) {
        run(queue, number).subscribe().with(item -> {}, failure -> {});
    }
}
