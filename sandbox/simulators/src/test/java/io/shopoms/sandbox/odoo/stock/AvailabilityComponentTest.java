package io.shopoms.sandbox.odoo.stock;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.sandbox.odoo.OdooSettings;
import io.shopoms.sandbox.odoo.Stockkeeping;
import io.shopoms.sandbox.odoo.fixtures.OdooExtension;
import io.shopoms.sandbox.odoo.fixtures.SettableClock;
import io.shopoms.sandbox.odoo.view.MovementView;
import io.shopoms.sandbox.odoo.view.OrderView;
import io.shopoms.sandbox.odoo.view.StockView;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is free where, what changes it, and what a poller sees of that. */
class AvailabilityComponentTest {

    private static final SettableClock CLOCK = new SettableClock("2026-11-20T10:00:00Z");
    private static final int STOCK = 5;

    @RegisterExtension
    static final OdooExtension ODOO = new OdooExtension(OdooSettings.forTests(), CLOCK);

    private Stockkeeping stock;
    private long east;
    private long mug;

    @BeforeEach
    void twoWarehouses() {
        CLOCK.set("2026-11-20T10:00:00Z");
        stock = ODOO.data().stock();
        east = ODOO.data().warehouse("EAST", "East");
        mug = ODOO.data().product("MUG-1", "Mug", "11.90", 8);
        stock.receive(east, "MUG-1", 5);
    }

    @Test
    void theContextNamesWarehousesAndPlaces() {
        // Given
        long shelf = stock.location(STOCK, "Shelf");
        stock.relocate(STOCK, shelf, "MUG-1", 3);

        // When / Then
        assertThat(free(Map.of())).containsExactly(13.0);
        assertThat(free(Map.of("warehouse_id", 1))).containsExactly(8.0);
        assertThat(free(Map.of("warehouse_id", List.of(1, east)))).containsExactly(13.0);
        assertThat(free(Map.of("warehouse_id", "East"))).containsExactly(5.0);
        assertThat(free(Map.of("warehouse", east))).containsExactly(13.0);
        assertThat(free(Map.of("location", STOCK))).containsExactly(8.0);
        assertThat(free(Map.of("location", STOCK, "strict", true))).containsExactly(5.0);
        assertThat(free(Map.of("location", List.of(shelf, stock.stockLocation(east)))))
                .containsExactly(8.0);
        assertThat(free(Map.of("location", shelf, "warehouse_id", east))).containsExactly(0.0);
        assertThat(free(Map.of("location", 0))).containsExactly(13.0);
    }

    @Test
    void anUnknownPlaceHoldsNothingAndAnUnknownWarehouseAnswersNothing() {
        // When / Then
        assertThat(free(Map.of("location", 999))).containsExactly(0.0);
        assertThat(free(Map.of("warehouse_id", 999))).isEmpty();
        assertThat(free(Map.of("warehouse_id", List.of(1, 999)))).isEmpty();
    }

    @Test
    void belowZeroIsBelowZero() {
        // When
        stock.count(STOCK, "MUG-1", BigDecimal.valueOf(-4));

        // Then
        assertThat(free(Map.of("warehouse_id", 1))).containsExactly(-4.0);
    }

    @Test
    void whatArrivesGoesToOrdersThatWait() {
        // Given
        OrderView order = stock.sell(1, "MUG-1", 10);

        // When
        stock.receive(1, "MUG-1", 3);

        // Then
        assertThat(stock.free(1, "MUG-1")).isEqualByComparingTo("1");
        assertThat(stock.deliver(order.id())).hasSize(1);
        assertThat(stock.onHand(1, "MUG-1")).isEqualByComparingTo("1");
    }

    @Test
    void whatIsCancelledIsFreeAgain() {
        // Given
        OrderView order = stock.sell(east, "MUG-1", 4);
        BigDecimal sold = stock.free(east, "MUG-1");

        // When
        stock.cancel(order.id());

        // Then
        assertThat(sold).isEqualByComparingTo("1");
        assertThat(stock.free(east, "MUG-1")).isEqualByComparingTo("5");
    }

    @Test
    void anOrderTakesFromPlacesBelow() {
        // Given
        long shelf = stock.location(STOCK, "Shelf");
        stock.relocate(STOCK, shelf, "MUG-1", 3);

        // When
        stock.sell(1, "MUG-1", 7);

        // Then
        assertThat(stock.quants("MUG-1"))
                .filteredOn(quant -> quant.location().startsWith("WH/"))
                .extracting(StockView::free)
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactlyInAnyOrder(BigDecimal.ZERO, BigDecimal.ONE);
    }

    @Test
    void whatSomebodyHasPickedStaysReserved() {
        // Given
        long picked = stock.sell(1, "MUG-1", 3).pickings().get(0).id();
        long waiting = stock.sell(1, "MUG-1", 4).pickings().get(0).id();
        JsonNode moves = ODOO.ok("stock.move", "search", Map.of("domain", List.of(List.of("picking_id", "=", picked))));
        ODOO.ok("stock.move", "write", Map.of("ids", moves, "vals", Map.of("picked", true)));

        // When
        ODOO.ok("stock.picking", "do_unreserve", Map.of("ids", List.of(picked, waiting)));

        // Then
        assertThat(stock.free(1, "MUG-1")).isEqualByComparingTo("5");
    }

    @Test
    void aPollerSeesEveryChangeOfQuants() {
        // Given
        long moment = 0;
        OrderView[] order = new OrderView[1];
        List<Runnable> changes = List.of(
                () -> stock.receive(1, "MUG-1", 1),
                () -> stock.adjust(STOCK, "MUG-1", -1, "broken"),
                () -> order[0] = stock.sell(1, "MUG-1", 2),
                () -> stock.deliver(order[0].id()),
                () -> order[0] = stock.sell(1, "MUG-1", 1),
                () -> stock.cancel(order[0].id()),
                () -> stock.transfer(1, east, "MUG-1", 1),
                () -> stock.scrap(STOCK, "MUG-1", 1));
        for (Runnable change : changes) {
            String now = "2026-11-20 11:00:" + (10 + moment++);
            CLOCK.set(now.replace(' ', 'T') + "Z");

            // When
            change.run();

            // Then
            List<?> since = List.of(
                    List.of("product_id", "=", mug),
                    List.of("write_date", ">=", now),
                    List.of("location_id", "=", STOCK));
            assertThat(ODOO.ok("stock.quant", "search_count", Map.of("domain", since))
                            .asInt())
                    .as("change %s", moment)
                    .isEqualTo(1);
        }
        assertThat(ODOO.read("product.product", mug, "write_date").toString()).contains("10:00:00");
    }

    @Test
    void movesTellTheirCause() {
        // When
        stock.deliver(stock.sell(1, "MUG-1", 1).id());
        stock.transfer(1, east, "MUG-1", 1);
        stock.adjust(STOCK, "MUG-1", 2, "found");
        stock.scrap(STOCK, "MUG-1", 1);

        // Then
        assertThat(stock.movements("MUG-1"))
                .extracting(MovementView::reference)
                .containsExactly(
                        "Product Quantity Updated (Administrator)",
                        "EAST/IN/00001",
                        "WH/OUT/00001",
                        "WH/INT/00001",
                        "found",
                        "SP/00001");
    }

    @Test
    void aPlaceThatIsMovedChangesNumbersWithoutATrace() {
        // Given
        long shelf = stock.location(STOCK, "Shelf");
        stock.relocate(STOCK, shelf, "MUG-1", 3);
        CLOCK.set("2026-11-20T11:00:00Z");

        // When
        ODOO.administrator()
                .ok(
                        "stock.location",
                        "write",
                        Map.of("ids", List.of(shelf), "vals", Map.of("location_id", stock.stockLocation(east))));

        // Then
        assertThat(stock.free(1, "MUG-1")).isEqualByComparingTo("5");
        assertThat(stock.free(east, "MUG-1")).isEqualByComparingTo("8");
        List<?> since = List.of(List.of("write_date", ">=", "2026-11-20 11:00:00"));
        assertThat(ODOO.ok("stock.quant", "search_count", Map.of("domain", since))
                        .asInt())
                .isZero();
    }

    @Test
    void unitsConvertByTheirCommonRoot() {
        // Given
        JsonNode units = ODOO.ok(
                "uom.uom",
                "search_read",
                Map.of(
                        "domain",
                        List.of(List.of("name", "in", List.of("Units", "Dozens", "kg"))),
                        "fields",
                        List.of("factor", "parent_path"),
                        "order",
                        "id",
                        "context",
                        Map.of("active_test", false)));
        ODOO.ok(
                "product.product",
                "create",
                Map.of(
                        "vals_list",
                        Map.of(
                                "name",
                                "Eggs",
                                "default_code",
                                "EGGS",
                                "is_storable",
                                true,
                                "uom_id",
                                units.get(1).get("id"))));
        stock.count(STOCK, "EGGS", BigDecimal.valueOf(2));

        // When
        stock.sell(1, "EGGS", 1);

        // Then
        assertThat(units.get(1).get("factor").asDouble()).isEqualTo(12.0);
        assertThat(units.get(1).get("parent_path").asText()).isEqualTo("1/3/");
        assertThat(units.get(2).get("parent_path").asText()).isEqualTo("15/16/");
        assertThat(stock.free(1, "EGGS")).isEqualByComparingTo("1");
    }

    @Test
    void quantsAreSummedByWarehouse() {
        // When
        JsonNode groups = ODOO.ok(
                "stock.quant",
                "formatted_read_group",
                Map.of(
                        "domain",
                        List.of(List.of("product_id", "=", mug)),
                        "groupby",
                        List.of("product_id", "location_id.warehouse_id"),
                        "aggregates",
                        List.of("quantity:sum", "write_date:max"),
                        "having",
                        List.of(List.of("quantity:sum", ">", 0)),
                        "order",
                        "quantity:sum desc"));

        // Then
        assertThat(groups).hasSize(2);
        assertThat(groups.get(0).get("quantity:sum").asDouble()).isEqualTo(8.0);
        assertThat(groups.get(0).get("write_date:max").asText()).isEqualTo("2026-11-20 10:00:00");
        assertThat(groups.get(1).get("location_id.warehouse_id").get(0).asLong())
                .isEqualTo(east);
        assertThat(groups.get(1).get("__extra_domain").toString())
                .isEqualTo("[\"&\",[\"product_id\",\"=\",%d],[\"location_id\",\"any\",[[\"warehouse_id\",\"=\",%d]]]]"
                        .formatted(mug, east));
    }

    private List<Double> free(Map<String, ?> context) {
        return ODOO
                .ok(
                        "product.product",
                        "read",
                        Map.of("ids", List.of(mug), "fields", List.of("free_qty"), "context", context))
                .findValues("free_qty")
                .stream()
                .map(JsonNode::asDouble)
                .toList();
    }
}
