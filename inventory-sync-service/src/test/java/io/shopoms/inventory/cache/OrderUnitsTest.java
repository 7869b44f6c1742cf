package io.shopoms.inventory.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopoms.model.ShopifyId;
import io.shopoms.model.event.OrderStored.Line;
import io.shopoms.model.event.OrderStored.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class OrderUnitsTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @Test
    void storedOrderIsPendingUntilItIsSettled() {
        OrderUnits stored = OrderUnits.UNHEARD.heard(version(1), List.of(mugs(2)));

        assertThat(told(stored.pending())).isEqualTo("2 of 1");
        assertThat(stored.settled(version(1)).pending()).isEmpty();
    }

    @Test
    void unitsThatAnEditAddsArePendingBesideThoseThatOdooHas() {
        OrderUnits edited = OrderUnits.UNHEARD
                .heard(version(1), List.of(mugs(2)))
                .settled(version(1))
                .heard(version(2), List.of(mugs(5)));

        assertThat(told(edited.pending())).isEqualTo("3 of 1");
        assertThat(edited.settled(version(2)).pending()).isEmpty();
    }

    @Test
    void unitsThatARefundGivesBackAreNotOfferedBeforeOdooHasThemBack() {
        OrderUnits refunded = OrderUnits.UNHEARD
                .heard(version(1), List.of(mugs(2), new Line(new ShopifyId(2), "BAG-1", 1)))
                .settled(version(1))
                .heard(version(2), List.of(mugs(1), new Line(new ShopifyId(2), "BAG-1", 2)));

        assertThat(told(refunded.pending())).isEqualTo("1 of 2");
    }

    @Test
    void versionThatIsSettledWhenALaterOneIsKnownAccountsForItsOwnUnitsOnly() {
        OrderUnits units = OrderUnits.UNHEARD
                .heard(version(1), List.of(mugs(2)))
                .heard(version(2), List.of(mugs(5)))
                .settled(version(1));

        assertThat(told(units.pending())).isEqualTo("3 of 1");
    }

    @Test
    void settledEventMayComeBeforeItsStoredOne() {
        OrderUnits units = OrderUnits.UNHEARD.settled(version(1)).heard(version(1), List.of(mugs(2)));

        assertThat(units.pending()).isEmpty();
    }

    @Test
    void anOrderOfWhichOnlyTheEndWasToldIsNotHeardOf() {
        OrderUnits settled = OrderUnits.UNHEARD.settled(version(2));

        assertThat(settled.heardUntil()).isEmpty();
        assertThat(settled.heard(version(1), List.of(mugs(2))).heardUntil())
                .contains(version(1).updatedAt());
    }

    @Test
    void settledEventOfALaterDateCoversAVersionThatWasStoredBefore() {
        // Shopify moved the date of the order without changing anything else.
        OrderUnits units =
                OrderUnits.UNHEARD.heard(version(1), List.of(mugs(2))).settled(new Version(NOON.plusSeconds(90), 1));

        assertThat(units.pending()).isEmpty();
    }

    @Test
    void deletedVariantIsKnownByItsSku() {
        OrderUnits units = OrderUnits.UNHEARD.heard(
                version(1), List.of(new Line(null, "A", 1), new Line(null, "B", 2), new Line(null, "A", 1)));

        assertThat(units.pending()).containsExactlyInAnyOrder(new Line(null, "A", 2), new Line(null, "B", 2));
    }

    @Test
    void effectIsTheDifferenceToTheVersionBefore() {
        // Given
        OrderUnits first = OrderUnits.UNHEARD.heard(version(1), List.of(mugs(2)));
        OrderUnits second = first.heard(version(2), List.of(mugs(1), new Line(new ShopifyId(2), "BAG-1", 1)));

        // Then
        assertThat(told(first.effectsSince(OrderUnits.UNHEARD))).isEqualTo("-2 of 1");
        assertThat(told(second.effectsSince(first))).isEqualTo("1 of 1, -1 of 2");
        assertThat(second.heard(version(1), List.of(mugs(2))).effectsSince(second))
                .isEmpty();
    }

    @Test
    void orderThatAPersonGivesUpWaitingForIsPendingNoMoreUntilItTakesMore() {
        OrderUnits given =
                OrderUnits.UNHEARD.heard(version(1), List.of(mugs(2))).given();

        assertThat(given.pending()).isEmpty();
        assertThat(told(given.heard(version(2), List.of(mugs(3))).pending())).isEqualTo("1 of 1");
    }

    /** Any order of events, any repetition: the same units are pending, and the effects add up to what the order takes. */
    @Property(tries = 500)
    void orderAndRepetitionOfEventsMakeNoDifference(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 0, max = 5) Integer> units,
            @ForAll @IntRange(min = 0, max = 6) int settledUpTo,
            @ForAll long seed) {
        // Given
        int settled = Math.min(settledUpTo, units.size());
        List<Integer> events = new ArrayList<>();
        for (int i = 1; i <= units.size(); i++) {
            events.add(i);
            events.add(i);
        }
        for (int i = 1; i <= settled; i++) {
            events.add(-i);
            events.add(-i);
        }
        Collections.shuffle(events, new Random(seed));

        // When
        OrderUnits state = OrderUnits.UNHEARD;
        Map<ShopifyId, Long> effects = new HashMap<>();
        for (int event : events) {
            OrderUnits next = event > 0
                    ? state.heard(version(event), List.of(mugs(units.get(event - 1))))
                    : state.settled(version(-event));
            next.effectsSince(state).forEach(line -> effects.merge(line.shopifyVariantId(), line.units(), Long::sum));
            state = next;
        }

        // Then
        long last = units.get(units.size() - 1);
        long accounted = settled == 0 ? 0 : units.get(settled - 1);
        assertThat(state.pending().stream().mapToLong(Line::units).sum()).isEqualTo(Math.max(0, last - accounted));
        assertThat(effects.getOrDefault(new ShopifyId(1), 0L)).isEqualTo(-last);
        assertThat(state.versions()).hasSize(units.size() - Math.max(0, settled - 1));
    }

    private static Version version(int number) {
        return new Version(NOON.plusSeconds(number / 2), number);
    }

    private static Line mugs(long units) {
        return new Line(new ShopifyId(1), "MUG-1", units);
    }

    private static String told(List<Line> lines) {
        return lines.stream()
                .collect(
                        Collectors.toMap(line -> line.shopifyVariantId().value(), Line::units, Long::sum, TreeMap::new))
                .entrySet()
                .stream()
                .map(entry -> entry.getValue() + " of " + entry.getKey())
                .collect(Collectors.joining(", "));
    }
}
