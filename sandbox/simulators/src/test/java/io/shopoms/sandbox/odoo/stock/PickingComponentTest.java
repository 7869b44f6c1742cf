package io.shopoms.sandbox.odoo.stock;

import static io.shopoms.sandbox.odoo.fixtures.Sheets.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.sandbox.odoo.Shipment;
import io.shopoms.sandbox.odoo.fixtures.OdooExtension;
import io.shopoms.sandbox.odoo.fixtures.Reply;
import io.shopoms.sandbox.odoo.fixtures.Sheets;
import io.shopoms.sandbox.odoo.view.MoveView;
import io.shopoms.sandbox.odoo.view.OrderView;
import io.shopoms.sandbox.odoo.view.PickingView;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Shipments, backorders, tracking and the polling query (contract, sections 7.1 and 7.2). */
class PickingComponentTest {

    @RegisterExtension
    static final OdooExtension ODOO = new OdooExtension();

    private long order;
    private long picking;

    @BeforeEach
    void confirmedOrder() {
        long shirt = ODOO.data().product("SHIRT-S", "Shirt", "120.00", 8);
        long mug = ODOO.data().product("MUG-1", "Mug", "11.90", 100);
        ODOO.ok("res.partner", "load", Sheets.customer("__shopify__.ada"));
        order = confirmed("1001", line(shirt, 5, 25), line(mug, 1, 10));
        picking = ODOO.data().pickings(order).get(0).id();
    }

    private static long confirmed(String number, Sheets.Line... lines) {
        long id = ODOO.call("sale.order", "load", Sheets.order(number, lines)).firstId();
        ODOO.ok("sale.order", "action_confirm", Map.of("ids", List.of(id)));
        return id;
    }

    @Test
    void validatingWithNothingPickedShipsAllThatIsReserved() {
        // When
        Reply first = validate(picking, Map.of());
        Reply second = validate(picking, Map.of());

        // Then
        assertThat(first.text()).isEqualTo("true");
        assertThat(second.text()).isEqualTo("true");
        OrderView shipped = ODOO.data().order(order).orElseThrow();
        assertThat(shipped.deliveryStatus()).isEqualTo("full");
        assertThat(shipped.lines().get(0).delivered()).isEqualByComparingTo("5");
        assertThat(shipped.pickings().get(0).dateDone()).isNotEmpty();
        assertThat(ODOO.data().product("SHIRT-S").onHand()).isEqualByComparingTo("3");
    }

    @Test
    void withAnotherReservationMethodAnOrderLeavesItsGoodsFreeUntilSomebodyReservesThem() {
        // Given
        JsonNode type = ODOO.call(
                        "stock.picking.type",
                        "search_read",
                        Map.of(
                                "domain",
                                List.of(List.of("code", "=", "outgoing")),
                                "fields",
                                List.of("reservation_method")))
                .body()
                .get(0);
        assertThat(type.get("reservation_method").asText()).isEqualTo("at_confirm");
        long spoon = ODOO.data().product("SPOON", "Spoon", "2.00", 9);
        ODOO.data()
                .call(
                        "stock.picking.type",
                        "write",
                        Map.of(
                                "ids",
                                List.of(type.get("id").asLong()),
                                "vals",
                                Map.of("reservation_method", "manual")));

        // When
        long waiting = confirmed("1002", line(spoon, 4, 5));

        // Then
        long delivery = ODOO.data().pickings(waiting).get(0).id();
        assertThat(ODOO.data().pickings(waiting).get(0).state()).isEqualTo("confirmed");
        assertThat(ODOO.data().product("SPOON").free()).isEqualByComparingTo("9");
        ODOO.ok("stock.picking", "action_assign", Map.of("ids", List.of(delivery)));
        assertThat(ODOO.data().pickings(waiting).get(0).state()).isEqualTo("assigned");
        assertThat(ODOO.data().product("SPOON").free()).isEqualByComparingTo("5");
    }

    @Test
    void aPartialShipmentAsksWithAnActionAndDoesNothing() {
        // Given
        pick("SHIRT-S", 2);

        // When
        Reply reply = validate(picking, Map.of());

        // Then
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body().get("res_model").asText()).isEqualTo("stock.backorder.confirmation");
        assertThat(ODOO.data().pickings(order).get(0).state()).isEqualTo("assigned");
    }

    @Test
    void skipBackorderShipsThePickedAndTheRestMovesOn() {
        // Given
        pick("SHIRT-S", 2);
        long mugMove = move("MUG-1").id();

        // When
        Reply reply = validate(picking, Map.of("skip_backorder", true));

        // Then
        assertThat(reply.text()).isEqualTo("true");
        List<PickingView> pickings = ODOO.data().pickings(order);
        assertThat(pickings).extracting(PickingView::state).containsExactly("done", "assigned");
        assertThat(pickings.get(1).backorderOf()).isEqualTo(pickings.get(0).name());
        assertThat(pickings.get(1).moves())
                .anySatisfy(move -> assertThat(move.id()).isEqualTo(mugMove));
        assertThat(pickings.get(1).moves())
                .anySatisfy(move -> assertThat(move.quantity()).isEqualByComparingTo("3"));
        assertThat(ODOO.data().order(order).orElseThrow().deliveryStatus()).isEqualTo("partial");
    }

    @Test
    void withoutABackorderTheOrderCountsAsFullyDelivered() {
        // Given
        pick("SHIRT-S", 2);

        // When
        validate(picking, Map.of("skip_backorder", true, "picking_ids_not_to_backorder", List.of(picking)));

        // Then
        OrderView view = ODOO.data().order(order).orElseThrow();
        assertThat(view.pickings()).hasSize(1);
        assertThat(view.deliveryStatus()).isEqualTo("full");
        assertThat(view.lines().get(0).delivered()).isEqualByComparingTo("2");
    }

    @Test
    void aShortPickingIsReadyAsSoonAsSomethingIsThere() {
        // When
        long shirt = ODOO.data().product("SHIRT-S").id();
        long other = confirmed("1002", line(shirt, 5, 25));
        long third = confirmed("1003", line(shirt, 5, 25));

        // Then
        assertThat(ODOO.data().pickings(other).get(0)).satisfies(view -> {
            assertThat(view.state()).isEqualTo("assigned");
            assertThat(view.moves().get(0).state()).isEqualTo("partially_available");
            assertThat(view.moves().get(0).quantity()).isEqualByComparingTo("3");
        });
        assertThat(ODOO.data().pickings(third).get(0).state()).isEqualTo("confirmed");
        assertThat(ODOO.data().product("SHIRT-S").free()).isEqualByComparingTo("0");
        assertThat(validate(ODOO.data().pickings(third).get(0).id(), Map.of()).status())
                .isEqualTo(422);
    }

    @Test
    void goodsThatArriveCanBeAssigned() {
        // Given
        long shirt = ODOO.data().product("SHIRT-S").id();
        long other = confirmed("1002", line(shirt, 5, 25));
        ODOO.data().receive("SHIRT-S", 10);

        // When
        long waiting = ODOO.data().pickings(other).get(0).id();
        ODOO.ok("stock.picking", "action_assign", Map.of("ids", List.of(waiting)));

        // Then
        assertThat(ODOO.data().pickings(other).get(0).moves().get(0).quantity()).isEqualByComparingTo("5");
        assertThat(ODOO.data().product("SHIRT-S").onHand()).isEqualByComparingTo("18");
    }

    @Test
    void thePollingQueryAnswersNestedRecordsAndTheTotalCount() {
        // Given
        ODOO.data().ship(picking, new Shipment("1Z999", "UPS", Map.of()));
        Map<String, Object> specification = Map.of(
                "name", Map.of(),
                "state", Map.of(),
                "carrier_tracking_ref", Map.of(),
                "carrier_tracking_url", Map.of(),
                "carrier_id", Map.of("fields", Map.of("name", Map.of())),
                "backorder_id", Map.of(),
                "sale_id", Map.of("fields", Map.of("client_order_ref", Map.of())),
                "move_ids",
                        Map.of(
                                "fields",
                                Map.of(
                                        "product_id", Map.of("fields", Map.of("default_code", Map.of())),
                                        "quantity", Map.of(),
                                        "sale_line_id", Map.of())));

        // When
        JsonNode found = ODOO.ok(
                "stock.picking",
                "web_search_read",
                Map.of(
                        "domain",
                        List.of(
                                List.of("write_date", ">=", "2020-01-01 00:00:00"),
                                List.of("picking_type_code", "=", "outgoing"),
                                List.of("sale_id", "!=", false)),
                        "specification",
                        specification,
                        "order",
                        "id",
                        "limit",
                        1));

        // Then
        JsonNode record = found.at("/records/0");
        assertThat(found.get("length").asInt()).isEqualTo(1);
        assertThat(record.get("state").asText()).isEqualTo("done");
        assertThat(record.at("/carrier_id/name").asText()).isEqualTo("UPS");
        assertThat(record.at("/sale_id/client_order_ref").asText()).isEqualTo("#1001");
        assertThat(record.at("/move_ids/0/product_id/default_code").asText()).isEqualTo("SHIRT-S");
        assertThat(record.at("/move_ids/0/sale_line_id").isNumber()).isTrue();
        assertThat(record.get("backorder_id").isBoolean()).isTrue();
        assertThat(record.get("carrier_tracking_url").asBoolean()).isFalse();
    }

    @Test
    void aPersonShipsPartsByCarrierAndTheRestWaits() {
        // When
        PickingView done = ODOO.data()
                .ship(picking, new Shipment("1Z1", "UPS", Map.of("SHIRT-S", BigDecimal.ONE, "MUG-1", BigDecimal.ONE)));

        // Then
        assertThat(done.state()).isEqualTo("done");
        assertThat(done.carrier()).isEqualTo("UPS");
        assertThat(done.tracking()).isEqualTo("1Z1");
        PickingView rest = ODOO.data().pickings(order).get(1);
        assertThat(rest.moves())
                .singleElement()
                .satisfies(move -> assertThat(move.quantity()).isEqualByComparingTo("4"));
        assertThat(rest.tracking()).isEmpty();
    }

    @Test
    void aSkuThatIsNotInThePickingIsRefusedWithoutEffect() {
        // When
        Shipment wrong = new Shipment("1Z1", "", Map.of("NOPE", BigDecimal.ONE, "MUG-1", BigDecimal.ONE));

        // Then
        assertThatThrownBy(() -> ODOO.data().ship(picking, wrong)).hasMessageContaining("NOPE");
        assertThat(move("MUG-1").state()).isEqualTo("assigned");
    }

    private static Reply validate(long id, Map<String, ?> context) {
        return ODOO.call("stock.picking", "button_validate", Map.of("ids", List.of(id), "context", context));
    }

    private void pick(String sku, int quantity) {
        ODOO.ok(
                "stock.move",
                "write",
                Map.of("ids", List.of(move(sku).id()), "vals", Map.of("quantity", quantity, "picked", true)));
    }

    private MoveView move(String sku) {
        return ODOO.data().pickings(order).get(0).moves().stream()
                .filter(move -> move.sku().equals(sku))
                .findFirst()
                .orElseThrow();
    }
}
