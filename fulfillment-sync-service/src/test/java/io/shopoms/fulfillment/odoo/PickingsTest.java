package io.shopoms.fulfillment.odoo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shopoms.fulfillment.fixtures.AnsweringOdoo;
import io.shopoms.fulfillment.fixtures.Orders;
import io.shopoms.fulfillment.odoo.Pickings.Changed;
import io.shopoms.fulfillment.odoo.Shipment.Move;
import io.shopoms.fulfillment.odoo.Shipment.SaleLine;
import io.shopoms.fulfillment.odoo.Shipment.SaleOrder;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PickingsTest {

    /** As an Odoo 19 answers after a partial delivery. */
    private static final String DONE = """
            {"length": 1, "records": [{"id": 2, "name": "WH/OUT/00002", "date_done": "2026-11-20 19:20:31",
              "write_date": "2026-11-20 19:20:33", "carrier_tracking_ref": "1Z999AA10123456784",
              "carrier_tracking_url": false, "carrier_id": {"id": 1, "name": "UPS"},
              "sale_id": {"id": 318, "name": "S00318", "origin": "shopify:acme.myshopify.com:4001"},
              "move_ids": [
                {"id": 8, "product_id": {"id": 2, "default_code": "CSH-WHT-S"}, "quantity": 2.0, "state": "done",
                 "sale_line_id": {"id": 1357, "product_id": 2, "qty_delivered": 2.0}},
                {"id": 7, "product_id": {"id": 9, "default_code": false}, "quantity": 10.0, "state": "done",
                 "sale_line_id": false},
                {"id": 9, "product_id": {"id": 5, "default_code": "MUG-1"}, "quantity": 1.0, "state": "cancel",
                 "sale_line_id": {"id": 1358, "product_id": 5, "qty_delivered": 0.0}}]}]}
            """;

    private final AnsweringOdoo odoo = new AnsweringOdoo();
    private final Pickings pickings = new Pickings(odoo);

    @Test
    void aDonePickingIsReadWithItsGoods() {
        // Given
        odoo.answer(json(DONE));

        // When
        List<Shipment> shipments =
                pickings.shipments(Orders.STORE, List.of(318L)).await().indefinitely();

        // Then
        assertThat(shipments).singleElement().satisfies(shipment -> {
            assertThat(shipment.order()).isEqualTo(new SaleOrder(318, "S00318", "shopify:acme.myshopify.com:4001"));
            assertThat(shipment.pickings()).singleElement().satisfies(picking -> {
                assertThat(picking.doneAt()).isEqualTo("2026-11-20T19:20:31Z");
                assertThat(picking.trackingRef()).isEqualTo("1Z999AA10123456784");
                assertThat(picking.trackingUrl()).isNull();
                assertThat(picking.moves())
                        .containsExactly(
                                new Move(7, null, 9, "product 9", new BigDecimal("10")),
                                new Move(
                                        8,
                                        new SaleLine(1357, 2, new BigDecimal("2")),
                                        2,
                                        "CSH-WHT-S",
                                        new BigDecimal("2")));
            });
        });
    }

    @Test
    void changesAreAskedForByWholeSecondsAndById() {
        // Given
        odoo.answer(json("{\"length\":0,\"records\":[]}"));

        // When
        pickings.changed(Orders.STORE, Instant.parse("2026-11-20T19:20:31.900Z"), 17, 500)
                .await()
                .indefinitely();

        // Then
        JsonNode arguments = odoo.calls().get(0);
        assertThat(arguments.path("domain").toString())
                .isEqualTo(
                        "[[\"write_date\",\">=\",\"2026-11-20 19:20:31\"],[\"picking_type_code\",\"=\",\"outgoing\"],"
                                + "[\"sale_id\",\"!=\",false],[\"id\",\">\",17]]");
        assertThat(arguments.path("order").asText()).isEqualTo("id");
        assertThat(arguments.path("limit").asInt()).isEqualTo(500);
    }

    @Test
    void aChangedPickingNamesItsOrderAndOrigin() {
        // Given
        odoo.answer(json("{\"length\":1,\"records\":[{\"id\":3,\"write_date\":\"2026-11-20 19:20:31\","
                + "\"sale_id\":{\"id\":318,\"origin\":false}}]}"));

        // When
        List<Changed> changed =
                pickings.changed(Orders.STORE, Instant.EPOCH, 0, 500).await().indefinitely();

        // Then
        assertThat(changed).containsExactly(new Changed(3, Instant.parse("2026-11-20T19:20:31Z"), 318, null));
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
