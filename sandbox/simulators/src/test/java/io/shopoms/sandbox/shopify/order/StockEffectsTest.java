package io.shopoms.sandbox.shopify.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shopoms.sandbox.shopify.catalog.CatalogWriting;
import io.shopoms.sandbox.shopify.catalog.Input;
import io.shopoms.sandbox.shopify.catalog.ProductDraft;
import io.shopoms.sandbox.shopify.catalog.Variant;
import io.shopoms.sandbox.shopify.inventory.InventoryWriting;
import io.shopoms.sandbox.shopify.inventory.Level;
import io.shopoms.sandbox.shopify.inventory.Location;
import io.shopoms.sandbox.shopify.inventory.QuantityName;
import io.shopoms.sandbox.shopify.inventory.StockEvent;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What orders do to the inventory. */
class StockEffectsTest {

    private final ShopFixture store = new ShopFixture();
    private final CatalogWriting items = store.shop.unheardWriting();
    private final InventoryWriting inventory =
            InventoryWriting.of(store.shop.stock(), store.shop::nextId, store.shop.stock()::drain);
    private final Location main = store.shop.locations().standard();
    private Location shelf;
    private Variant mug;

    @BeforeEach
    void stock() {
        shelf = inventory.locations().open("Shelf");
        mug = item("MUG", "DENY");
        inventory.stocking().count(mug, main, 5);
    }

    private Variant item(String sku, String policy) {
        Variant made = items.sets()
                .set(
                        (Input) null,
                        ProductDraft.parse("{\"title\":\"" + sku + "\",\"sku\":\"" + sku + "\",\"inventoryPolicy\":\""
                                + policy + "\"}"))
                .variants()
                .get(0);
        items.variants().updateItem(made, Input.of(Map.of("tracked", true)));
        return made;
    }

    private Order order(String sku, int units) {
        return store.place("{\"lines\":[{\"sku\":\"" + sku + "\",\"quantity\":" + units + "}]}");
    }

    private void isThere(Location location, int available, int committed, int onHand) {
        Level level = store.shop.stock().find(mug.inventoryItemId(), location).orElseThrow();
        assertThat(List.of(level.available(), level.units(QuantityName.COMMITTED), level.units(QuantityName.ON_HAND)))
                .containsExactly(available, committed, onHand);
    }

    private List<String> topics() {
        return store.shop.stock().drain().stream().map(StockEvent::topic).toList();
    }

    @Test
    void anOrderCommitsUnitsAndShippingTakesThem() {
        // When
        Order order = order("MUG", 2);
        isThere(main, 3, 2, 5);
        List<String> placed = topics();
        store.ship(order, 0, 1);

        // Then
        isThere(main, 3, 1, 4);
        assertThat(mug.quantity()).isEqualTo(3);
        assertThat(placed).containsExactly("inventory_levels/update");
        assertThat(topics()).containsExactly("inventory_levels/update");
    }

    @Test
    void anOrderBeyondWhatThereIsIsRefusedAndChangesNothing() {
        assertThatThrownBy(() -> order("MUG", 6))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("only 5 of MUG are left, 6 are wanted");
        assertThatThrownBy(() ->
                        store.place("{\"lines\":[{\"sku\":\"MUG\",\"quantity\":3},{\"sku\":\"MUG\",\"quantity\":3}]}"))
                .hasMessageContaining("only 5 of MUG");
        isThere(main, 5, 0, 5);
        assertThat(store.shop.orders()).isEmpty();
    }

    @Test
    void whatMayBeOversoldGoesBelowZero() {
        // Given
        Variant cup = item("CUP", "CONTINUE");
        inventory.stocking().count(cup, main, 1);

        // When
        order("CUP", 3);

        // Then
        assertThat(cup.quantity()).isEqualTo(-2);
    }

    @Test
    void unitsComeFromTheLocationsThatHaveThem() {
        // Given
        inventory.stocking().count(mug, shelf, 4);

        // When
        Order order = order("MUG", 7);

        // Then
        isThere(main, 0, 5, 5);
        isThere(shelf, 2, 2, 4);
        assertThat(order.fulfillmentOrders())
                .extracting(FulfillmentOrder::location)
                .containsExactly(main, shelf);
    }

    @Test
    void neitherAClosedLocationNorOneThatIsNotOnlineSells() {
        // Given
        inventory.stocking().count(mug, shelf, 4);
        inventory.locations().fulfilOnline(shelf, false);

        // When / Then
        assertThatThrownBy(() -> order("MUG", 6)).hasMessageContaining("only 5 of MUG");
        inventory.locations().deactivate(main);
        assertThatThrownBy(() -> order("MUG", 1)).hasMessageContaining("only 0 of MUG");
    }

    @Test
    void aNamedLocationShipsWhatItHas() {
        // Given
        inventory.stocking().count(mug, shelf, 4);

        // When
        store.place("{\"lines\":[{\"sku\":\"MUG\",\"quantity\":3,\"location\":\"Shelf\"}]}");

        // Then
        isThere(shelf, 1, 3, 4);
        isThere(main, 5, 0, 5);
        assertThatThrownBy(() -> store.place("{\"lines\":[{\"sku\":\"MUG\",\"quantity\":2,\"location\":\"Shelf\"}]}"))
                .hasMessageContaining("only 1 of MUG");
    }

    @Test
    void aTillSellsWhatLiesAtALocationThatIsNotOnline() {
        // Given
        inventory.stocking().count(mug, shelf, 4);
        inventory.locations().fulfilOnline(shelf, false);

        // When
        store.place("{\"lines\":[{\"sku\":\"MUG\",\"quantity\":4,\"location\":\"Shelf\"}]}");

        // Then
        isThere(shelf, 0, 4, 4);
    }

    @Test
    void cancellingGivesBackOnlyWhereItIsToldTo() {
        // Given
        Order kept = order("MUG", 2);
        Order lost = order("MUG", 1);

        // When
        store.cancelling.cancel(kept, Cancellation.of("customer", true));
        store.cancelling.cancel(lost, Cancellation.of("customer", false));

        // Then
        isThere(main, 4, 0, 4);
    }

    @Test
    void editsTakeAndGiveBack() {
        // Given
        Order order = order("MUG", 2);

        // When
        store.editing.edit(order, OrderEdit.quantity("MUG", 4));
        isThere(main, 1, 4, 5);
        store.editing.edit(order, OrderEdit.quantity("MUG", 1));

        // Then
        isThere(main, 4, 1, 5);
    }

    @Test
    void refundsGiveBackByTheirRestockType() {
        // Given
        Order order = order("MUG", 4);
        store.ship(order, 0, 2);
        isThere(main, 1, 2, 3);

        // When
        store.refund(order, "{\"lines\":[{\"sku\":\"MUG\",\"quantity\":1,\"restock\":\"cancel\"}]}");
        isThere(main, 2, 1, 3);
        store.refund(order, "{\"lines\":[{\"sku\":\"MUG\",\"quantity\":1,\"restock\":\"return\"}]}");
        isThere(main, 3, 1, 4);
        store.refund(order, "{\"lines\":[{\"sku\":\"MUG\",\"quantity\":1,\"restock\":\"no_restock\"}]}");

        // Then
        isThere(main, 3, 1, 4);
    }

    @Test
    void aParcelThatIsCancelledLiesThereAgain() {
        // Given
        Order order = order("MUG", 2);
        Fulfillment parcel = store.ship(order, 0, 2).value().orElseThrow();
        isThere(main, 3, 0, 3);

        // When
        store.fulfilling.cancel(parcel.id());

        // Then
        isThere(main, 3, 2, 5);
    }

    @Test
    void customLinesAndUntrackedItemsChangeNothing() {
        // Given
        items.variants().updateItem(mug, Input.of(Map.of("tracked", false)));
        topics();

        // When
        store.place("{\"lines\":[{\"sku\":\"MUG\",\"quantity\":50},{\"title\":\"Wrapping\"},{\"sku\":\"NEW\"}]}");

        // Then
        isThere(main, 5, 0, 5);
        assertThat(topics()).isEmpty();
    }

    @Test
    void unitsThatWereNeverCommittedAreNotReleased() {
        // Given
        items.variants().updateItem(mug, Input.of(Map.of("tracked", false)));
        Order order = order("MUG", 2);
        items.variants().updateItem(mug, Input.of(Map.of("tracked", true)));

        // When
        store.ship(order, 0, 2);

        // Then
        isThere(main, 5, 0, 5);
    }

    @Test
    void anOrderThatNobodyIsToldOfTellsNothingOfTheInventoryEither() {
        // Given
        topics();

        // When
        store.place("{\"webhooks\":false,\"lines\":[{\"sku\":\"MUG\"}]}");

        // Then
        isThere(main, 4, 1, 5);
        assertThat(topics()).isEmpty();
    }
}
