package io.shopoms.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.shopoms.bus.migration.Migrations;
import io.shopoms.order.fixtures.AnnouncedOrders;
import io.shopoms.order.fixtures.OrderTables;
import io.shopoms.order.fixtures.OrderTables.Seen;
import io.shopoms.order.fixtures.RecordedOrders;
import io.shopoms.order.fixtures.Simulators;
import io.shopoms.order.shopify.ShopifyOrder;
import io.shopoms.sandbox.embedded.EmbeddedServersResource;
import io.shopoms.sandbox.fault.Fault;
import io.shopoms.sandbox.odoo.OdooSimulator;
import io.shopoms.sandbox.odoo.Shipment;
import io.shopoms.sandbox.odoo.orm.User;
import io.shopoms.sandbox.odoo.view.LineView;
import io.shopoms.sandbox.odoo.view.OrderView;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(EmbeddedServersResource.class)
@WithTestResource(Simulators.class)
class OrderProcessorComponentTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** Each test works on orders of its own: Odoo keeps what earlier tests made. */
    private static long lastOrder = 600_000;

    @Inject
    OrderTables tables;

    @Inject
    AnnouncedOrders events;

    @Inject
    Migrations migrations;

    OdooSimulator odoo;

    private long id;

    @BeforeEach
    void freshStart() {
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(migrations.areDone()).isTrue());
        tables.empty();
        odoo.faults().clear();
        id = ++lastOrder;
    }

    // --- creating

    @Test
    void everyRecordedOrderEndsInOdooWithShopifysTotal() {
        // Given
        List<String> names = RecordedOrders.NAMES.stream()
                .filter(name -> !name.equals("cancelled") && !name.equals("test-gateway"))
                .toList();

        // When
        tables.receive(names.stream().map(RecordedOrders::webhook).toList());

        // Then
        for (String name : names) {
            ShopifyOrder order = RecordedOrders.order(name);
            tables.processed(order.id().value());
            OrderView sale = recorded(order.id().value());
            assertThat(sale.total())
                    .as(name)
                    .isEqualByComparingTo(order.totals().total().amount());
            assertThat(sale.currency()).as(name).isEqualTo(order.currency());
            assertThat(sale.state()).as(name).isEqualTo("sale");
            assertThat(sale.externalId()).isEqualTo("__shopify__.acme_order_" + order.id());
            assertThat(tables.link(order.id().value()).moneyCheck()).as(name).startsWith("equal");
        }
        assertThat(recorded(5001).pickings())
                .singleElement()
                .satisfies(picking -> assertThat(picking.moves()).hasSize(2));
        assertThat(recorded(5001).origin()).isEqualTo("shopify:acme.myshopify.com:5001");
        assertThat(recorded(5004).tags()).containsExactly("COD");
        assertThat(recorded(5001).tags()).containsExactlyInAnyOrder("Prepaid", "vip", "newsletter");
        assertThat(recorded(5006).note()).contains("&lt;script&gt;").doesNotContain("<script>");
        assertThat(tables.link(5014).moneyCheck()).startsWith("equal with rounding 0.02");
        announced(5001, 1);
    }

    @Test
    void ordersThatGetNoPlaceAreProcessedWithTheReason() {
        // When
        tables.receive(RecordedOrders.webhook("cancelled"), RecordedOrders.webhook("test-gateway"));
        tables.processed(5012, 5015);

        // Then
        assertThat(tables.seen(5012).note()).isEqualTo("cancelled before it reached Odoo");
        assertThat(tables.seen(5015).note()).contains("test order");
        assertThat(inOdoo(5012)).isEmpty();
        assertThat(inOdoo(5015)).isEmpty();
    }

    @Test
    void twentyEqualWebhooksAtOnceMakeOneOrder() {
        // Given
        String webhook = order(payload -> {});

        // When
        CompletableFuture.allOf(IntStream.range(0, 20)
                        .mapToObj(i -> CompletableFuture.runAsync(() -> tables.receive(webhook)))
                        .toArray(CompletableFuture[]::new))
                .join();
        tables.processed(id);

        // Then
        assertThat(mine().pickings()).hasSize(1);
        announced(id, 1);
    }

    @Test
    void aBatchOfFiftyIsDoneInFewCallsAndOneBadOrderHoldsNobodyBack() {
        // Given
        odoo.data().product("TWICE-" + id, "One", "1.00", 1);
        odoo.data().product("TWICE-" + id, "Two", "1.00", 1);
        long bad = id;
        List<String> webhooks = new ArrayList<>();
        webhooks.add(order(payload -> item(payload, 0).put("sku", "TWICE-" + bad)));
        for (int i = 0; i < 49; i++) {
            id = ++lastOrder;
            webhooks.add(order(payload -> {}));
        }
        odoo.requests().clear();

        // When
        tables.receive(webhooks);
        tables.processed(LongStream.rangeClosed(bad + 1, bad + 49).toArray());
        tables.settle(bad);

        // Then
        assertThat(tables.seen(bad).failureKind()).isEqualTo("RejectedByTarget");
        assertThat(tables.seen(bad).message()).contains("TWICE-" + bad, "several products");
        assertThat(tables.links()).isEqualTo(49);
        assertThat(odoo.requests().total()).isLessThan(60);
    }

    @Test
    void aPoisonousPayloadBetweenGoodOnesWaitsWithItsFieldNamedUntilItIsCorrected() {
        // Given
        String before = order(payload -> {});
        long first = id;
        id = ++lastOrder;
        long bad = id;
        String poison = order(payload -> item(payload, 0).put("price", "eleven").remove("price_set"));
        String correct = order(payload -> {});
        id = ++lastOrder;
        String after = order(payload -> {});
        String nameless = order(payload -> payload.put("id", "none"));

        // When
        var stored = tables.receive(before, poison, after, nameless);
        tables.processed(first, id);
        tables.settle(bad);
        OrderTables.Seen failed = tables.seen(bad);
        tables.receive(correct);
        tables.processed(bad);

        // Then
        assertThat(stored.created()).isEqualTo(3);
        assertThat(stored.rejected()).isEqualTo(1);
        assertThat(failed.status()).isEqualTo("FAILED");
        assertThat(failed.failureKind()).isEqualTo("InvalidPayload");
        assertThat(failed.message())
                .contains("line_items[0].price is not an amount")
                .doesNotContain("eleven");
        assertThat(failed.remedy()).contains("Shopify");
    }

    // --- accounting that people do

    @Test
    void aMerchantWhoInvoicesElsewhereCostsNoCallOfAccounting() {
        // Given
        odoo.requests().clear();

        // When
        tables.receive(order(payload -> {}));
        tables.processed(id);

        // Then
        assertThat(odoo.requests().entries())
                .noneMatch(request -> request.operation().startsWith("account.move")
                        || request.operation().startsWith("account.payment"));
    }

    // --- waiting and failing

    @Test
    void anUnknownSkuWaitsAndGoesThroughOnceTheProductExists() {
        // Given
        tables.receive(order(payload -> item(payload, 0).put("sku", "LATER-" + id)));
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(tables.seen(id).failureKind()).isEqualTo("MissingDependency"));
        assertThat(tables.seen(id).message()).isEqualTo("SKU LATER-" + id + " is not in Odoo");
        assertThat(odoo.data().orders(name())).isEmpty();

        // When
        odoo.data().product("LATER-" + id, "Late", "25.50", 5);
        tables.processed(id);

        // Then
        assertThat(mine().total()).isEqualByComparingTo("74.69");
    }

    @Test
    void lostAnswersOfEveryStepLeaveOneOrderAndOnePicking() {
        // Given
        odoo.faults().add(Fault.lostResponse("res.partner/load"));
        odoo.faults().add(Fault.lostResponse("sale.order/load"));
        odoo.faults().add(Fault.lostResponse("sale.order/action_confirm"));

        // When
        tables.receive(order(payload -> {}));
        tables.processed(id);

        // Then
        assertThat(odoo.faults().pending()).isEmpty();
        assertThat(mine().state()).isEqualTo("sale");
        assertThat(mine().pickings()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "crm.tag/search_read",
                "res.partner/load",
                "sale.order/load",
                "sale.order/read",
                "sale.order.line/search_read",
                "sale.order.line/get_metadata"
            })
    void aFailureAtAnyStepLeavesOneOrderAndOnePicking(String step) {
        // Given
        odoo.faults().add(Fault.lostResponse(step).times(4));
        odoo.faults().add(Fault.status(step, 502));
        odoo.faults().add(Fault.reset(step));

        // When
        tables.receive(order(payload -> {}));
        tables.processed(id);

        // Then
        assertThat(odoo.faults().pending()).isEmpty();
        assertThat(mine().state()).isEqualTo("sale");
        assertThat(mine().total()).isEqualByComparingTo("74.69");
        assertThat(mine().pickings()).hasSize(1);
    }

    @Test
    void aCrashBeforeTheLinkWasStoredIsHealedByTheNextTry() {
        // Given
        tables.receive(order(payload -> {}));
        tables.processed(id);
        tables.loseLink(id);

        // When
        tables.retry(id);
        tables.processed(id);

        // Then
        assertThat(mine().pickings()).hasSize(1);
        assertThat(tables.link(id).stage()).isEqualTo("confirmed");
    }

    @Test
    void aQuotationLeftByACrashIsCancelledWithItsOrder() {
        // Given
        tables.receive(order(payload -> {}));
        tables.processed(id);
        tables.loseLink(id);

        // When
        tables.receive(later(order(payload -> payload.put("cancelled_at", "2026-11-20T00:00:00Z"))));
        tables.processed(id);

        // Then
        assertThat(mine().state()).isEqualTo("cancel");
    }

    @Test
    void aWrongKeyBurnsNoAttempts() {
        // Given
        String key = odoo.settings().apiKey();
        odoo.keys().revoke(key);

        // When
        tables.receive(order(payload -> {}));
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(tables.seen(id).failureKind()).isEqualTo("Misconfigured"));

        // Then
        assertThat(tables.seen(id).status()).isEqualTo("PENDING");
        // A probe counts as an attempt until it has ended.
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(tables.seen(id).attempts()).isZero());
        odoo.keys().grant(key, new User(2, odoo.settings().login(), false));
        tables.processed(id);
        assertThat(mine().state()).isEqualTo("sale");
    }

    @Test
    void amountsThatDifferKeepTheOrderAQuotation() {
        // Given
        String wrong =
                order(payload -> payload.put("current_total_price", "80.00").remove("current_total_price_set"));

        // When
        tables.receive(wrong);
        tables.settle(id);

        // Then
        Seen seen = tables.seen(id);
        assertThat(seen.failureKind()).isEqualTo("RejectedByTarget");
        assertThat(seen.message()).contains("stays a quotation", "total: Shopify 80.00 USD, Odoo 74.69 USD");
        assertThat(seen.remedy()).contains("per line");
        assertThat(mine().state()).isEqualTo("draft");
        assertThat(tables.link(id).moneyCheck()).startsWith("total: Shopify 80.00 USD");
    }

    @Test
    void centsGoOnOneExplicitLineWithinTheLimit() {
        // When
        tables.receive(
                order(payload -> payload.put("current_total_price", "74.72").remove("current_total_price_set")));
        tables.processed(id);

        // Then
        assertThat(mine().total()).isEqualByComparingTo("74.72");
        assertThat(mine().lines())
                .filteredOn(line -> line.externalId().endsWith("_roundline_" + id))
                .singleElement()
                .satisfies(line -> assertThat(line.total()).isEqualByComparingTo("0.03"));
        assertThat(mine().state()).isEqualTo("sale");
    }

    // --- keeping in step

    @Test
    void editsChangeQuantitiesAddAndZeroLines() {
        // Given
        tables.receive(order(payload -> {}));
        tables.processed(id);

        // When
        tables.receive(later(order(payload -> {
            item(payload, 0).put("current_quantity", 1);
            item(payload, 1).put("current_quantity", 0);
            ObjectNode bag = item(payload, 0).deepCopy();
            payload.withArray("line_items")
                    .add(bag.put("id", id * 10 + 3)
                            .put("sku", "BAG-1")
                            .put("quantity", 3)
                            .put("current_quantity", 3));
            // 25.50 + 3 x 25.50 + 5.00, each with 10 %: a line of three is taxed 7.65.
            payload.put("current_total_price", "117.70").remove("current_total_price_set");
            payload.put("current_total_tax", "10.70").remove("current_total_tax_set");
        })));
        tables.processed(id);

        // Then
        assertThat(mine().total()).isEqualByComparingTo("117.70");
        assertThat(quantities()).containsExactlyInAnyOrder("CSH-WHT-S 1", "MUG-1 0", "BAG-1 3", " 1");
        assertThat(moves()).containsExactlyInAnyOrder("CSH-WHT-S 1", "BAG-1 3");
        assertThat(tables.seen(id).note()).contains("2 lines changed, 1 line added");
        assertThat(announced(id, 2).get(1)).contains(String.valueOf(id * 10 + 3));
    }

    @Test
    void anotherAddressReachesTheOpenDeliveryToo() {
        // Given
        tables.receive(order(payload -> {}));
        tables.processed(id);

        // When
        tables.receive(later(order(payload -> {
            ((ObjectNode) payload.get("shipping_address")).put("address1", "99 Other Street");
            payload.put("note", "Ring twice");
        })));
        tables.processed(id);

        // Then
        assertThat(odoo.data().partners())
                .filteredOn(partner -> partner.street().equals("99 Other Street"))
                .isNotEmpty();
        assertThat(tables.seen(id).note()).contains("note, addresses");
        assertThat(mine().note()).contains("Ring twice");
        assertThat(mine().pickings())
                .singleElement()
                .satisfies(picking -> assertThat(picking.partner()).isEqualTo(mine().shippingAddress()));
    }

    @Test
    void onceCodStaysCod() {
        // Given
        tables.receive(order(payload -> {
            payload.put("financial_status", "pending");
            payload.putArray("payment_gateway_names").add("Cash on Delivery (COD)");
        }));
        tables.processed(id);

        // When
        tables.receive(later(order(payload -> payload.put("note", "paid by card at the door"))));
        tables.processed(id);

        // Then
        assertThat(tables.seen(id).payment()).isEqualTo("COD");
        assertThat(mine().tags()).contains("COD").doesNotContain("Prepaid");
    }

    @Test
    void aCancelledOrderIsCancelledWithItsDelivery() {
        // Given
        tables.receive(order(payload -> {}));
        tables.processed(id);

        // When
        tables.receive(later(order(payload -> payload.put("cancelled_at", "2026-11-20T00:00:00Z"))));
        tables.processed(id);

        // Then
        assertThat(mine().state()).isEqualTo("cancel");
        assertThat(mine().pickings())
                .allSatisfy(picking -> assertThat(picking.state()).isEqualTo("cancel"));
        assertThat(tables.link(id).stage()).isEqualTo("cancelled");
    }

    @Test
    void deliveredGoodsAreNotCancelledSilently() {
        // Given
        tables.receive(order(payload -> {}));
        tables.processed(id);
        odoo.data().ship(mine().pickings().get(0).id(), "TRACK-1");

        // When
        tables.receive(later(order(payload -> payload.put("cancelled_at", "2026-11-20T00:00:00Z"))));
        tables.settle(id);

        // Then
        assertThat(tables.seen(id).failureKind()).isEqualTo("RejectedByTarget");
        assertThat(tables.seen(id).message()).contains("goods of it have left: 2 x ", "1 x ");
        assertThat(mine().state()).isEqualTo("sale");
    }

    @Test
    void unitsTakenOffAfterDeliveryAreNamedAndTheirWorthIsKnown() {
        // Given
        tables.receive(order(payload -> {}));
        tables.processed(id);
        odoo.data()
                .ship(
                        mine().pickings().get(0).id(),
                        new Shipment("TRACK-2", "", Map.of("CSH-WHT-S", BigDecimal.valueOf(2))));

        // When
        tables.receive(later(order(payload -> {
            item(payload, 0).put("current_quantity", 1);
            payload.put("current_total_tax", "4.24").remove("current_total_tax_set");
            payload.put("current_total_price", "46.64").remove("current_total_price_set");
        })));
        tables.processed(id);

        // Then
        assertThat(tables.seen(id).note()).contains("1 delivered and taken off in Shopify");
        assertThat(quantities()).contains("CSH-WHT-S 2");
        assertThat(tables.link(id).moneyCheck()).startsWith("explained: 28.05 USD for 1 unit(s)");
    }

    @Test
    void aLockedOrderSaysWhatWouldHaveToChange() {
        // Given
        tables.receive(order(payload -> {}));
        tables.processed(id);
        odoo.data().call("sale.order", "action_lock", Map.of("ids", List.of(mine().id())));

        // When
        tables.receive(later(order(payload -> item(payload, 0).put("current_quantity", 1))));
        tables.settle(id);

        // Then
        assertThat(tables.seen(id).message()).contains("is locked in Odoo: 1 line changed in Shopify");
        assertThat(quantities()).contains("CSH-WHT-S 2");
    }

    @Test
    void anOrderThatPeopleCancelledIsNotReopened() {
        // Given
        tables.receive(order(payload -> {}));
        tables.processed(id);
        odoo.data().call("sale.order", "action_cancel", Map.of("ids", List.of(mine().id())));

        // When
        tables.receive(later(order(payload -> payload.put("note", "any news?"))));
        tables.processed(id);

        // Then
        assertThat(mine().state()).isEqualTo("cancel");
        assertThat(tables.seen(id).note()).contains("cancelled in Odoo, left alone");
    }

    @Test
    void anOrderThatPeopleDeletedIsNotMadeAgain() {
        // Given
        tables.receive(order(payload -> {}));
        tables.processed(id);
        Map<String, Object> order = Map.of("ids", List.of(mine().id()));
        odoo.data().call("sale.order", "action_cancel", order);
        odoo.data().call("sale.order", "unlink", order);

        // When
        tables.receive(later(order(payload -> payload.put("note", "any news?"))));
        tables.settle(id);

        // Then
        assertThat(tables.seen(id).failureKind()).isEqualTo("RejectedByTarget");
        assertThat(tables.seen(id).message()).contains("was deleted in Odoo");
        assertThat(odoo.data().orders(name())).isEmpty();
    }

    @Test
    void aChangeThatOdooDoesNotDependOnCostsNothing() {
        // Given
        tables.receive(order(payload -> {}));
        tables.processed(id);
        odoo.requests().clear();

        // When
        var stored = tables.receive(later(order(payload -> payload.put("buyer_accepts_marketing", true))));

        // Then
        assertThat(stored.skipped()).isEqualTo(1);
        assertThat(tables.seen(id).status()).isEqualTo("PROCESSED");
    }

    // --- steps

    private String order(Consumer<ObjectNode> change) {
        ObjectNode payload = RecordedOrders.editableWebhook("two-lines-taxed-shipping");
        payload.put("id", id).put("name", name());
        item(payload, 0).put("id", id * 10 + 1);
        item(payload, 1).put("id", id * 10 + 2);
        ((ObjectNode) payload.withArray("shipping_lines").get(0)).put("id", id * 10);
        // A customer of its own: what earlier tests made is no match.
        payload.put("email", "ada" + id + "@example.com");
        ((ObjectNode) payload.get("customer")).put("id", id).put("email", "ada" + id + "@example.com");
        change.accept(payload);
        return payload.toString();
    }

    private List<String> announced(long order, int times) {
        await().atMost(LIMIT).untilAsserted(() -> assertThat(events.of(order)).hasSize(times));
        try {
            return events.of(order);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String later(String webhook) {
        return RecordedOrders.changed(
                webhook,
                payload -> payload.put(
                        "updated_at",
                        OffsetDateTime.parse(payload.get("updated_at").asText())
                                .plusMinutes(5)
                                .toString()));
    }

    private static ObjectNode item(ObjectNode payload, int index) {
        return (ObjectNode) payload.withArray("line_items").get(index);
    }

    private String name() {
        return "#" + id;
    }

    private OrderView mine() {
        return only(name());
    }

    private OrderView only(String reference) {
        List<OrderView> orders = odoo.data().orders(reference);
        assertThat(orders).as(reference).hasSize(1);
        return orders.get(0);
    }

    /** By number: other tests of this process have orders of the same name. */
    private OrderView recorded(long order) {
        assertThat(inOdoo(order)).as("order " + order).hasSize(1);
        return inOdoo(order).get(0);
    }

    private List<OrderView> inOdoo(long order) {
        return odoo.data().orders().stream()
                .filter(sale -> sale.externalId().equals("__shopify__.acme_order_" + order))
                .toList();
    }

    private List<String> quantities() {
        return mine().lines().stream()
                .filter(line -> line.displayType().isEmpty())
                .map(OrderProcessorComponentTest::quantity)
                .toList();
    }

    private static String quantity(LineView line) {
        return line.sku() + " " + line.quantity().stripTrailingZeros().toPlainString();
    }

    private List<String> moves() {
        return mine().pickings().stream()
                .flatMap(picking -> picking.moves().stream())
                .filter(move -> !move.state().equals("cancel"))
                .map(move ->
                        move.sku() + " " + move.demand().stripTrailingZeros().toPlainString())
                .toList();
    }
}
