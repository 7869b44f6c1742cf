package io.shopoms.inventory.mapping;

import static io.shopoms.inventory.fixtures.Levels.NOON;
import static io.shopoms.inventory.fixtures.Levels.kept;
import static io.shopoms.inventory.fixtures.Levels.key;
import static io.shopoms.inventory.fixtures.Levels.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.shopoms.inventory.mapping.OrderMatching.Matched;
import io.shopoms.inventory.stock.Difference;
import io.shopoms.inventory.stock.Level;
import io.shopoms.inventory.stock.OrderEffect;
import io.shopoms.model.ShopifyId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OrderMatchingTest {

    private static final Duration GRACE = Duration.ofMinutes(2);

    private final Ledger ledger = new Ledger(NOON, UUID.randomUUID());

    @Test
    void anOrderExplainsWhatItTook() {
        Matched matched = match(List.of(missing(1, -3)), effect(1, -2));

        assertThat(matched.levels().get(0).level().unexplainedUnits()).isEqualTo(-1);
        assertThat(matched.effects()).containsEntry(1L, 0L);
    }

    @Test
    void anOrderThatIsNotSeenYetWaits() {
        Matched matched = match(List.of(kept(key(11, 1), 10)), effect(1, -2));

        assertThat(matched.levels()).isEmpty();
        assertThat(matched.effects()).isEmpty();
    }

    @Test
    void anOrderIsSpreadOverTheLevelsOfItsItem() {
        Matched matched = match(List.of(missing(2, -2), missing(1, -1)), effect(1, -2), effect(2, -1));

        assertThat(matched.levels())
                .hasSize(2)
                .allSatisfy(booked -> assertThat(booked.level().unexplained()).isEmpty());
        assertThat(matched.effects()).containsEntry(1L, 0L).containsEntry(2L, 0L);
    }

    @Test
    void whatWasTakenAndGivenBackIsWeighedTogether() {
        Matched matched = match(List.of(missing(1, -1)), effect(1, -2), effect(2, 1));

        assertThat(matched.levels().get(0).level().unexplained()).isEmpty();
        assertThat(matched.effects()).containsEntry(1L, 0L).containsEntry(2L, 0L);
    }

    @Test
    void anOrderDoesNotExplainWhatWasAdded() {
        Matched matched = match(List.of(missing(1, 5)), effect(1, -2));

        assertThat(matched.levels()).isEmpty();
        assertThat(matched.effects()).isEmpty();
    }

    @Test
    void theNewestDifferenceIsExplainedFirst() {
        Level level = with(
                kept(key(11, 1), 5),
                new Difference(-3, NOON.minusSeconds(100)),
                new Difference(-2, NOON.minusSeconds(1)));

        Matched matched = match(List.of(level), effect(1, -2));

        assertThat(matched.levels().get(0).level().unexplained())
                .containsExactly(new Difference(-3, NOON.minusSeconds(100)));
    }

    @Test
    void anEffectThatNobodySawIsForgottenAfterTheGrace() {
        Matched matched = match(List.of(kept(key(11, 1), 10)), effect(1, -2, NOON.minus(GRACE)), effect(2, -1));

        assertThat(matched.effects()).containsOnlyKeys(1L).containsEntry(1L, 0L);
    }

    @Test
    void whatAnOrderGaveBackAndNoLevelShowsWasTakenBySomebody() {
        Matched matched = match(List.of(missing(1, 1)), effect(1, 3));

        assertThat(matched.unseen()).isEqualTo(2);
        assertThat(matched.unseenUntil()).contains(NOON.minusSeconds(5).plus(GRACE));
    }

    @Test
    void theOrderOfASaleThatMetWhatCameBackEndsThatWait() {
        Matched matched = match(List.of(kept(key(11, 1), 10)), effect(1, 1), effect(2, -1));

        assertThat(matched.unseen()).isZero();
        assertThat(matched.unseenUntil()).isEmpty();
        assertThat(matched.effects()).containsEntry(1L, 0L).containsEntry(2L, 0L);
    }

    @Test
    void aSaleIsExplainedThoughWhatCameBackWasDecidedOnBefore() {
        Matched matched = match(List.of(missing(1, -1)), effect(1, 1), effect(2, -1));

        assertThat(matched.levels().get(0).level().unexplained()).isEmpty();
        assertThat(matched.unseen()).isEqualTo(1);
    }

    @Test
    void whatCameBackIsNotWaitedForBeyondTheGrace() {
        Matched matched = match(List.of(kept(key(11, 1), 10)), effect(1, 1, NOON.minus(GRACE)));

        assertThat(matched.unseen()).isZero();
        assertThat(matched.effects()).containsEntry(1L, 0L);
    }

    private Matched match(List<Level> levels, OrderEffect... effects) {
        return OrderMatching.match(ledger, levels, List.of(effects), GRACE);
    }

    private static Level missing(long location, long units) {
        return with(kept(key(11, location), 10 + units), new Difference(units, NOON.minusSeconds(3)));
    }

    private static OrderEffect effect(long id, long units) {
        return effect(id, units, NOON.minusSeconds(5));
    }

    private static OrderEffect effect(long id, long units, Instant at) {
        return new OrderEffect(id, new ShopifyId(11), units, at);
    }
}
