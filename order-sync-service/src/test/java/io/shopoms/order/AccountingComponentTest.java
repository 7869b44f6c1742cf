package io.shopoms.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.shopoms.bus.migration.Migrations;
import io.shopoms.order.fixtures.AnnouncedOrders;
import io.shopoms.order.fixtures.OrderTables;
import io.shopoms.order.fixtures.Simulators;
import io.shopoms.sandbox.embedded.EmbeddedServersResource;
import io.shopoms.sandbox.fault.Fault;
import io.shopoms.sandbox.odoo.OdooSimulator;
import io.shopoms.sandbox.odoo.orm.AccessRights;
import io.shopoms.sandbox.odoo.view.InvoiceView;
import io.shopoms.sandbox.odoo.view.OrderView;
import io.shopoms.sandbox.odoo.view.PaymentView;
import io.shopoms.sandbox.odoo.view.PickingView;
import io.shopoms.sandbox.shopify.ShopifySimulator;
import io.shopoms.sandbox.shopify.order.Order;
import io.shopoms.sandbox.shopify.order.OrderDraft;
import io.shopoms.sandbox.shopify.order.RefundWish;
import io.shopoms.sandbox.shopify.order.TrackingInfo;
import io.shopoms.sync.http.JsonBodies;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowingConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A merchant who has everything posted and paid. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServersResource.class)
@WithTestResource(Simulators.class)
@TestProfile(AccountingComponentTest.EverythingPosted.class)
class AccountingComponentTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String ORDER = """
            {"lines": [{"sku": "MUG-1", "quantity": 3, "price": "30.00"}, {"sku": "BAG-1", "price": "45.00"}],
             "discount": {"amount": "0.01", "code": "CENT"},
             "shipping": {"title": "Standard", "price": "5.00"}, "taxRate": "0.10"%s}""";

    @Inject
    OrderTables tables;

    @Inject
    AnnouncedOrders events;

    @Inject
    Migrations migrations;

    OdooSimulator odoo;

    ShopifySimulator shopify;

    public static final class EverythingPosted implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "shopoms.orders.invoices", "posted",
                    "shopoms.orders.credit-notes", "posted",
                    "shopoms.orders.unpaid-orders", "hold",
                    "shopoms.orders.journals", "shopify_payments=BNK1,gift_card=GIFT,cash on delivery (cod)=CSH1");
        }
    }

    @BeforeEach
    void freshStart() {
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(migrations.areDone()).isTrue());
        tables.empty();
        odoo.faults().clear();
        if (odoo.data().books().payments().isEmpty()
                && odoo.data().books().invoices().isEmpty()) {
            odoo.data().books().journal("GIFT", "Gift cards", "USD");
        }
    }

    @AfterEach
    void allRights() {
        odoo.rights().clear();
    }

    // --- invoices and payments

    @Test
    void aPaidOrderEndsInvoicedPostedAndPaid() {
        // When
        Order order = place("");

        // Then
        InvoiceView invoice = invoice(order);
        assertThat(invoice.state()).isEqualTo("posted");
        assertThat(invoice.paymentState()).isEqualTo("paid");
        assertThat(invoice.total()).isEqualByComparingTo(total(order));
        assertThat(invoice.ref()).isEqualTo(order.name());
        assertThat(invoice.origin()).isEqualTo(sale(order).name());
        assertThat(invoice.externalId()).isEqualTo("__shopify__.acme_invoice_" + order.id() + "_1");
        assertThat(payments(order)).singleElement().satisfies(payment -> {
            assertThat(payment.journal()).isEqualTo("Bank");
            assertThat(payment.amount()).isEqualByComparingTo(total(order));
            assertThat(payment.direction()).isEqualTo("inbound");
        });
        assertThat(note(order)).contains("invoiced", "posted", "1 payment (paid)");
    }

    @Test
    void aGiftCardAndACardAreTwoPaymentsInTheirJournals() {
        // When
        Order order = place(", \"payments\": [{\"gateway\": \"gift_card\", \"amount\": \"20.00\"}, {}]");

        // Then
        assertThat(payments(order)).extracting(PaymentView::journal).containsExactlyInAnyOrder("Gift cards", "Bank");
        assertThat(invoice(order).paymentState()).isEqualTo("paid");
    }

    @Test
    void whatIsPaidLaterIsBookedLater() {
        // Given
        Order order = place(
                ", \"payments\": [{\"amount\": \"40.00\"}, {\"gateway\": \"cash on delivery (cod)\", \"status\": \"pending\"}]");
        assertThat(invoice(order).paymentState()).isEqualTo("partial");
        assertThat(payments(order)).hasSize(1);

        // When
        shopify.payOrder(order.id());
        process(order);

        // Then
        assertThat(invoice(order).paymentState()).isEqualTo("paid");
        assertThat(payments(order)).hasSize(2);
    }

    @Test
    void anUnpaidOrderWaitsAsAQuotationUntilItIsPaid() {
        // Given
        Order order = place(", \"gateway\": \"bank deposit\"");
        assertThat(sale(order).state()).isEqualTo("draft");
        assertThat(note(order)).contains("held as a quotation");
        assertThat(documents(order)).isEmpty();
        toldOfStock(order, all -> assertThat(all).containsOnly("order.stored"));

        // When
        shopify.payOrder(order.id());
        process(order);

        // Then
        assertThat(sale(order).state()).isEqualTo("sale");
        assertThat(invoice(order).state()).isEqualTo("posted");
        toldOfStock(order, all -> assertThat(all).last().isEqualTo("order.settled"));
    }

    @Test
    void aGatewayWithoutAJournalIsSaidAndLeftToPeople() {
        // When
        Order order = place(", \"gateway\": \"klarna\"");

        // Then
        assertThat(payments(order)).isEmpty();
        assertThat(invoice(order).paymentState()).isEqualTo("not_paid");
        assertThat(note(order)).contains("a payment through klarna is not booked");
    }

    @Test
    void goodsThatAreInvoicedWhenDeliveredGetTheirInvoiceThen() {
        // Given
        odoo.data().product("LATER-1", "Later", "8.00", 100);
        odoo.data().invoicePolicy("LATER-1", true);
        Order order = shopify.placeOrder(OrderDraft.parse(
                "{\"lines\": [{\"sku\": \"LATER-1\", \"quantity\": 2, \"price\": \"8.00\"}, {\"sku\": \"MUG-1\"}]}"));
        process(order);
        assertThat(invoices(order)).hasSize(1);

        // When
        odoo.data().ship(sale(order).pickings().get(0).id(), "TRACK-1");
        shopify.shipInAdmin(order.id(), new TrackingInfo(null, null, null));
        process(order);

        // Then
        assertThat(invoices(order)).hasSize(2);
        assertThat(invoices(order).stream().map(InvoiceView::total).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(total(order));
    }

    @Test
    void goodsDeliveredWithoutNewsOfTheOrderAreInvoicedWhenShopifyTellsOfTheShipment() {
        // Given
        odoo.data().product("LATER-2", "Later", "8.00", 100);
        odoo.data().invoicePolicy("LATER-2", true);
        Order order = shopify.placeOrder(
                OrderDraft.parse("{\"lines\": [{\"sku\": \"LATER-2\", \"quantity\": 2, \"price\": \"8.00\"}]}"));
        process(order);
        assertThat(invoices(order)).isEmpty();

        // When the order itself stays as it was
        odoo.data().ship(sale(order).pickings().get(0).id(), "TRACK-2");
        tables.signal(
                "{\"id\":1,\"admin_graphql_api_id\":\"gid://shopify/Fulfillment/1\",\"order_id\":" + order.id() + "}");

        // Then
        await().atMost(LIMIT).untilAsserted(() -> assertThat(invoices(order)).hasSize(1));
        tables.processed(order.id());
        assertThat(invoice(order).total()).isEqualByComparingTo(total(order));
    }

    // --- credit notes

    @Test
    void everyRefundHasOneCreditNoteOfItsAmount() {
        // Given
        Order order = place("");

        // When
        refund(order, "{\"lines\": [{\"sku\": \"MUG-1\", \"quantity\": 1, \"restock\": \"cancel\"}]}");
        refund(
                order,
                "{\"lines\": [{\"sku\": \"BAG-1\", \"quantity\": 1, \"restock\": \"cancel\"}], \"shipping\": true}");
        process(order);
        refund(order, "{\"amount\": \"7.77\", \"reason\": \"customer\"}");
        process(order);
        refund(order, "{\"lines\": [{\"sku\": \"MUG-1\", \"quantity\": 2, \"restock\": \"no_restock\"}]}");
        process(order);

        // Then
        assertThat(creditNotes(order)).hasSize(4);
        order.refunds()
                .forEach(refund -> assertThat(creditNotes(order))
                        .as("refund %s", refund.id())
                        .filteredOn(note -> note.externalId().endsWith("_" + refund.id()))
                        .singleElement()
                        .satisfies(note -> {
                            assertThat(note.state()).isEqualTo("posted");
                            assertThat(note.reversalOf())
                                    .isEqualTo(invoice(order).name());
                            assertThat(note.paymentState()).isEqualTo("paid");
                        }));
        assertThat(sum(creditNotes(order))).isEqualByComparingTo(refunded(order));
        assertThat(payments(order))
                .filteredOn(p -> p.direction().equals("outbound"))
                .hasSize(4);
    }

    @Test
    void deliveredGoodsAreCreditedAtOnceAndNeverInvoicedAgain() {
        // Given
        Order order = place("");
        odoo.data().ship(sale(order).pickings().get(0).id(), "TRACK-2");
        shopify.shipInAdmin(order.id(), new TrackingInfo(null, null, null));

        // When
        refund(order, "{\"lines\": [{\"sku\": \"MUG-1\", \"quantity\": 1, \"restock\": \"return\"}]}");
        refund(order, "{\"lines\": [{\"sku\": \"BAG-1\", \"quantity\": 1, \"restock\": \"no_restock\"}]}");
        process(order);
        PickingView back = sale(order).pickings().stream()
                .filter(picking -> picking.code().equals("incoming"))
                .findFirst()
                .orElseThrow();
        odoo.data()
                .call(
                        "stock.picking",
                        "button_validate",
                        Map.of("ids", List.of(back.id()), "context", Map.of("skip_backorder", true)));
        tables.retry(order.id());
        tables.processed(order.id());

        // Then
        assertThat(invoices(order)).hasSize(1);
        assertThat(sum(creditNotes(order))).isEqualByComparingTo(refunded(order));
        assertThat(sale(order).invoiceStatus())
                .as("nobody is asked to invoice what was refunded")
                .isEqualTo("invoiced");
    }

    @Test
    void lostAnswersOfEveryStepLeaveOneOfEach() {
        // Given
        for (String step : List.of(
                "account.move/load",
                "account.move/action_post",
                "account.payment/load",
                "account.payment/action_post",
                "account.move.line/reconcile")) {
            odoo.faults().add(Fault.lostResponse(step).times(2));
        }

        // When
        Order order = place("");
        refund(order, "{\"lines\": [{\"sku\": \"MUG-1\", \"quantity\": 1, \"restock\": \"cancel\"}]}");
        process(order);
        tables.retry(order.id());
        tables.processed(order.id());

        // Then
        assertThat(odoo.faults().pending()).isEmpty();
        assertThat(invoice(order).paymentState()).isEqualTo("paid");
        assertThat(creditNotes(order))
                .singleElement()
                .satisfies(note -> assertThat(note.paymentState()).isEqualTo("paid"));
        assertThat(payments(order)).hasSize(2);
    }

    @Test
    void aRefundThatPeopleCreditedIsNotCreditedAgain() {
        // Given
        Order order = place("");
        odoo.data().books().credit(invoice(order).id(), "taken back");

        // When
        refund(
                order,
                "{\"lines\": [{\"sku\": \"MUG-1\", \"quantity\": 3, \"restock\": \"cancel\"},"
                        + " {\"sku\": \"BAG-1\", \"quantity\": 1, \"restock\": \"cancel\"}], \"shipping\": true}");
        process(order);

        // Then
        assertThat(creditNotes(order))
                .singleElement()
                .satisfies(note -> assertThat(note.externalId()).isEmpty());
        assertThat(note(order)).contains("is credited by people");
    }

    @Test
    void aCancelledOrdersRefundIsCredited() {
        // Given
        Order order = place("");

        // When
        shopify.cancelOrder(order.id(), "customer", true);
        if (order.refunds().isEmpty()) {
            refund(
                    order,
                    "{\"lines\": [{\"sku\": \"MUG-1\", \"quantity\": 3, \"restock\": \"cancel\"},"
                            + " {\"sku\": \"BAG-1\", \"quantity\": 1, \"restock\": \"cancel\"}], \"shipping\": true}");
        }
        process(order);

        // Then
        assertThat(sale(order).state()).isEqualTo("cancel");
        assertThat(sum(creditNotes(order))).isEqualByComparingTo(invoice(order).total());
    }

    // --- rights

    @Test
    void aKeyWithoutTheRightToInvoicePausesTheStoreAndSaysWhatToDo() {
        // Given
        odoo.rights().setGroup(AccessRights.INVOICING, false);

        // When
        Order order = shopify.placeOrder(OrderDraft.parse(ORDER.formatted("")));
        tables.receive(webhook(order));

        // Then
        await().atMost(LIMIT)
                .untilAsserted(
                        () -> assertThat(tables.seen(order.id()).failureKind()).isEqualTo("Misconfigured"));
        assertThat(tables.seen(order.id()).remedy())
                .contains("Invoicing (account.group_account_invoice)", "shopoms.orders.invoices=none");
        odoo.rights().clear();
        tables.processed(order.id());
        assertThat(invoice(order).state()).isEqualTo("posted");
    }

    /** What the inventory service heard of the order. */
    private void toldOfStock(Order order, ThrowingConsumer<List<String>> expectation) {
        await().atMost(LIMIT)
                .untilAsserted(() -> expectation.accept(events.stockOf(order.id()).stream()
                        .map(event -> event.substring(0, event.indexOf(' ')))
                        .toList()));
    }

    private Order place(String more) {
        Order order = shopify.placeOrder(OrderDraft.parse(ORDER.formatted(more)));
        process(order);
        return order;
    }

    private void refund(Order order, String wish) {
        shopify.admin()
                .refund(
                        order.id(),
                        RefundWish.from(JsonBodies.read(Buffer.buffer(wish)).orElseThrow()));
    }

    private void process(Order order) {
        tables.receive(webhook(order));
        tables.processed(order.id());
    }

    private String webhook(Order order) {
        return new String(shopify.webhookBody(order.id()), StandardCharsets.UTF_8);
    }

    private OrderView sale(Order order) {
        List<OrderView> sales = odoo.data().orders(order.name());
        assertThat(sales).hasSize(1);
        return sales.get(0);
    }

    private List<InvoiceView> documents(Order order) {
        return odoo.data().books().invoices().stream()
                .filter(document -> document.origin().contains(sale(order).name())
                        || document.lines().stream()
                                .flatMap(line -> line.orderLines().stream())
                                .anyMatch(id -> sale(order).lines().stream().anyMatch(line -> line.id() == id)))
                .toList();
    }

    private List<InvoiceView> invoices(Order order) {
        return documents(order).stream()
                .filter(document -> document.type().equals("out_invoice"))
                .toList();
    }

    private InvoiceView invoice(Order order) {
        assertThat(invoices(order)).hasSize(1);
        return invoices(order).get(0);
    }

    private List<InvoiceView> creditNotes(Order order) {
        return documents(order).stream()
                .filter(document -> document.type().equals("out_refund"))
                .toList();
    }

    private List<PaymentView> payments(Order order) {
        return odoo.data().books().payments().stream()
                .filter(payment -> payment.memo().startsWith(order.name() + " "))
                .toList();
    }

    private String note(Order order) {
        return tables.seen(order.id()).note();
    }

    private static BigDecimal total(Order order) {
        return order.originalTotal().shopMoney().amount();
    }

    private static BigDecimal refunded(Order order) {
        return order.refunded().shopMoney().amount();
    }

    private static BigDecimal sum(List<InvoiceView> documents) {
        return documents.stream().map(InvoiceView::total).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
