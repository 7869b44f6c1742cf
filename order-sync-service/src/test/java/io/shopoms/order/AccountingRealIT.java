package io.shopoms.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.shopoms.bus.migration.Migrations;
import io.shopoms.order.fixtures.OrderTables;
import io.shopoms.order.fixtures.RealOdooAndShop;
import io.shopoms.sandbox.embedded.EmbeddedServersResource;
import io.shopoms.sandbox.shopify.ShopifySimulator;
import io.shopoms.sandbox.shopify.order.Order;
import io.shopoms.sandbox.shopify.order.OrderDraft;
import io.shopoms.sandbox.shopify.order.Refund;
import io.shopoms.sandbox.shopify.order.RefundWish;
import io.shopoms.sync.http.JsonBodies;
import io.shopoms.sync.odoo.Domain;
import io.shopoms.sync.odoo.ExternalId;
import io.shopoms.sync.odoo.Load;
import io.shopoms.sync.odoo.OdooClient;
import io.shopoms.sync.odoo.OdooClients;
import io.shopoms.sync.store.Stores;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * Invoices, payments and credit notes in a real Odoo: with taxes of 10 % excluded and 19 % included, and the journal BNK1.
 * Every run makes orders of its own and leaves them there.
 */
@EnabledIfEnvironmentVariable(
        named = "ODOO_API_KEY",
        matches = ".+",
        disabledReason = "needs a real Odoo: set ODOO_URL, ODOO_DATABASE and ODOO_API_KEY")
@QuarkusTest
@QuarkusTestResource(EmbeddedServersResource.class)
@WithTestResource(RealOdooAndShop.class)
@TestProfile(AccountingComponentTest.EverythingPosted.class)
class AccountingRealIT {

    private static final Logger LOG = Logger.getLogger(AccountingRealIT.class);
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static final String TAXED = """
            {"lines": [{"sku": "MUG-1", "quantity": 3, "price": "30.00"}, {"sku": "BAG-1", "price": "45.00"}],
             "discount": {"amount": "0.01", "code": "CENT"},
             "shipping": {"title": "Standard", "price": "5.00"}, "taxRate": "0.10"}""";
    private static final String INCLUDED = """
            {"lines": [{"sku": "MUG-1", "quantity": 7, "price": "9.99"}, {"sku": "BAG-1", "quantity": 2, "price": "45.45"}],
             "discount": {"percentage": "7"},
             "shipping": {"title": "Express", "price": "7.90"}, "taxRate": "0.19", "taxesIncluded": true}""";

    @Inject
    OrderTables tables;

    @Inject
    Migrations migrations;

    @Inject
    Stores stores;

    @Inject
    OdooClients clients;

    ShopifySimulator shopify;

    private OdooClient odoo;

    @BeforeEach
    void freshStart() {
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(migrations.areDone()).isTrue());
        tables.empty();
        odoo = clients.of(stores.find(OrderTables.SHOP).orElseThrow());
        product("MUG-1", "Mug");
        product("BAG-1", "Bag");
    }

    @Test
    void partOfALineIsRefundedUnitByUnit() {
        settles(
                TAXED,
                "{\"lines\": [{\"sku\": \"MUG-1\", \"quantity\": 1, \"restock\": \"cancel\"}]}",
                "{\"lines\": [{\"sku\": \"MUG-1\", \"quantity\": 1, \"restock\": \"cancel\"}]}",
                "{\"lines\": [{\"sku\": \"MUG-1\", \"quantity\": 1, \"restock\": \"cancel\"}]}");
    }

    @Test
    void unitsWithIncludedTaxAreRefundedWithTheShipping() {
        settles(
                INCLUDED,
                "{\"lines\": [{\"sku\": \"MUG-1\", \"quantity\": 2, \"restock\": \"cancel\"}], \"shipping\": true}",
                "{\"lines\": [{\"sku\": \"BAG-1\", \"quantity\": 1, \"restock\": \"cancel\"}]}");
    }

    @Test
    void aWholeOrderIsRefunded() {
        settles(
                TAXED,
                "{\"lines\": [{\"sku\": \"MUG-1\", \"quantity\": 3, \"restock\": \"cancel\"},"
                        + " {\"sku\": \"BAG-1\", \"quantity\": 1, \"restock\": \"cancel\"}], \"shipping\": true}");
    }

    @Test
    void anAmountIsRefunded() {
        settles(TAXED, "{\"amount\": \"7.77\", \"reason\": \"customer\"}", "{\"shippingAmount\": \"2.00\"}");
    }

    /** Processes an order, then one refund after the other; each ends in one posted, paid credit note of its amount. */
    private void settles(String draft, String... refunds) {
        // Given
        Order order = shopify.placeOrder(OrderDraft.parse(draft));
        process(order);

        // When
        for (String refund : refunds) {
            shopify.admin()
                    .refund(
                            order.id(),
                            RefundWish.from(
                                    JsonBodies.read(Buffer.buffer(refund)).orElseThrow()));
            process(order);
        }
        tables.retry(order.id());
        tables.processed(order.id());

        // Then
        JsonNode sale = sale(order);
        List<JsonNode> invoices = moves(sale, "out_invoice");
        List<JsonNode> notes = moves(sale, "out_refund");
        assertThat(invoices).singleElement().satisfies(invoice -> {
            assertThat(number(invoice, "amount_total"))
                    .isEqualByComparingTo(order.originalTotal().shopMoney().amount());
            assertThat(invoice.path("state").asText()).isEqualTo("posted");
            assertThat(invoice.path("payment_state").asText()).isIn("paid", "in_payment", "reversed");
        });
        List<String> figures = new ArrayList<>();
        for (int i = 0; i < refunds.length; i++) {
            Refund refund = order.refunds().get(i);
            JsonNode note = note(notes, refund);
            BigDecimal paidBack = refund.total().shopMoney().amount();
            figures.add("refund " + paidBack + " = credit note " + number(note, "amount_total") + " (tax "
                    + number(note, "amount_tax") + ")");
            assertThat(number(note, "amount_total")).isEqualByComparingTo(paidBack);
            assertThat(note.path("state").asText()).isEqualTo("posted");
            assertThat(number(note, "amount_residual")).isEqualByComparingTo("0");
        }
        assertThat(notes).hasSize(refunds.length);
        LOG.infof(
                "%s %s: order %s, invoice %s (tax %s); %s; note: %s",
                order.name(),
                sale.path("name").asText(),
                order.originalTotal().shopMoney().amount(),
                number(invoices.get(0), "amount_total"),
                number(invoices.get(0), "amount_tax"),
                String.join("; ", figures),
                tables.seen(order.id()).note());
    }

    private JsonNode note(List<JsonNode> notes, Refund refund) {
        var names = odoo.externalIdsOf(
                        "account.move",
                        notes.stream().map(note -> note.path("id").asLong()).toList())
                .await()
                .atMost(LIMIT);
        List<JsonNode> found = notes.stream()
                .filter(note -> names.getOrDefault(note.path("id").asLong(), List.of())
                        .contains(new ExternalId("acme", "creditnote", String.valueOf(refund.id()))))
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private void process(Order order) {
        tables.receive(new String(shopify.webhookBody(order.id()), StandardCharsets.UTF_8));
        tables.processed(order.id());
    }

    private JsonNode sale(Order order) {
        List<JsonNode> sales = odoo.searchRead(
                        "sale.order",
                        Domain.where("origin", "=", "shopify:" + OrderTables.SHOP + ":" + order.id()),
                        List.of("name", "state", "amount_total", "invoice_status"),
                        "",
                        0)
                .await()
                .atMost(LIMIT);
        assertThat(sales).hasSize(1);
        return sales.get(0);
    }

    private List<JsonNode> moves(JsonNode sale, String type) {
        return odoo.searchRead(
                        "account.move",
                        Domain.where("invoice_origin", "=", sale.path("name").asText())
                                .and("move_type", "=", type),
                        List.of("name", "state", "payment_state", "amount_total", "amount_tax", "amount_residual"),
                        "id",
                        0)
                .await()
                .atMost(LIMIT);
    }

    private void product(String sku, String name) {
        List<JsonNode> found = odoo.searchRead(
                        "product.product", Domain.where("default_code", "=", sku), List.of("name"), "", 0)
                .await()
                .atMost(LIMIT);
        if (found.isEmpty()) {
            odoo.createAbsent(new Load(
                            "product.product",
                            List.of("id", "name", "default_code", "type", "invoice_policy"),
                            List.of(List.of("__shopify__.acme_demo_" + sku, name, sku, "consu", "order"))))
                    .await()
                    .atMost(LIMIT);
        }
    }

    private static BigDecimal number(JsonNode record, String field) {
        return record.path(field).decimalValue();
    }
}
