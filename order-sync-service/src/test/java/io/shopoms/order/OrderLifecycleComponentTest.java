package io.shopoms.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.shopoms.bus.migration.Migrations;
import io.shopoms.order.fixtures.LivingOrder;
import io.shopoms.order.fixtures.OrderTables;
import io.shopoms.order.fixtures.Simulators;
import io.shopoms.sandbox.embedded.EmbeddedServersResource;
import io.shopoms.sandbox.fault.Fault;
import io.shopoms.sandbox.odoo.OdooSimulator;
import io.shopoms.sandbox.odoo.Shipment;
import io.shopoms.sandbox.odoo.view.OrderView;
import io.shopoms.sandbox.odoo.view.PickingView;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Refunds, edits and cancellations before, during and after delivery; returns are prepared, as is the default. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServersResource.class)
@WithTestResource(Simulators.class)
class OrderLifecycleComponentTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static long lastOrder = 800_000;

    @Inject
    OrderTables tables;

    @Inject
    Migrations migrations;

    OdooSimulator odoo;

    private final LivingOrder order = new LivingOrder(++lastOrder);

    @BeforeEach
    void anOrderInOdoo() {
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(migrations.areDone()).isTrue());
        tables.empty();
        odoo.faults().clear();
        told(order.webhook());
    }

    // --- refunds

    @Test
    void aRefundBeforeDeliveryShrinksOrderAndPicking() {
        // When
        told(order.refunded(1, LivingOrder.SWEATER, 1, "no_restock"));

        // Then
        assertThat(quantities()).contains("CSH-WHT-S 1", "MUG-1 1");
        assertThat(moves()).containsExactlyInAnyOrder("CSH-WHT-S 1", "MUG-1 1");
        assertThat(returns()).isEmpty();
        assertThat(tables.link(order.id()).moneyCheck()).isEqualTo("equal");
    }

    @Test
    void deliveredUnitsThatComeBackGetOneReturnAndLeaveTheOrderWithIt() {
        // Given
        ship(Map.of());
        String refund = order.refunded(1, LivingOrder.SWEATER, 1, "return");

        // When
        told(refund);
        told(order.changed(payload -> payload.put("note", "once more")));

        // Then
        assertThat(returns()).singleElement().satisfies(picking -> {
            assertThat(picking.state()).isEqualTo("assigned");
            assertThat(picking.moves()).singleElement().satisfies(move -> {
                assertThat(move.sku()).isEqualTo("CSH-WHT-S");
                assertThat(move.demand()).isEqualByComparingTo("1");
            });
        });
        assertThat(quantities()).contains("CSH-WHT-S 2");
        assertThat(tables.seen(order.id()).note()).contains("1 on the way back");
        assertThat(tables.link(order.id()).moneyCheck()).startsWith("explained: 28.05 USD for 1 unit(s)");

        // When
        receive(returns().get(0));
        told(order.changed(payload -> payload.put("note", "it is back")));

        // Then
        assertThat(quantities()).contains("CSH-WHT-S 1");
        assertThat(returns()).hasSize(1);
        assertThat(moves()).containsExactlyInAnyOrder("CSH-WHT-S 2", "MUG-1 1", "CSH-WHT-S 1");
        assertThat(tables.link(order.id()).moneyCheck()).isEqualTo("equal");
    }

    @Test
    void unitsThatTheCustomerKeepsStayOnTheOrder() {
        // Given
        ship(Map.of());

        // When
        told(order.refunded(1, LivingOrder.SWEATER, 1, "no_restock"));

        // Then
        assertThat(quantities()).contains("CSH-WHT-S 2");
        assertThat(returns()).isEmpty();
        assertThat(tables.link(order.id()).moneyCheck()).startsWith("explained: 28.05 USD for 1 unit(s)");
    }

    @Test
    void aRealDifferenceIsNotHiddenByUnitsOnTheWayBack() {
        // Given
        ship(Map.of());
        order.refunded(1, LivingOrder.SWEATER, 1, "return");

        // When
        tables.receive(order.changed(payload -> {})
                .replace("\"current_total_price\":\"46.64\"", "\"current_total_price\":\"40.00\""));
        tables.settle(order.id());

        // Then
        assertThat(tables.seen(order.id()).failureKind()).isEqualTo("RejectedByTarget");
        assertThat(tables.seen(order.id()).message())
                .contains("total: Shopify 40.00 USD, Odoo 74.69 USD", "28.05 USD for 1 unit(s)");
    }

    @Test
    void aPartlyDeliveredLineReturnsOneUnitAndShipsTheOther() {
        // Given
        ship(Map.of("CSH-WHT-S", BigDecimal.ONE));

        // When
        told(order.refunded(1, LivingOrder.SWEATER, 1, "return"));

        // Then
        assertThat(quantities()).contains("CSH-WHT-S 2", "MUG-1 1");
        assertThat(returns()).hasSize(1);
        assertThat(openMoves()).containsExactlyInAnyOrder("CSH-WHT-S 1", "MUG-1 1");

        // When
        receive(returns().get(0));
        told(order.changed(payload -> payload.put("note", "it is back")));

        // Then
        assertThat(quantities()).contains("CSH-WHT-S 1", "MUG-1 1");
        assertThat(openMoves()).containsExactlyInAnyOrder("CSH-WHT-S 1", "MUG-1 1");
        assertThat(tables.link(order.id()).moneyCheck()).isEqualTo("equal");
    }

    @Test
    void lostAnswersLeaveOneReturn() {
        // Given
        ship(Map.of());
        odoo.faults().add(Fault.lostResponse("stock.move/search_read").times(4));
        odoo.faults().add(Fault.lostResponse("stock.picking/load").times(4));
        odoo.faults().add(Fault.lostResponse("stock.picking/action_confirm"));

        // When
        told(order.refunded(1, LivingOrder.SWEATER, 2, "return"));

        // Then
        assertThat(odoo.faults().pending()).isEmpty();
        assertThat(returns())
                .singleElement()
                .satisfies(picking -> assertThat(picking.moves())
                        .singleElement()
                        .satisfies(move -> assertThat(move.demand()).isEqualByComparingTo("2")));
    }

    // --- edits

    @Test
    void twoEditsWhileOdooWasAwayEndInTheLastOne() {
        // Given
        odoo.faults().add(Fault.status("*", 503).times(8));

        // When
        tables.receive(order.edited(LivingOrder.SWEATER, 1));
        told(order.added("BAG-1", 2, "45.00"));

        // Then
        assertThat(quantities()).containsExactlyInAnyOrder("CSH-WHT-S 1", "MUG-1 1", "BAG-1 2", " 1");
        assertThat(openMoves()).containsExactlyInAnyOrder("CSH-WHT-S 1", "MUG-1 1", "BAG-1 2");
    }

    @Test
    void aLineThatWasRemovedAndAddedAgainIsShippedOnce() {
        // When
        told(order.edited(LivingOrder.MUG, 0));
        told(order.edited(LivingOrder.MUG, 1));

        // Then
        assertThat(quantities()).contains("MUG-1 1");
        assertThat(openMoves()).containsExactlyInAnyOrder("CSH-WHT-S 2", "MUG-1 1");
        assertThat(tables.link(order.id()).moneyCheck()).isEqualTo("equal");
    }

    @Test
    void moreUnitsAfterDeliveryAreShippedWithASecondPicking() {
        // Given
        ship(Map.of());

        // When
        told(order.changed(
                payload -> order.item(LivingOrder.MUG).put("quantity", 3).put("current_quantity", 3)));

        // Then
        assertThat(openMoves()).containsExactly("MUG-1 2");
        assertThat(mine().pickings()).hasSize(2);
        assertThat(tables.link(order.id()).moneyCheck()).isEqualTo("equal");
    }

    @Test
    void anEditAfterAPartialDeliveryTakesOffOnlyWhatIsInTheHouse() {
        // Given
        ship(Map.of("CSH-WHT-S", BigDecimal.ONE));

        // When
        told(order.edited(LivingOrder.SWEATER, 0));

        // Then
        assertThat(quantities()).contains("CSH-WHT-S 1", "MUG-1 1");
        assertThat(openMoves()).containsExactly("MUG-1 1");
        assertThat(tables.seen(order.id()).note()).contains("1 delivered and taken off in Shopify");
    }

    // --- cancellations

    @Test
    void duringDeliveryTheRestIsCancelledAndThePartOutsideWaits() {
        // Given
        ship(Map.of("CSH-WHT-S", BigDecimal.ONE));

        // When
        tables.receive(order.cancelled());
        tables.settle(order.id());

        // Then
        assertThat(tables.seen(order.id()).failureKind()).isEqualTo("RejectedByTarget");
        assertThat(tables.seen(order.id()).message()).contains("goods of it have left: 1 x ");
        assertThat(mine().state()).isEqualTo("sale");
        assertThat(quantities()).contains("CSH-WHT-S 1", "MUG-1 0");
        assertThat(openMoves()).isEmpty();

        // When
        told(order.refunded(1, LivingOrder.SWEATER, 2, "no_restock"));

        // Then
        assertThat(mine().state()).isEqualTo("sale");
        assertThat(tables.seen(order.id()).note()).contains("1 x ", "kept by the customer");
    }

    @Test
    void afterDeliveryItIsCancelledOnceEverythingIsBack() {
        // Given
        ship(Map.of());
        tables.receive(order.cancelled());
        tables.settle(order.id());
        order.refunded(1, LivingOrder.MUG, 1, "return");

        // When
        told(order.refunded(2, LivingOrder.SWEATER, 2, "return"));

        // Then
        assertThat(mine().state()).isEqualTo("sale");
        assertThat(returns()).hasSize(2);
        assertThat(tables.seen(order.id()).note()).contains("on the way back");

        // When
        returns().forEach(this::receive);
        tables.retry(order.id());
        tables.processed(order.id());

        // Then
        assertThat(mine().state()).isEqualTo("cancel");
        assertThat(returns())
                .hasSize(2)
                .allSatisfy(picking -> assertThat(picking.state()).isEqualTo("done"));
    }

    @Test
    void whatPeopleReopenedAfterItsCancellationStaysOpen() {
        // Given
        told(order.cancelled());
        Map<String, Object> ids = Map.of("ids", List.of(mine().id()));
        odoo.data().call("sale.order", "action_draft", ids);
        odoo.data().call("sale.order", "action_confirm", ids);

        // When
        told(order.changed(payload -> payload.put("note", "any news?")));

        // Then
        assertThat(mine().state()).isEqualTo("sale");
        assertThat(tables.seen(order.id()).note()).contains("reopened in Odoo");
    }

    @Test
    void whatPeopleCancelledAndReopenedIsStillCancelledWithItsOrder() {
        // Given
        Map<String, Object> ids = Map.of("ids", List.of(mine().id()));
        odoo.data().call("sale.order", "action_cancel", ids);
        told(order.changed(payload -> payload.put("note", "any news?")));
        odoo.data().call("sale.order", "action_draft", ids);
        odoo.data().call("sale.order", "action_confirm", ids);

        // When
        told(order.cancelled());

        // Then
        assertThat(mine().state()).isEqualTo("cancel");
    }

    @Test
    void aLockedOrderIsNotCancelled() {
        // Given
        odoo.data().lock(mine().id(), true);

        // When
        tables.receive(order.cancelled());
        tables.settle(order.id());

        // Then
        assertThat(tables.seen(order.id()).message()).contains("is locked in Odoo");
        assertThat(mine().state()).isEqualTo("sale");
    }

    // --- steps

    private void told(String webhook) {
        tables.receive(webhook);
        tables.processed(order.id());
    }

    /** @param units by SKU; empty for everything */
    private void ship(Map<String, BigDecimal> units) {
        odoo.data().ship(mine().pickings().get(0).id(), new Shipment("", "", units));
    }

    private void receive(PickingView picking) {
        odoo.data()
                .call(
                        "stock.picking",
                        "button_validate",
                        Map.of("ids", List.of(picking.id()), "context", Map.of("skip_backorder", true)));
    }

    private OrderView mine() {
        List<OrderView> orders = odoo.data().orders(order.name());
        assertThat(orders).hasSize(1);
        return orders.get(0);
    }

    private List<PickingView> returns() {
        return mine().pickings().stream()
                .filter(picking -> picking.code().equals("incoming"))
                .toList();
    }

    private List<String> quantities() {
        return mine().lines().stream()
                .filter(line -> line.displayType().isEmpty())
                .map(line -> line.sku() + " " + plain(line.quantity()))
                .toList();
    }

    private List<String> moves() {
        return mine().pickings().stream()
                .flatMap(picking -> picking.moves().stream())
                .filter(move -> !move.state().equals("cancel"))
                .map(move -> move.sku() + " " + plain(move.demand()))
                .toList();
    }

    private List<String> openMoves() {
        return mine().pickings().stream()
                .filter(picking -> picking.code().equals("outgoing"))
                .flatMap(picking -> picking.moves().stream())
                .filter(move -> !move.state().equals("cancel") && !move.state().equals("done"))
                .map(move -> move.sku() + " " + plain(move.demand()))
                .toList();
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
