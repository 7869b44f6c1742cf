package io.shopoms.fulfillment.mapping;

import static io.shopoms.fulfillment.fixtures.Orders.A;
import static io.shopoms.fulfillment.fixtures.Orders.B;
import static io.shopoms.fulfillment.fixtures.Orders.gift;
import static io.shopoms.fulfillment.fixtures.Orders.move;
import static io.shopoms.fulfillment.fixtures.Orders.part;
import static io.shopoms.fulfillment.fixtures.Orders.picking;
import static io.shopoms.fulfillment.fixtures.Orders.shipment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.shopoms.fulfillment.cache.FulfillmentLink;
import io.shopoms.fulfillment.cache.FulfillmentLink.State;
import io.shopoms.fulfillment.fixtures.MovingClock;
import io.shopoms.fulfillment.fixtures.Orders;
import io.shopoms.fulfillment.odoo.Shipment;
import io.shopoms.fulfillment.shopify.Quantities;
import io.shopoms.fulfillment.shopify.Tracking;
import io.shopoms.model.ShopifyId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ShippedGoodsTest {

    @Test
    void severalMovesOfOneLineAreOneQuantity() {
        // When
        ShippedGoods shipped = goods(shipment(picking(1, null, move(A, "2"), move(A, "1"), move(B, "1"))));

        // Then
        assertThat(shipped.total()).isEqualTo(Quantities.of(A, 3).plus(Quantities.of(B, 1)));
        assertThat(shipped.notes()).isEmpty();
    }

    @Test
    void whatWasAddedInOdooIsLeftOutAndSaid() {
        // When
        ShippedGoods shipped = goods(shipment(picking(1, null, move(A, "1"), gift("STICKER"))));

        // Then
        assertThat(shipped.total()).isEqualTo(Quantities.of(A, 1));
        assertThat(shipped.notes()).containsExactly("STICKER in WH/OUT/1 is not from Shopify and is left out");
    }

    @Test
    void aLineThatIsNotLinkedIsLeftOutAndSaid() {
        // When
        ShippedGoods shipped = ShippedGoods.of(shipment(picking(1, null, move(B, "1"))), Orders.link(A), List.of());

        // Then
        assertThat(shipped.total()).isEqualTo(Quantities.NONE);
        assertThat(shipped.notes()).hasSize(1);
    }

    @Test
    void halvesOfTwoPickingsMakeTheUnitInTheSecond() {
        // When
        ShippedGoods shipped = goods(shipment(picking(2, null, move(A, "0.5")), picking(1, null, move(A, "1.5"))));

        // Then
        assertThat(shipped.pickings())
                .extracting(ShippedPicking::name, ShippedPicking::quantities)
                .containsExactly(tuple("WH/OUT/1", Quantities.of(A, 1)), tuple("WH/OUT/2", Quantities.of(A, 1)));
    }

    @Test
    void aKitCountsAsOftenAsOdooCountsItComplete() {
        // Given: two kits of three screws and one board each, whose last board is missing
        Shipment kit = shipment(picking(1, null, part(A, 501, "6", "1"), part(A, 502, "1", "1")));

        // When
        ShippedGoods shipped = goods(kit);

        // Then
        assertThat(shipped.total()).isEqualTo(Quantities.of(A, 1));
    }

    @Test
    void aKitThatALaterPickingCompletesBelongsToThatPicking() {
        // Given
        Shipment kit = shipment(
                picking(1, null, part(A, 501, "6", "2"), part(A, 502, "1", "2")),
                picking(2, null, part(A, 502, "1", "2")));

        // When
        ShippedGoods shipped = ShippedGoods.of(kit, Orders.link(A), List.of(link(1, A, 1)));

        // Then
        assertThat(shipped.pickings())
                .extracting(ShippedPicking::quantities)
                .containsExactly(Quantities.of(A, 1), Quantities.of(A, 1));
    }

    @Test
    void partsThatCompleteNoKitAreNotFulfilled() {
        // When
        ShippedGoods shipped = goods(shipment(picking(1, null, part(A, 501, "3", "0"))));

        // Then
        assertThat(shipped.total()).isEqualTo(Quantities.NONE);
    }

    private static ShippedGoods goods(Shipment shipment) {
        return ShippedGoods.of(shipment, Orders.link(A, B), List.of());
    }

    private static FulfillmentLink link(long picking, ShopifyId line, int units) {
        return new FulfillmentLink(
                picking,
                1,
                State.CREATED,
                Optional.of(new ShopifyId(900)),
                Optional.empty(),
                Quantities.of(line, units),
                Tracking.NONE,
                Set.of(),
                MovingClock.START);
    }
}
