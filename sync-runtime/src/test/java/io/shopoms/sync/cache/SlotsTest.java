package io.shopoms.sync.cache;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SlotsTest {

    private final Slots<String> slots = new Slots<>(1);

    @Test
    void targetsDoNotShareTheirPlaces() {
        assertThat(slots.tryTake("one", "a")).isTrue();
        assertThat(slots.tryTake("two", "b")).isTrue();
    }

    @Test
    void freePlaceIsOfferedToThoseWhoWereRefusedInTheirOrder() {
        // Given
        slots.tryTake("odoo", "a");
        assertThat(slots.tryTake("odoo", "b")).isFalse();
        assertThat(slots.tryTake("odoo", "c")).isFalse();
        assertThat(slots.tryTake("odoo", "b")).isFalse();

        // Then
        assertThat(slots.giveBack("odoo")).contains("b");
        assertThat(slots.tryTake("odoo", "b")).isTrue();
        assertThat(slots.giveBack("odoo")).contains("c");
    }

    @Test
    void whoGotAPlaceDoesNotWaitAnyMore() {
        // Given
        slots.tryTake("odoo", "a");
        slots.tryTake("odoo", "b");
        slots.giveBack("odoo");
        slots.tryTake("odoo", "b");

        // When
        assertThat(slots.giveBack("odoo"))

                // Then
                .isEmpty();
        assertThat(slots.tryTake("odoo", "c")).isTrue();
    }

    @Test
    void offerThatIsNotTakenLeavesThePlaceToAnybody() {
        // Given
        slots.tryTake("odoo", "a");
        slots.tryTake("odoo", "b");
        slots.giveBack("odoo");

        // Then
        assertThat(slots.tryTake("odoo", "c")).isTrue();
        assertThat(slots.tryTake("odoo", "b")).isFalse();
    }
}
