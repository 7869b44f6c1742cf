package io.shopoms.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.shopoms.bus.migration.Migrations;
import io.shopoms.order.fixtures.OrderTables;
import io.shopoms.order.fixtures.OrderTables.Seen;
import io.shopoms.order.fixtures.RealOdoo;
import io.shopoms.order.fixtures.RealOdooAdministrator;
import io.shopoms.order.fixtures.RecordedOrders;
import io.shopoms.order.fixtures.RenumberedOrder;
import io.shopoms.order.mapping.Admission;
import io.shopoms.order.mapping.OrderNeeds;
import io.shopoms.order.policy.OrderPolicy.AmountsIn;
import io.shopoms.order.shopify.OrderJson;
import io.shopoms.order.shopify.OrderTotals;
import io.shopoms.order.shopify.ShopifyOrder;
import io.shopoms.sandbox.embedded.EmbeddedServersResource;
import io.shopoms.sync.cache.RawFormat;
import io.shopoms.sync.odoo.Domain;
import io.shopoms.sync.odoo.OdooClient;
import io.shopoms.sync.odoo.OdooClients;
import io.shopoms.sync.store.Stores;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * Every recorded order into a real Odoo: as it was placed where it was refunded later, as it was recorded, once more, and
 * cancelled. What the orders need there and what rounds taxes by line is set up with an administrator's key.
 */
@EnabledIfEnvironmentVariable(
        named = "ODOO_API_KEY",
        matches = ".+",
        disabledReason = "needs a real Odoo: set ODOO_URL, ODOO_DATABASE and ODOO_API_KEY")
@EnabledIfEnvironmentVariable(
        named = "ODOO_ADMIN_API_KEY",
        matches = ".+",
        disabledReason = "makes taxes in a real Odoo: set ODOO_ADMIN_API_KEY")
@QuarkusTest
@QuarkusTestResource(EmbeddedServersResource.class)
@WithTestResource(RealOdoo.class)
class RecordedOrdersRealIT {

    private static final Logger LOG = Logger.getLogger(RecordedOrdersRealIT.class);
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static long lastOrder = Instant.now().getEpochSecond() * 1000;

    @Inject
    OrderTables tables;

    @Inject
    Migrations migrations;

    @Inject
    Stores stores;

    @Inject
    OdooClients clients;

    private final RealOdooAdministrator administrator = new RealOdooAdministrator();
    private OdooClient odoo;
    private String rounding;

    /** A recorded order under this run's number. */
    private record Recorded(String kind, String webhook, ShopifyOrder order) {

        static Recorded of(String kind) {
            return of(kind, RenumberedOrder.of(RecordedOrders.editableWebhook(kind), ++lastOrder));
        }

        static Recorded of(String kind, ObjectNode payload) {
            String webhook = payload.toString();
            return new Recorded(kind, webhook, OrderJson.decode(RawFormat.WEBHOOK, webhook, AmountsIn.SHOP));
        }

        Recorded changed(Consumer<ObjectNode> change) {
            ObjectNode payload = RecordedOrders.editable(webhook);
            change.accept(payload);
            return of(kind, payload);
        }

        Recorded cancelledLater() {
            return changed(payload -> payload.put("cancelled_at", "2026-11-21T00:00:00Z")
                    .put("updated_at", order.updatedAt().plusSeconds(600).toString()));
        }

        /** Before its refunds: with all units and the amounts of that day. */
        Recorded asPlaced() {
            return changed(payload -> {
                payload.putArray("refunds");
                payload.put("financial_status", "paid");
                payload.putNull("cancelled_at");
                payload.put("updated_at", order.updatedAt().minusSeconds(600).toString());
                payload.set("current_total_duties_set", payload.get("original_total_duties_set"));
                List<String> current = new ArrayList<>();
                payload.fieldNames().forEachRemaining(current::add);
                current.stream()
                        .filter(field -> field.startsWith("current_") && !field.contains("duties"))
                        .forEach(payload::remove);
                payload.withArray("line_items").forEach(line -> ((ObjectNode) line).remove("current_quantity"));
            });
        }

        boolean hasAPlace() {
            return new Admission(false).refusal(order).isEmpty();
        }

        long id() {
            return order.id().value();
        }
    }

    @BeforeEach
    void freshStart() {
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(migrations.areDone()).isTrue());
        tables.empty();
        odoo = clients.of(stores.find(OrderTables.SHOP).orElseThrow());
        rounding = administrator.taxRounding();
        administrator.roundTaxes("round_per_line");
        administrator.provide(OrderNeeds.of(
                RecordedOrders.all().stream().map(RecordedOrders::order).toList()));
    }

    @AfterEach
    void roundAsBefore() {
        administrator.roundTaxes(rounding);
    }

    @Test
    void everyRecordedOrderHasShopifysAmountsAgainAndAgainAndIsCancelled() {
        // Given
        List<Recorded> orders = RecordedOrders.all().stream().map(Recorded::of).toList();

        // When
        List<String> once = processed(orders);
        List<String> again = retried(orders);
        List<Recorded> placed = orders.stream().filter(Recorded::hasAPlace).toList();
        tables.receive(
                placed.stream().map(order -> order.cancelledLater().webhook()).toList());
        tables.processed(ids(placed));

        // Then
        once.forEach(LOG::info);
        assertThat(once).hasSizeGreaterThan(25);
        assertThat(again).isEqualTo(once);
        assertThat(placed)
                .allSatisfy(order -> assertThat(
                                sale(order).orElseThrow().path("state").asText())
                        .as("%s", order.kind())
                        .isEqualTo("cancel"));
    }

    @Test
    void refundedOrdersAreFollowedFromTheDayTheyWerePlaced() {
        // Given
        List<Recorded> orders = RecordedOrders.all().stream()
                .filter(kind -> kind.contains("refund"))
                .map(Recorded::of)
                .toList();

        // When
        List<String> asPlaced =
                processed(orders.stream().map(Recorded::asPlaced).toList());
        List<String> refunded = processed(orders);

        // Then
        asPlaced.forEach(LOG::info);
        refunded.forEach(LOG::info);
        assertThat(refunded).hasSameSizeAs(orders);
    }

    /** Processes orders and holds each against Odoo's; a line for each, to be read by people. */
    private List<String> processed(List<Recorded> orders) {
        tables.receive(orders.stream().map(Recorded::webhook).toList());
        tables.settle(ids(orders));
        return orders.stream().map(this::compared).toList();
    }

    private List<String> retried(List<Recorded> orders) {
        tables.retry(orders.stream().map(Recorded::id).toArray(Long[]::new));
        tables.settle(ids(orders));
        return orders.stream().map(this::compared).toList();
    }

    private String compared(Recorded recorded) {
        Seen seen = tables.seen(recorded.id());
        assertThat(seen.status()).as("%s: %s", recorded.kind(), seen).isEqualTo("PROCESSED");
        Optional<JsonNode> sale = sale(recorded);
        if (sale.isEmpty()) {
            assertThat(recorded.hasAPlace()).as(recorded.kind()).isFalse();
            return "| %s | not in Odoo: %s |".formatted(recorded.kind(), seen.note());
        }
        if (sale.get().path("state").asText().equals("cancel")) {
            assertThat(recorded.order().cancelledAt()).as(recorded.kind()).isPresent();
            return "| %s | cancelled |".formatted(recorded.kind());
        }
        OrderTotals totals = recorded.order().totals();
        BigDecimal total = sale.get().path("amount_total").decimalValue();
        BigDecimal tax = sale.get().path("amount_tax").decimalValue();
        String check = tables.link(recorded.id()).moneyCheck();
        assertThat(total)
                .as("%s: %s", recorded.kind(), seen)
                .isEqualByComparingTo(totals.total().plus(totals.cashRounding()).amount());
        assertThat(check).as(recorded.kind()).startsWith("equal");
        if (!check.contains("rounding")) {
            assertThat(tax)
                    .as("%s: %s", recorded.kind(), seen)
                    .isEqualByComparingTo(totals.tax().amount());
        }
        return "| %s | %s | %s | tax %s, %s | %s | %s |"
                .formatted(
                        recorded.kind(),
                        totals.total(),
                        total,
                        totals.tax(),
                        tax,
                        check,
                        sale.get().path("state").asText());
    }

    private Optional<JsonNode> sale(Recorded recorded) {
        List<JsonNode> sales = odoo.searchRead(
                        "sale.order",
                        Domain.where("origin", "=", "shopify:" + OrderTables.SHOP + ":" + recorded.id()),
                        List.of("name", "state", "amount_total", "amount_tax", "picking_ids"),
                        "",
                        0)
                .await()
                .atMost(LIMIT);
        assertThat(sales).as(recorded.kind()).hasSizeLessThanOrEqualTo(1);
        return sales.stream().findFirst();
    }

    private static long[] ids(List<Recorded> orders) {
        return orders.stream().mapToLong(Recorded::id).toArray();
    }
}
