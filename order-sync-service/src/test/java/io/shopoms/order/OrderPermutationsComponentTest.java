package io.shopoms.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.shopoms.bus.migration.Migrations;
import io.shopoms.order.fixtures.OrderTables;
import io.shopoms.order.fixtures.Permutations;
import io.shopoms.order.fixtures.Simulators;
import io.shopoms.order.fixtures.TickingClock;
import io.shopoms.sandbox.embedded.EmbeddedServersResource;
import io.shopoms.sandbox.odoo.OdooSimulator;
import io.shopoms.sandbox.odoo.view.OrderView;
import io.shopoms.sandbox.shopify.ShopifySettings;
import io.shopoms.sandbox.shopify.ShopifySimulator;
import io.shopoms.sandbox.shopify.order.Order;
import io.shopoms.sandbox.shopify.order.OrderDraft;
import io.shopoms.sandbox.shopify.order.OrderEdit;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The same history of an order, told in every order and with repetitions, ends in the same Odoo order. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServersResource.class)
@WithTestResource(Simulators.class)
class OrderPermutationsComponentTest {

    private static final String PLACED = """
            {"lines": [{"sku": "CSH-WHT-S", "title": "Sweater", "quantity": 3, "price": "120.00"},
                       {"sku": "MUG-1", "title": "Mug", "quantity": 1, "price": "11.90"}],
             "discount": {"code": "SAVE10", "amount": "10.00"}, "shipping": {"title": "Standard", "price": "5.00"},
             "taxRate": "0.10", "gateway": "cash_on_delivery", "webhooks": false}""";

    @Inject
    OrderTables tables;

    @Inject
    Migrations migrations;

    OdooSimulator odoo;

    private ShopifySimulator history;

    @BeforeEach
    void freshStart() {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(migrations.areDone()).isTrue());
        tables.empty();
        // A shop of its own, whose clock gives every version another date.
        history = ShopifySimulator.start(ShopifySettings.defaults().withClock(new TickingClock()));
    }

    @AfterEach
    void end() {
        history.close();
    }

    @Test
    void everyOrderOfEventsEndsInTheSameDocument() {
        // Given
        List<List<Integer>> permutations = Permutations.of(4);
        Map<Long, List<String>> deliveries = new LinkedHashMap<>();
        for (List<Integer> permutation : permutations) {
            Order order = history.placeOrder(OrderDraft.parse(PLACED));
            List<String> versions = versions(order.id());
            List<String> told =
                    new ArrayList<>(permutation.stream().map(versions::get).toList());
            told.add(versions.get(permutation.get(0)));
            deliveries.put(order.id(), told);
        }
        long[] ids = deliveries.keySet().stream().mapToLong(Long::longValue).toArray();

        // When
        for (int step = 0; step < 5; step++) {
            int now = step;
            tables.receive(
                    deliveries.values().stream().map(told -> told.get(now)).toList());
            tables.processed(ids);
        }

        // Then
        List<String> documents = new ArrayList<>();
        for (long id : ids) {
            documents.add(document(id));
            assertThat(tables.seen(id).payment()).isEqualTo("COD");
        }
        assertThat(documents).containsOnly(documents.get(0));
        assertThat(documents.get(0)).contains("sale", "MUG-1 x 0", "BAG-1 x 2", "Leave at the door", "COD");
    }

    private List<String> versions(long id) {
        List<String> versions = new ArrayList<>();
        versions.add(webhook(id));
        history.editOrder(
                id,
                new OrderEdit(
                        List.of(
                                new OrderEdit.Line("CSH-WHT-S", 2, null, null),
                                new OrderEdit.Line("BAG-1", 2, "Bag", new BigDecimal("45.00"))),
                        null,
                        null,
                        "Leave at the door",
                        null,
                        null,
                        null,
                        null));
        versions.add(webhook(id));
        history.editOrder(id, OrderEdit.quantity("MUG-1", 0));
        versions.add(webhook(id));
        history.payOrder(id);
        versions.add(webhook(id));
        return versions;
    }

    private String webhook(long id) {
        return new String(history.webhookBody(id), StandardCharsets.UTF_8);
    }

    /** What people see, without what a line that came and went leaves behind, and without numbers of its own. */
    private String document(long id) {
        List<OrderView> orders = odoo.data().orders(history.order(id).name()).stream()
                .filter(order -> order.origin().endsWith(":" + id))
                .toList();
        assertThat(orders).hasSize(1);
        OrderView order = orders.get(0);
        List<String> lines = new ArrayList<>();
        order.lines().stream()
                .filter(line -> line.displayType().isEmpty())
                .forEach(line -> lines.add(line.sku() + " x " + plain(line.quantity()) + " = " + plain(line.total())));
        if (lines.stream().noneMatch(line -> line.startsWith("MUG-1"))) {
            lines.add("MUG-1 x 0 = 0");
        }
        List<String> moves = order.pickings().stream()
                .flatMap(picking -> picking.moves().stream())
                .filter(move -> !move.state().equals("cancel"))
                .map(move -> move.sku() + " " + plain(move.demand()))
                .sorted()
                .toList();
        return order.state() + " " + plain(order.total()) + " "
                + lines.stream().sorted().toList() + " " + moves + " " + order.note() + " " + order.tags();
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
