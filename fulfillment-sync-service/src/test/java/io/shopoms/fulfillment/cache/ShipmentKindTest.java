package io.shopoms.fulfillment.cache;

import static io.shopoms.fulfillment.fixtures.Orders.A;
import static io.shopoms.fulfillment.fixtures.Orders.move;
import static io.shopoms.fulfillment.fixtures.Orders.picking;
import static io.shopoms.fulfillment.fixtures.Orders.shipment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shopoms.fulfillment.fixtures.Orders;
import io.shopoms.fulfillment.odoo.Shipment;
import io.shopoms.fulfillment.odoo.Shipment.Picking;
import io.shopoms.fulfillment.odoo.Shipment.SaleOrder;
import io.shopoms.fulfillment.odoo.ShipmentJson;
import io.shopoms.sync.cache.RawFormat;
import io.shopoms.sync.cache.RawRecord;
import io.shopoms.sync.cache.RecordKey;
import io.shopoms.sync.failure.SyncFailure.InvalidPayload;
import io.shopoms.sync.failure.SyncFailureException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShipmentKindTest {

    private final ShipmentKind kind = new ShipmentKind();

    @Test
    void aShipmentIsKeptUnderItsSaleOrderWithItsNewestDate() {
        // Given
        Shipment shipment = shipment(picking(1, "1Z1", move(A, "2")), picking(2, null, move(A, "1")));

        // When
        RecordKey key = kind.key(raw(ShipmentJson.write(shipment)));

        // Then
        assertThat(key.recordId()).isEqualTo(Orders.SALE_ORDER);
        assertThat(key.sourceUpdatedAt()).isEqualTo(shipment.pickings().get(1).writtenAt());
        assertThat(key.columns())
                .isEqualTo(Map.of(
                        "odoo_order_name", "S00042", "shopify_order_id", "1001", "pickings", "WH/OUT/1 WH/OUT/2"));
    }

    @Test
    void aRemarkInOdooSaysNothingNew() {
        // Given
        Picking before = picking(1, "1Z1", move(A, "2"));
        Picking after = new Picking(
                1, "WH/OUT/1", before.doneAt(), before.writtenAt().plusSeconds(60), "UPS", "1Z1", null, before.moves());

        // Then
        assertThat(content(after)).isEqualTo(content(before));
        assertThat(content(picking(1, "1Z2", move(A, "2")))).isNotEqualTo(content(before));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not json",
                "[]",
                "{}",
                "null",
                "{\"order\":{\"id\":1,\"name\":\"S1\",\"origin\":\"x\"},\"pickings\":[]}"
            })
    void whatIsNoShipmentIsRefused(String text) {
        assertThatThrownBy(() -> kind.key(raw(text)))
                .isInstanceOfSatisfying(
                        SyncFailureException.class, e -> assertThat(e.failure()).isInstanceOf(InvalidPayload.class));
    }

    @Test
    void anOrderWhoseOriginIsNotShopifyIsRefusedWithARemedy() {
        // Given
        Shipment edited = new Shipment(new SaleOrder(42, "S00042", "by hand"), List.of(picking(1, null, move(A, "1"))));

        // Then
        assertThatThrownBy(() -> kind.key(raw(ShipmentJson.write(edited))))
                .isInstanceOfSatisfying(
                        SyncFailureException.class,
                        e -> assertThat(e.failure().remedy()).contains("shopify:<shop domain>:<order id>"));
    }

    private static String content(Picking picking) {
        return ShipmentJson.content(shipment(picking));
    }

    private static RawRecord raw(String text) {
        return new RawRecord(Orders.ACME, RawFormat.ODOO, text, Optional.empty(), Instant.EPOCH);
    }
}
