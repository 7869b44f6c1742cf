package io.shopoms.sync.odoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.shopoms.sync.failure.SyncFailure;
import io.shopoms.sync.failure.SyncFailure.Misconfigured;
import io.shopoms.sync.failure.SyncFailure.RejectedByTarget;
import io.shopoms.sync.failure.SyncFailure.TransientFailure;
import io.shopoms.sync.failure.SyncFailureException;
import io.shopoms.sync.odoo.LoadResult.Loaded;
import io.shopoms.sync.odoo.LoadResult.NotLoaded;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LoadEachTest {

    private static final SyncFailure REFUSED = new RejectedByTarget("refused", "correct it");

    /** All or nothing, as Odoo loads; it may name the bad records or not. */
    private static final class Table {
        private final Set<String> bad;
        private final boolean names;
        private final Set<String> inOdoo = new HashSet<>();
        private int calls;

        private Table(Set<String> bad, boolean names) {
            this.bad = bad;
            this.names = names;
        }

        private Uni<List<Long>> load(Load load) {
            calls++;
            Set<String> refused = new HashSet<>(load.externalIds());
            refused.retainAll(bad);
            if (!refused.isEmpty()) {
                return Uni.createFrom()
                        .failure(new SyncFailureException(
                                REFUSED, new LoadRefusedException(REFUSED, names ? refused : Set.of())));
            }
            inOdoo.addAll(load.externalIds());
            return Uni.createFrom()
                    .item(load.externalIds().stream().map(LoadEachTest::number).toList());
        }
    }

    @Test
    void goodTableTakesOneCall() {
        // Given
        Table odoo = new Table(Set.of(), true);

        // When
        List<LoadResult> results = results(odoo, 50);

        // Then
        assertThat(odoo.calls).isEqualTo(1);
        assertThat(results).hasSize(50).allMatch(result -> result instanceof Loaded);
        assertThat(results.get(7)).isEqualTo(new Loaded(name(7), number(name(7))));
    }

    @Test
    void namedRecordIsTriedAloneAndTheOthersTogether() {
        // Given
        Table odoo = new Table(Set.of(name(3)), true);

        // When
        List<LoadResult> results = results(odoo, 50);

        // Then
        assertThat(odoo.calls).isEqualTo(3);
        assertThat(results.get(3)).isEqualTo(new NotLoaded(name(3), REFUSED));
        assertThat(odoo.inOdoo).hasSize(49);
    }

    @Test
    void neighbourThatWasNamedByMistakeIsLoadedAllTheSame() {
        // Given
        Table odoo = new Table(Set.of(name(1)), true);
        LoadEach each = new LoadEach(load -> {
            Uni<List<Long>> answer = odoo.load(load);
            return load.externalIds().size() < 3
                    ? answer
                    : answer.onFailure()
                            .transform(e -> new SyncFailureException(
                                    REFUSED, new LoadRefusedException(REFUSED, Set.of(name(1), name(2)))));
        });

        // When
        List<LoadResult> results = each.results(table(4)).await().atMost(Duration.ofSeconds(60));

        // Then
        assertThat(results.get(1)).isInstanceOf(NotLoaded.class);
        assertThat(results.get(2)).isInstanceOf(Loaded.class);
    }

    @Property(tries = 300)
    void exactlyTheBadRecordsAreLeftOutWhetherTheyAreNamedOrNot(
            @ForAll @IntRange(min = 1, max = 40) int size,
            @ForAll Set<@IntRange(min = 0, max = 39) Integer> badOnes,
            @ForAll boolean names) {
        // Given
        Set<String> bad = new HashSet<>(badOnes.stream().map(LoadEachTest::name).toList());
        Table odoo = new Table(bad, names);

        // When
        List<LoadResult> results = results(odoo, size);

        // Then
        assertThat(results)
                .extracting(LoadResult::externalId)
                .isEqualTo(table(size).externalIds());
        for (LoadResult result : results) {
            if (bad.contains(result.externalId())) {
                assertThat(result).isInstanceOf(NotLoaded.class);
                assertThat(odoo.inOdoo).doesNotContain(result.externalId());
            } else {
                assertThat(result).isEqualTo(new Loaded(result.externalId(), number(result.externalId())));
                assertThat(odoo.inOdoo).contains(result.externalId());
            }
        }
        assertThat(odoo.calls).isLessThanOrEqualTo(2 * size + 1);
    }

    @Test
    void failureThatConcernsNoRecordFailsTheWhole() {
        for (SyncFailure failure : List.of(new TransientFailure("down"), new Misconfigured("key", "renew"))) {
            LoadEach each = new LoadEach(load -> Uni.createFrom().failure(new SyncFailureException(failure)));

            SyncFailureException e = catchThrowableOfType(
                    SyncFailureException.class,
                    () -> each.results(table(3)).await().atMost(Duration.ofSeconds(60)));

            assertThat(e.failure()).isEqualTo(failure);
        }
    }

    @Test
    void whenOdooGoesDownHalfwayTheRecordsThatAreInSayTheyAreIn() {
        // Given
        Table odoo = new Table(Set.of(name(0)), true);
        List<Integer> sizes = new ArrayList<>();
        LoadEach each = new LoadEach(load -> {
            sizes.add(load.externalIds().size());
            return sizes.size() < 3
                    ? odoo.load(load)
                    : Uni.createFrom().failure(new SyncFailureException(new TransientFailure("down")));
        });

        // When
        List<LoadResult> results = each.results(table(3)).await().atMost(Duration.ofSeconds(60));

        // Then
        assertThat(sizes).containsExactly(3, 2, 1);
        assertThat(results.get(0)).isEqualTo(new NotLoaded(name(0), new TransientFailure("down")));
        assertThat(results.subList(1, 3)).allMatch(result -> result instanceof Loaded);
    }

    private static List<LoadResult> results(Table odoo, int size) {
        return new LoadEach(odoo::load).results(table(size)).await().atMost(Duration.ofSeconds(60));
    }

    private static Load table(int size) {
        return new Load(
                "res.partner",
                List.of("id", "name"),
                IntStream.range(0, size)
                        .mapToObj(i -> List.<Object>of(name(i), "Ada Example"))
                        .toList());
    }

    private static String name(int i) {
        return "__shopify__.acme_customer_" + i;
    }

    private static long number(String externalId) {
        return 1000 + Long.parseLong(externalId.substring(externalId.lastIndexOf('_') + 1));
    }
}
