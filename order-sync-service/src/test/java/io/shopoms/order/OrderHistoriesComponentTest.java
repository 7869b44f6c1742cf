package io.shopoms.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.shopoms.bus.migration.Migrations;
import io.shopoms.order.fixtures.LivingOrder;
import io.shopoms.order.fixtures.OdooDocument;
import io.shopoms.order.fixtures.OrderTables;
import io.shopoms.order.fixtures.Permutations;
import io.shopoms.order.fixtures.Simulators;
import io.shopoms.sandbox.embedded.EmbeddedServersResource;
import io.shopoms.sandbox.odoo.OdooSimulator;
import io.shopoms.sandbox.odoo.Shipment;
import io.shopoms.sandbox.odoo.view.OrderView;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The same history told in every order, the first event twice, ends in the same Odoo: an event that is older than what is
 * known changes nothing, as in the cache. The warehouse ships one sweater as soon as the first event has brought the order
 * into Odoo.
 */
@QuarkusTest
@QuarkusTestResource(EmbeddedServersResource.class)
@WithTestResource(Simulators.class)
class OrderHistoriesComponentTest {

    private static long lastOrder = 900_000;

    @Inject
    OrderTables tables;

    @Inject
    Attempts attempts;

    @Inject
    Migrations migrations;

    OdooSimulator odoo;

    /** An order to be told of. */
    private static final class Told {
        private final String name;
        private final List<String> events;
        private int newest = -1;

        Told(String name, List<String> events) {
            this.name = name;
            this.events = events;
        }
    }

    @BeforeEach
    void freshStart() {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(migrations.areDone()).isTrue());
        tables.empty();
    }

    @Test
    void createdPaidEditedRefundedFulfilledInAnyOrderIsOneDocument() {
        // When
        List<String> documents = documents(5);

        // Then
        assertThat(documents).hasSize(120).containsOnly(documents.get(0));
        assertThat(documents.get(0))
                .startsWith("sale ")
                .contains("CSH-WHT-S x 2", "BAG-1 x 2", "MUG-1 x 1", "Leave at the door")
                .contains("outgoing done CSH-WHT-S=1", "outgoing open CSH-WHT-S=1", "outgoing open BAG-1=2");
    }

    @Test
    void andACancellationLeavesWhatWasShippedOrNothingAtAll() {
        // When
        List<String> documents = documents(6);

        // Then
        assertThat(documents).hasSize(720);
        assertThat(documents)
                .filteredOn(document -> document.equals("nothing"))
                .as("those of which the cancellation was heard first")
                .hasSize(120);
        List<String> shipped = documents.stream()
                .filter(document -> !document.equals("nothing"))
                // What is noted on an order is followed until it is cancelled.
                .map(document -> document.replace("<p>Leave at the door</p>", ""))
                .distinct()
                .toList();
        assertThat(shipped).singleElement().asString().contains("CSH-WHT-S x 1", "{outgoing done CSH-WHT-S=1}");
    }

    /** What the history of that many events ends in, for each of its permutations. */
    private List<String> documents(int length) {
        List<Told> orders = new ArrayList<>();
        List<List<Integer>> permutations = Permutations.of(length);
        permutations.forEach(order -> orders.add(told(new LivingOrder(++lastOrder))));
        for (int step = 0; step <= length; step++) {
            List<String> news = new ArrayList<>();
            for (int i = 0; i < orders.size(); i++) {
                int event = permutations.get(i).get(step % length);
                Told order = orders.get(i);
                if (event > order.newest) {
                    order.newest = event;
                    news.add(order.events.get(event));
                }
            }
            attempts.at(news);
            if (step == 0) {
                orders.forEach(order -> ship(order.name));
            }
        }
        attempts.at(orders.stream().map(order -> order.events.get(length - 1)).toList());
        OdooDocument document = new OdooDocument(odoo.data());
        return orders.stream().map(order -> document.of(order.name)).toList();
    }

    private static Told told(LivingOrder order) {
        List<String> events = new ArrayList<>();
        events.add(order.changed(
                payload -> order.item(LivingOrder.SWEATER).put("quantity", 4).put("current_quantity", 4)));
        events.add(order.changed(payload -> payload.put("financial_status", "paid")));
        order.edited(LivingOrder.SWEATER, 3);
        order.added("BAG-1", 2, "45.00");
        events.add(order.changed(payload -> payload.put("note", "Leave at the door")));
        events.add(order.refunded(1, LivingOrder.SWEATER, 1, "cancel"));
        events.add(order.changed(payload -> payload.put("fulfillment_status", "partial")));
        events.add(order.cancelled());
        return new Told(order.name(), events);
    }

    private void ship(String name) {
        for (OrderView order : odoo.data().orders(name)) {
            odoo.data().ship(order.pickings().get(0).id(), new Shipment("", "", Map.of("CSH-WHT-S", BigDecimal.ONE)));
        }
    }
}
