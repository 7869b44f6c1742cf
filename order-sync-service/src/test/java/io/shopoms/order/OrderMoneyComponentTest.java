package io.shopoms.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.shopoms.bus.migration.Migrations;
import io.shopoms.order.fixtures.OrderTables;
import io.shopoms.order.fixtures.OrderTables.Seen;
import io.shopoms.order.fixtures.RecordedOrders;
import io.shopoms.order.fixtures.Simulators;
import io.shopoms.order.shopify.ShopifyOrder;
import io.shopoms.sandbox.embedded.EmbeddedServersResource;
import io.shopoms.sandbox.odoo.OdooSimulator;
import io.shopoms.sandbox.odoo.view.LineView;
import io.shopoms.sandbox.odoo.view.OrderView;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Orders of the rarer kinds, in an Odoo that lacks some of what they need. */
@QuarkusTest
@TestProfile(OrderMoneyComponentTest.Placeholders.class)
@QuarkusTestResource(EmbeddedServersResource.class)
@WithTestResource(Simulators.class)
class OrderMoneyComponentTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String IN_FRANCS = "cash-rounding";

    @Inject
    OrderTables tables;

    @Inject
    Migrations migrations;

    OdooSimulator odoo;

    /** A store whose unknown SKUs are booked on the placeholder. */
    public static final class Placeholders implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("shopoms.orders.unknown-product", "placeholder");
        }
    }

    @BeforeEach
    void freshStart() {
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(migrations.areDone()).isTrue());
        tables.empty();
        odoo.faults().clear();
    }

    @Test
    void anOrderOfEveryRarerKindEndsInOdooWithShopifysAmounts() {
        // Given
        odoo.data().tax("1.25", false);
        odoo.data().tax("5", false);
        odoo.data().tax("6", false);
        odoo.data().tax("7", true);
        List<ShopifyOrder> orders = RecordedOrders.FURTHER.stream()
                .filter(name -> !name.equals(IN_FRANCS))
                .map(RecordedOrders::order)
                .filter(order -> order.cancelledAt().isEmpty())
                .toList();

        // When
        tables.receive(RecordedOrders.FURTHER.stream()
                .filter(name -> !name.equals(IN_FRANCS))
                .map(RecordedOrders::webhook)
                .toList());
        tables.processed(orders.stream().mapToLong(order -> order.id().value()).toArray());

        // Then
        for (ShopifyOrder order : orders) {
            OrderView sale = only(order.name());
            assertThat(sale.total())
                    .as(order.name())
                    .isEqualByComparingTo(order.totals().total().amount());
            assertThat(tables.link(order.id().value()).moneyCheck())
                    .as(order.name())
                    .startsWith("equal");
        }
        assertThat(only("#1120").lines())
                .filteredOn(line -> line.name().startsWith("[OLD-1]"))
                .singleElement()
                .satisfies(line -> assertThat(line.total()).isPositive());
        assertThat(only("#1114").lines())
                .extracting(OrderMoneyComponentTest::kind)
                .contains("dutyline", "feeline", "feerestline");
        assertThat(only("#1122").lines())
                .filteredOn(line -> kind(line).equals("groupline"))
                .isNotEmpty();
    }

    @Test
    void aCurrencyThatBecomesActiveGetsItsPricelist() {
        // Given
        ShopifyOrder order = RecordedOrders.order(IN_FRANCS);
        long id = order.id().value();
        odoo.data().tax("8.1", true);
        tables.receive(RecordedOrders.webhook(IN_FRANCS));
        await().atMost(LIMIT).untilAsserted(() -> {
            Seen seen = tables.seen(id);
            assertThat(seen.failureKind()).isEqualTo("MissingDependency");
            assertThat(seen.message()).isEqualTo("the currency CHF is not active in Odoo");
            assertThat(seen.remedy()).contains("Activate CHF");
        });

        // When
        Object francs = odoo.data()
                .call(
                        "res.currency",
                        "search",
                        Map.of("domain", List.of(List.of("name", "=", "CHF"), List.of("active", "=", false))));
        odoo.data().call("res.currency", "write", Map.of("ids", francs, "vals", Map.of("active", true)));
        tables.retry(id);
        tables.processed(id);

        // Then
        OrderView sale = only(order.name());
        assertThat(sale.currency()).isEqualTo("CHF");
        assertThat(sale.total())
                .isEqualByComparingTo(order.totals()
                        .total()
                        .plus(order.totals().cashRounding())
                        .amount());
        assertThat(sale.lines())
                .filteredOn(line -> kind(line).equals("cashline"))
                .singleElement()
                .satisfies(line -> assertThat(line.total())
                        .isEqualByComparingTo(order.totals().cashRounding().amount()));
    }

    private OrderView only(String reference) {
        List<OrderView> orders = odoo.data().orders(reference);
        assertThat(orders).as(reference).hasSize(1);
        return orders.get(0);
    }

    /** {@code __shopify__.acme_dutyline_5114_90063} is a dutyline. */
    private static String kind(LineView line) {
        return line.externalId().replaceAll(".*\\.acme_([a-z]+)_.*", "$1");
    }
}
