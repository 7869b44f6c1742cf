package io.shopoms.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.shopoms.bus.migration.Migrations;
import io.shopoms.order.fixtures.MortalOdoo;
import io.shopoms.order.fixtures.MortalOdoo.Death;
import io.shopoms.order.fixtures.MortalOdoo.Killed;
import io.shopoms.order.fixtures.OdooDocument;
import io.shopoms.order.fixtures.OdooLine;
import io.shopoms.order.fixtures.OrderTables;
import io.shopoms.order.fixtures.Simulators;
import io.shopoms.sandbox.embedded.EmbeddedServersResource;
import io.shopoms.sandbox.odoo.OdooSimulator;
import io.shopoms.sandbox.odoo.view.OrderView;
import io.shopoms.sandbox.shopify.ShopifySimulator;
import io.shopoms.sandbox.shopify.order.Cancellation;
import io.shopoms.sandbox.shopify.order.Order;
import io.shopoms.sandbox.shopify.order.OrderDraft;
import io.shopoms.sandbox.shopify.order.OrderEdit;
import io.shopoms.sandbox.shopify.order.RefundWish;
import io.shopoms.sandbox.shopify.order.TrackingInfo;
import io.shopoms.sync.cache.Outcome;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The process killed at every call to Odoo, whichever there are: before it is sent, and after it was committed. What the
 * process had in memory is gone; the next one ends in the same documents as if nothing had happened.
 */
@QuarkusTest
@QuarkusTestResource(EmbeddedServersResource.class)
@WithTestResource(Simulators.class)
@TestProfile(OrderKillsComponentTest.EverythingDone.class)
class OrderKillsComponentTest {

    private static final Logger LOG = Logger.getLogger(OrderKillsComponentTest.class);
    private static final int PREPARED = 25;
    private static final String ORDER = """
            {"lines": [{"sku": "CSH-WHT-S", "quantity": 3, "price": "30.00"}, {"sku": "MUG-1", "price": "11.90"}],
             "shipping": {"title": "Standard", "price": "5.00"}, "taxRate": "0.10", "webhooks": false}""";

    @Inject
    OrderTables tables;

    @Inject
    Attempts attempts;

    @Inject
    OdooLine line;

    @Inject
    Migrations migrations;

    OdooSimulator odoo;

    ShopifySimulator shopify;

    /** A merchant for whom everything is done that can be. */
    public static final class EverythingDone implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "shopoms.orders.invoices", "posted",
                    "shopoms.orders.credit-notes", "posted",
                    "shopoms.orders.returns", "receive",
                    "shopoms.orders.journals", "shopify_payments=BNK1",
                    // The look-back at the start finds the same orders; here only the test may work on them.
                    "shopoms.sync.processing.enabled", "false");
        }
    }

    @BeforeEach
    void mortal() {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(migrations.areDone()).isTrue());
        tables.empty();
    }

    @Test
    void anOrderIsMadeConfirmedInvoicedAndPaidOnce() {
        killedAtEveryCallOf(List.of(this::place), "sale", "out_invoice posted paid");
    }

    @Test
    void anotherAddressAndNoteAreWrittenOnce() {
        killedAtEveryCallOf(List.of(this::place, this::edit), "Leave at the door", "outgoing open MUG-1=1");
    }

    @Test
    void refundedGoodsComeBackAndAreCreditedOnce() {
        killedAtEveryCallOf(
                List.of(this::place, this::refundShippedGoods),
                "incoming done CSH-WHT-S=1",
                "out_refund posted paid 33 ",
                "outbound");
    }

    @Test
    void anOrderIsCancelledAndCreditedOnce() {
        killedAtEveryCallOf(List.of(this::place, this::cancel), "cancel", "out_refund posted paid");
    }

    /** Kills the last chapter of a story at every call that it makes; the earlier chapters are told undisturbed. */
    private void killedAtEveryCallOf(List<Consumer<Order>> story, String... words) {
        Consumer<Order> last = story.get(story.size() - 1);
        Deque<Order> prepared = new ArrayDeque<>();
        Order undisturbed = next(prepared, story);
        last.accept(undisturbed);
        processed(List.of(undisturbed));
        String expected = document(undisturbed);
        assertThat(expected).contains(words);
        for (boolean committed : List.of(false, true)) {
            int call = 1;
            for (Order order = next(prepared, story); ; order = next(prepared, story), call++) {
                last.accept(order);
                Death death = new Death(call, committed);
                if (!isKilled(death, order)) {
                    break;
                }
                processed(List.of(order));
                String at = (committed ? "after" : "before") + " call " + call + " of " + death.calls();
                assertThat(document(order)).as(at).isEqualTo(expected);
                processed(List.of(order));
                assertThat(document(order)).as(at + ", once more").isEqualTo(expected);
            }
            LOG.infof("killed %s each of %d calls: %s", committed ? "after" : "before", call - 1, expected);
            assertThat(call).isGreaterThan(3);
        }
    }

    /** A fresh process tries, and dies; what it knew is gone. False if it came through. */
    private boolean isKilled(Death death, Order order) {
        attempts.forgetEverything();
        line.put(odoo -> new MortalOdoo(odoo, death));
        try {
            attempts.at(List.of(webhook(order)));
        } catch (Killed killed) {
            LOG.debugf("killed at %s", killed.getMessage());
        } finally {
            line.clear();
            attempts.forgetEverything();
        }
        return death.hasCome();
    }

    private Order next(Deque<Order> prepared, List<Consumer<Order>> story) {
        if (prepared.isEmpty()) {
            List<Order> orders = new ArrayList<>();
            for (int i = 0; i < PREPARED; i++) {
                orders.add(shopify.placeOrder(OrderDraft.parse(ORDER)));
            }
            for (Consumer<Order> chapter : story.subList(0, story.size() - 1)) {
                orders.forEach(chapter);
                processed(orders);
            }
            prepared.addAll(orders);
        }
        return prepared.remove();
    }

    private void processed(List<Order> orders) {
        assertThat(attempts.at(orders.stream().map(this::webhook).toList()))
                .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(Outcome.Processed.class));
    }

    // --- chapters

    private void place(Order order) {
        assertThat(order.cancelledAt()).as("as it was placed").isEmpty();
    }

    private void edit(Order order) {
        shopify.editOrder(
                order.id(),
                new OrderEdit(List.of(), null, null, "Leave at the door", List.of("express"), null, null, null));
    }

    private void refundShippedGoods(Order order) {
        OrderView sale = odoo.data().orders(order.name()).get(0);
        odoo.data().ship(sale.pickings().get(0).id(), "TRACK");
        shopify.shipInAdmin(order.id(), new TrackingInfo("UPS", "TRACK", null));
        shopify.admin().refund(order.id(), RefundWish.ofLine("CSH-WHT-S", 1, "return"));
    }

    private void cancel(Order order) {
        shopify.admin().cancel(order.id(), Cancellation.of("customer", true));
    }

    private String webhook(Order order) {
        return new String(shopify.webhookBody(order.id()), StandardCharsets.UTF_8);
    }

    private String document(Order order) {
        return new OdooDocument(odoo.data()).of(order.name());
    }
}
