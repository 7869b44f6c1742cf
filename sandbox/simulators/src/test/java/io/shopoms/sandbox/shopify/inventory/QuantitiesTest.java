package io.shopoms.sandbox.shopify.inventory;

import static io.shopoms.sandbox.shopify.inventory.InventoryFixture.codes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.shopoms.sandbox.shopify.catalog.Variant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantitiesTest {

    private final InventoryFixture store = new InventoryFixture();

    @Test
    void settingWhatIsAvailableMovesWhatIsOnHandAsMuch() {
        // Given
        Variant mug = store.item("MUG", 10);
        store.stock.move(store.level(mug, store.main), QuantityName.COMMITTED, 3);
        store.stock.drain();
        store.pass(Duration.ofMinutes(1));

        // When
        QuantityOutcome outcome = store.set("available", store.entry(mug, store.main, 4, 10));

        // Then
        Level level = store.level(mug, store.main);
        assertThat(level.available()).isEqualTo(4);
        assertThat(level.units(QuantityName.ON_HAND)).isEqualTo(7);
        assertThat(mug.quantity()).isEqualTo(4);
        assertThat(level.updatedAt()).isEqualTo("2026-11-21T10:01:00Z");
        assertThat(outcome.adjustment().changes())
                .extracting(Adjustment.Change::name, Adjustment.Change::delta, Adjustment.Change::after)
                .containsExactly(tuple("available", -6, null), tuple("on_hand", -6, null));
        assertThat(store.told).containsExactly("inventory_levels/update");
    }

    @Test
    void settingWhatIsOnHandLeavesWhatIsCommitted() {
        // Given
        Variant mug = store.item("MUG", 10);
        store.stock.move(store.level(mug, store.main), QuantityName.COMMITTED, 3);

        // When
        QuantityOutcome outcome = store.set("on_hand", store.entry(mug, store.main, 5, 13));

        // Then
        assertThat(outcome.errors()).isEmpty();
        assertThat(store.level(mug, store.main).available()).isEqualTo(2);
        assertThat(store.level(mug, store.main).units(QuantityName.COMMITTED)).isEqualTo(3);
    }

    @Test
    void aStaleComparisonChangesNothingOfTheWholeInput() {
        // Given
        Variant mug = store.item("MUG", 10);
        Variant cup = store.item("CUP", 20);

        // When
        QuantityOutcome outcome =
                store.set("available", store.entry(mug, store.main, 4, 10), store.entry(cup, store.main, 4, 19));

        // Then
        assertThat(outcome.adjustment()).isNull();
        assertThat(outcome.errors()).singleElement().satisfies(error -> {
            assertThat(error.code()).isEqualTo("CHANGE_FROM_QUANTITY_STALE");
            assertThat(error.field()).containsExactly("input", "quantities", "1", "changeFromQuantity");
        });
        assertThat(store.level(mug, store.main).available()).isEqualTo(10);
        assertThat(store.told).isEmpty();
    }

    @Test
    void withoutAComparisonTheQuantityIsSetWhateverItWas() {
        // Given
        Variant mug = store.item("MUG", 10);

        // When
        QuantityOutcome outcome = store.set("available", store.entry(mug, store.main, 4, null));

        // Then
        assertThat(outcome.errors()).isEmpty();
        assertThat(store.level(mug, store.main).available()).isEqualTo(4);
    }

    @Test
    void whatIsAsWantedAlreadyIsNoChange() {
        // Given
        Variant mug = store.item("MUG", 10);
        store.pass(Duration.ofMinutes(1));

        // When
        QuantityOutcome outcome = store.set("available", store.entry(mug, store.main, 10, 10));

        // Then
        assertThat(outcome.errors()).isEmpty();
        assertThat(outcome.adjustment()).isNull();
        assertThat(store.level(mug, store.main).updatedAt()).isEqualTo("2026-11-21T10:00:00Z");
        assertThat(store.told).isEmpty();
    }

    @Test
    void aLocationThatTheItemIsNotStockedAtStocksItFromThenOn() {
        // Given
        Variant mug = store.item("MUG", 10);

        // When
        QuantityOutcome outcome = store.set("available", store.entry(mug, store.shelf, 5, 0));

        // Then
        assertThat(outcome.errors()).isEmpty();
        assertThat(store.level(mug, store.shelf).isActive()).isTrue();
        assertThat(mug.quantity()).isEqualTo(15);
        assertThat(store.told).containsExactly("inventory_levels/connect", "inventory_levels/update");
    }

    @Test
    void everyBadEntryIsNamedAndTheGoodOnesAreNotWritten() {
        // Given
        Variant good = store.item("GOOD", 10);
        Variant gone = store.item("GONE", 10);
        store.delete(gone);
        Variant bundle = store.item("BUNDLE", 10);
        store.writing.stocking().bundle(bundle, true);
        Variant untracked = store.untracked("FREE");
        store.writing.locations().deactivate(store.shelf);

        // When
        QuantityOutcome outcome = store.set(
                "available",
                store.entry(good, store.main, 4, null),
                store.entry(gone, store.main, 4, null),
                store.entry(bundle, store.main, 4, null),
                store.entry(untracked, store.main, 4, null),
                store.entry(good, store.shelf, 4, null),
                store.entry(good, store.main, 5, null));

        // Then
        assertThat(outcome.errors())
                .extracting(
                        error -> error.field().get(2), error -> error.field().get(3), error -> error.code())
                .containsExactly(
                        tuple("1", "inventoryItemId", "INVALID_INVENTORY_ITEM"),
                        tuple("2", "inventoryItemId", "NON_MUTABLE_INVENTORY_ITEM"),
                        tuple("3", "inventoryItemId", "INVALID_INVENTORY_ITEM"),
                        tuple("4", "locationId", "INVALID_LOCATION"),
                        tuple("5", "locationId", "NO_DUPLICATE_INVENTORY_ITEM_ID_GROUP_ID_PAIR"));
        assertThat(store.level(good, store.main).available()).isEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource({
        "-1,INVALID_QUANTITY_NEGATIVE",
        "1000000001,INVALID_QUANTITY_TOO_HIGH",
        "2147483647,INVALID_QUANTITY_TOO_HIGH"
    })
    void quantitiesBeyondTheLimitsAreRefused(int units, String code) {
        // Given
        Variant mug = store.item("MUG", 10);

        // When
        QuantityOutcome outcome = store.set("available", store.entry(mug, store.main, units, null));

        // Then
        assertThat(codes(outcome)).containsExactly(code);
        assertThat(outcome.errors().get(0).field()).containsExactly("input", "quantities", "0", "quantity");
    }

    @Test
    void aCountOnHandThatWouldOweTooMuchIsTooLow() {
        // Given
        Variant mug = store.item("MUG", -1_000_000_000);
        store.stock.move(store.level(mug, store.main), QuantityName.COMMITTED, 5);

        // When
        QuantityOutcome outcome = store.set("on_hand", store.entry(mug, store.main, 0, null));
        store.stock.move(store.level(mug, store.main), QuantityName.COMMITTED, 1_000_000_000);
        QuantityOutcome more = store.set("on_hand", store.entry(mug, store.main, 0, null));

        // Then
        assertThat(outcome.errors()).isEmpty();
        assertThat(codes(more)).containsExactly("INVALID_QUANTITY_TOO_LOW");
    }

    @Test
    void namesReasonsAndDocumentsAreChecked() {
        // Given
        Variant mug = store.item("MUG", 10);
        List<QuantityChange.Entry> entries = List.of(store.entry(mug, store.main, 4, null));

        // When
        QuantityOutcome set =
                store.writing.quantities().change(new QuantityChange("damaged", "mood", "nowhere", true, entries));
        QuantityOutcome adjust =
                store.writing.quantities().change(new QuantityChange("on_hand", "other", "gid://a/b", false, entries));

        // Then
        assertThat(codes(set)).containsExactly("INVALID_NAME", "INVALID_REASON", "INVALID_REFERENCE_DOCUMENT");
        assertThat(codes(adjust)).contains("INVALID_QUANTITY_NAME", "INVALID_REFERENCE_DOCUMENT");
        assertThat(set.errors().get(0).field()).containsExactly("input", "name");
        assertThat(store.level(mug, store.main).available()).isEqualTo(10);
    }

    @Test
    void anAdjustmentAddsAndTellsWhatThereIsAfterwards() {
        // Given
        Variant mug = store.item("MUG", 10);

        // When
        QuantityOutcome outcome =
                store.adjust("available", store.entry(mug, store.main, -3, 10), store.entry(mug, store.main, -9, 7));

        // Then
        assertThat(store.level(mug, store.main).available()).isEqualTo(-2);
        assertThat(outcome.adjustment().changes())
                .extracting(Adjustment.Change::name, Adjustment.Change::delta, Adjustment.Change::after)
                .contains(tuple("available", -3, 7), tuple("available", -9, -2));
        assertThat(store.told).containsExactly("inventory_levels/update");
    }

    @Test
    void whatIsDamagedIsOnHandButNotAvailable() {
        // Given
        Variant mug = store.item("MUG", 10);
        QuantityChange.Entry damaged =
                new QuantityChange.Entry(mug.inventoryItemId(), store.main.id(), 2, 0, "gid://acme/Report/1");

        // When
        QuantityOutcome outcome = store.adjust("damaged", damaged);
        QuantityOutcome undocumented = store.adjust("damaged", store.entry(mug, store.main, 2, 2));

        // Then
        assertThat(outcome.errors()).isEmpty();
        assertThat(store.level(mug, store.main).available()).isEqualTo(10);
        assertThat(store.level(mug, store.main).units(QuantityName.ON_HAND)).isEqualTo(12);
        assertThat(codes(undocumented)).containsExactly("INVALID_QUANTITY_DOCUMENT");
    }

    @Test
    void twoHundredAndFiftyItemsAreWrittenAtOnce() {
        // Given
        List<QuantityChange.Entry> entries = new ArrayList<>();
        List<Variant> items = new ArrayList<>();
        for (int i = 0; i < 250; i++) {
            Variant item = store.item("S" + i, i);
            items.add(item);
            entries.add(store.entry(item, store.main, i + 1, i));
        }

        // When
        QuantityOutcome outcome = store.set("available", entries.toArray(QuantityChange.Entry[]::new));

        // Then
        assertThat(outcome.errors()).isEmpty();
        assertThat(items).extracting(Variant::quantity).contains(1, 125, 250).doesNotContain(0);
    }
}
