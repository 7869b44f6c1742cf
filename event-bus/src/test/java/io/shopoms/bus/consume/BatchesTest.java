package io.shopoms.bus.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.Channel;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BatchesTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final long MUCH = 1_000_000;

    private final List<List<String>> done = new CopyOnWriteArrayList<>();
    private final RecordedChannel first = new RecordedChannel();
    private final RecordedChannel second = new RecordedChannel();
    private volatile CompletableFuture<Void> gate = CompletableFuture.completedFuture(null);
    private volatile Batches<String> batches;
    private long lastTag;

    /** The library's context handling is set up by the first use, and not by several first uses at once. */
    @BeforeAll
    static void useMutinyOnce() {
        Uni.createFrom().emitter(caller -> caller.complete(null)).await().indefinitely();
    }

    @AfterEach
    void letEverybodyGo() {
        batches.close();
    }

    @Test
    void fullBatchDoesNotWait() {
        batches = batches(3, 100, Duration.ofHours(1), MUCH);

        add("a", "b", "c");

        assertThat(done).containsExactly(List.of("a", "b", "c"));
    }

    @Test
    void fewItemsWaitOnlyAMoment() {
        batches = batches(3, 100, Duration.ofMillis(500), MUCH);

        add("a", "b");

        await().atMost(LIMIT)
                .untilAsserted(
                        () -> assertThat(done.stream().flatMap(List::stream)).containsExactly("a", "b"));
    }

    @Test
    void nextBatchGrowsWhileOneIsDealtWithAndOrderIsKept() {
        // Given
        gate = new CompletableFuture<>();
        batches = batches(2, 100, Duration.ofHours(1), MUCH);
        add("a", "b", "c", "d", "e", "f");
        assertThat(done).containsExactly(List.of("a", "b"));

        // When
        gate.complete(null);

        // Then
        await().atMost(LIMIT)
                .untilAsserted(() ->
                        assertThat(done).containsExactly(List.of("a", "b"), List.of("c", "d"), List.of("e", "f")));
    }

    @Test
    void whatCameDuringABatchWaitsForMoreToo() {
        // Given
        gate = new CompletableFuture<>();
        batches = batches(2, 100, Duration.ofHours(1), MUCH);
        add("a", "b", "c");

        // When
        gate.complete(null);
        add("d");

        // Then
        assertThat(done).containsExactly(List.of("a", "b"), List.of("c", "d"));
    }

    @Test
    void bytesBoundABatchAndALargeItemGoesAlone() {
        // Given
        gate = new CompletableFuture<>();
        batches = batches(10, 4, Duration.ofMillis(500), MUCH);
        add("aaaaaaaaa", "bb", "cc", "dd");

        // When
        gate.complete(null);

        // Then
        await().atMost(LIMIT)
                .untilAsserted(() ->
                        assertThat(done).containsExactly(List.of("aaaaaaaaa"), List.of("bb", "cc"), List.of("dd")));
    }

    @Test
    void oneAcknowledgementCoversABatch() {
        batches = batches(3, 100, Duration.ofHours(1), MUCH);

        add("a", "b", "c");

        assertThat(first.settlements()).containsExactly("ack up to 3");
    }

    @Test
    void whatFailedGoesBackOneByOneAndIsNotCoveredByTheNextAcknowledgement() {
        // Given
        gate = CompletableFuture.failedFuture(new IllegalStateException("wanted by the test"));
        batches = batches(2, 100, Duration.ofHours(1), MUCH);
        add("a", "b");

        // When
        gate = CompletableFuture.completedFuture(null);
        add("c", "d");

        // Then
        assertThat(first.settlements()).containsExactly("nack 1", "nack 2", "ack up to 4");
    }

    @Test
    void whatALostConnectionBroughtIsLeftOut() {
        // Given
        gate = new CompletableFuture<>();
        batches = batches(1, 100, Duration.ofHours(1), MUCH);
        add("handled", "lost");

        // When
        first.lose();
        lastTag = 0;
        put(second.channel(), "comes again");
        gate.complete(null);

        // Then
        assertThat(done).containsExactly(List.of("handled"), List.of("comes again"));
        assertThat(second.settlements()).containsExactly("ack up to 1");
    }

    @Test
    void whoAddsMoreThanMayBeHeldWaitsUntilABatchHasEnded() throws InterruptedException {
        // Given
        gate = new CompletableFuture<>();
        batches = batches(10, 4, Duration.ofMillis(500), 8);
        Thread reader = new Thread(() -> add("aaaa", "bbbb", "cccc", "dddd"));

        // When
        reader.start();

        // Then
        await().atMost(LIMIT).until(() -> reader.getState() == Thread.State.WAITING);
        assertThat(lastTag).isEqualTo(3);

        // When
        gate.complete(null);
        reader.join(LIMIT.toMillis());

        // Then
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(done)
                        .containsExactly(List.of("aaaa"), List.of("bbbb"), List.of("cccc"), List.of("dddd")));
    }

    @Test
    void nothingIsLostOrDoubledWhenManyAddAtOnce() throws InterruptedException {
        // Given
        batches = batches(7, 1000, Duration.ofMillis(1), MUCH);
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < 4; t++) {
            int thread = t;
            threads.add(new Thread(() -> {
                for (int i = 0; i < 500; i++) {
                    put(first.channel(), thread + "-" + i);
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

    private void add(String... texts) {
        Channel channel = first.channel();
        List.of(texts).forEach(text -> put(channel, text));
    }

    private void put(Channel channel, String text) {
        long tag;
        synchronized (this) {
            tag = ++lastTag;
        }
        batches.add(new Held<>(text, text.length(), channel, tag));
    }

    private Batches<String> batches(int most, long bytes, Duration wait, long held) {
        return new Batches<>(new ConsumerLimits(most, bytes, wait, 2 * most, held), batch -> {
            done.add(batch);
            return Uni.createFrom().completionStage(gate);
        });
    }
}
