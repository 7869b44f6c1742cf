package io.shopoms.sandbox.shopify.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shopoms.sandbox.shopify.catalog.Variant;
import org.junit.jupiter.api.Test;

/** Locations, and where items are stocked. */
class LocationDeskTest {

    private final InventoryFixture store = new InventoryFixture();

    @Test
    void whatLiesAtAClosedLocationIsKeptButNotCounted() {
        // Given
        Variant mug = store.item("MUG", 10);
        store.writing.stocking().count(mug, store.shelf, 5);
        store.told.clear();

        // When
        store.writing.locations().deactivate(store.shelf);
        int closed = mug.quantity();
        store.writing.locations().activate(store.shelf);

        // Then
        assertThat(closed).isEqualTo(10);
        assertThat(mug.quantity()).isEqualTo(15);
        assertThat(store.told)
                .containsExactly("locations/deactivate", "locations/update", "locations/activate", "locations/update");
    }

    @Test
    void aClosingLocationCanGiveItsUnitsToAnother() {
        // Given
        Variant mug = store.item("MUG", 10);
        store.writing.stocking().count(mug, store.shelf, 5);

        // When
        store.writing.locations().deactivate(store.shelf, store.main);

        // Then
        assertThat(store.level(mug, store.main).available()).isEqualTo(15);
        assertThat(store.level(mug, store.shelf).available()).isZero();
    }

    @Test
    void onlyAClosedLocationCanBeDeleted() {
        // Given
        Variant mug = store.item("MUG", 10);
        store.writing.stocking().count(mug, store.shelf, 5);

        // When / Then
        assertThatThrownBy(() -> store.writing.locations().delete(store.shelf))
                .isInstanceOf(IllegalArgumentException.class);
        store.writing.locations().deactivate(store.shelf);
        store.writing.locations().delete(store.shelf);
        assertThat(store.shop.locations().all()).containsExactly(store.main);
        assertThat(store.stock.of(mug.inventoryItemId())).hasSize(1);
        assertThat(store.told).endsWith("locations/delete");
    }

    @Test
    void twoLocationsCannotHaveOneName() {
        assertThatThrownBy(() -> store.writing.locations().open("Shelf"))
                .hasMessage("a location needs a name that no other has");
    }

    @Test
    void anItemThatIsUnstockedKeepsItsQuantitiesUntilItIsStockedAgain() {
        // Given
        Variant mug = store.item("MUG", 10);
        store.writing.stocking().count(mug, store.shelf, 5);
        store.told.clear();

        // When
        store.writing.stocking().deactivate(store.level(mug, store.shelf));
        int without = mug.quantity();
        store.writing.stocking().activate(mug, store.shelf, null, null);

        // Then
        assertThat(without).isEqualTo(10);
        assertThat(mug.quantity()).isEqualTo(15);
        assertThat(store.told).containsExactly("inventory_levels/disconnect", "inventory_levels/connect");
    }

    @Test
    void anItemIsStockedSomewhereAndNothingPromisedIsUnstocked() {
        // Given
        Variant mug = store.item("MUG", 10);
        Level only = store.level(mug, store.main);

        // When / Then
        assertThatThrownBy(() -> store.writing.stocking().deactivate(only))
                .hasMessageContaining("a minimum of 1 location");
        store.writing.stocking().count(mug, store.shelf, 1);
        store.stock.move(only, QuantityName.COMMITTED, 1);
        assertThatThrownBy(() -> store.writing.stocking().deactivate(only)).hasMessageContaining("committed");
    }

    @Test
    void aQuantityIsOnlyGivenToWhatIsNewlyStocked() {
        // Given
        Variant mug = store.item("MUG", 10);

        // When
        Level stocked = store.writing.stocking().activate(mug, store.shelf, null, 8);

        // Then
        assertThat(stocked.available()).isEqualTo(8);
        assertThatThrownBy(() -> store.writing.stocking().activate(mug, store.shelf, null, 9))
                .hasMessage("Not allowed to set an on_hand quantity when the item is already active at the location.");
        assertThatThrownBy(() -> store.writing.stocking().activate(mug, store.main, 1, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
