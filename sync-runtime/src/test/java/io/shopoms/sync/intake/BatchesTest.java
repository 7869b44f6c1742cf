package io.shopoms.sync.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class BatchesTest {

    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final List<List<String>> done = new CopyOnWriteArrayList<>();
    private volatile CompletableFuture<Void> gate = CompletableFuture.completedFuture(null);

    @Test
    void fullBatchDoesNotWait() {
        Batches<String> batches = batches(3, 100, Duration.ofHours(1));

        List.of("a", "b", "c").forEach(batches::add);

        assertThat(done).containsExactly(List.of("a", "b", "c"));
    }

    @Test
    void fewItemsWaitOnlyAMoment() {
        Batches<String> batches = batches(3, 100, Duration.ofMillis(20));

        List.of("a", "b").forEach(batches::add);

        await().atMost(LIMIT).untilAsserted(() -> assertThat(done).containsExactly(List.of("a", "b")));
    }

    @Test
    void nextBatchGrowsWhileOneIsDealtWithAndOrderIsKept() {
        // Given
        gate = new CompletableFuture<>();
        Batches<String> batches = batches(2, 100, Duration.ofMillis(10));
        List.of("a", "b", "c", "d", "e").forEach(batches::add);
        assertThat(done).containsExactly(List.of("a", "b"));

        // When
        gate.complete(null);

        // Then
        await().atMost(LIMIT)
                .untilAsserted(
                        () -> assertThat(done).containsExactly(List.of("a", "b"), List.of("c", "d"), List.of("e")));
    }

    @Test
    void bytesBoundABatchAndALargeItemGoesAlone() {
        // Given
        gate = new CompletableFuture<>();
        Batches<String> batches = batches(10, 4, Duration.ofMillis(10));
        List.of("aaaaaaaaa", "bb", "cc", "dd").forEach(batches::add);

        // When
        gate.complete(null);

        // Then
        await().atMost(LIMIT)
                .untilAsserted(() ->
                        assertThat(done).containsExactly(List.of("aaaaaaaaa"), List.of("bb", "cc"), List.of("dd")));
    }

    @Test
    void nothingIsLostOrDoubledWhenManyAddAtOnce() throws InterruptedException {
        // Given
        Batches<String> batches = batches(7, 1000, Duration.ofMillis(1));
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < 4; t++) {
            int thread = t;
            threads.add(new Thread(() -> {
                for (int i = 0; i < 500; i++) {
                    batches.add(thread + "-" + i);
                }
            }));
        }

        // When
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }

        // Then
        await().atMost(LIMIT)
                .untilAsserted(
                        () -> assertThat(done.stream().flatMap(List::stream).toList())
                                .hasSize(2000)
                                .doesNotHaveDuplicates());
    }

    private Batches<String> batches(int most, long bytes, Duration wait) {
        return new Batches<>(most, bytes, wait, String::length, batch -> {
            done.add(batch);
            return Uni.createFrom().completionStage(gate);
        });
    }
}
