package io.shopoms.sandbox.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.sandbox.shopify.order.Order;
import io.shopoms.sandbox.shopify.order.OrderDraft;
import io.shopoms.sandbox.shopify.order.RefundWish;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an order service reads and writes over GraphQL. */
class OrderMutationsTest {

    private ShopifySimulator shopify;
    private ShopifyClient client;

    @BeforeEach
    void start() {
        shopify = ShopifySimulator.start(ShopifySettings.defaults());
        client = new ShopifyClient(shopify);
    }

    @AfterEach
    void stop() {
        shopify.close();
    }

    @Test
    void aRefundIsMadeOnceForEachKey() {
        // Given
        Order order = shopify.placeOrder(
                OrderDraft.parse("{\"lines\":[{\"sku\":\"A\",\"quantity\":2,\"price\":\"10.00\"}]}"));
        Map<String, Object> refund = refundOf(order, "10.00");

        // When
        JsonNode first = refund(refund, "key-1");
        JsonNode again = refund(refund, "key-1");
        JsonNode other = refund(refundOf(order, "5.00"), "key-1");

        // Then
        assertThat(first.at("/data/refundCreate/userErrors")).isEmpty();
        assertThat(first.at("/data/refundCreate/refund/totalRefundedSet/shopMoney/amount")
                        .asText())
                .isEqualTo("10.0");
        assertThat(again.at("/data/refundCreate/refund/id")).isEqualTo(first.at("/data/refundCreate/refund/id"));
        assertThat(other.at("/errors/0/extensions/code").asText()).isEqualTo("IDEMPOTENCY_KEY_PARAMETER_MISMATCH");
        assertThat(order.refunds()).hasSize(1);
        assertThat(order.lines().get(0).currentQuantity()).isEqualTo(1);
    }

    @Test
    void aRefundWithoutTheDirectiveIsRefusedAndChangesNothing() {
        // Given
        Order order = shopify.placeOrder(OrderDraft.example());

        // When
        JsonNode answer = client.run(
                "mutation R($input: RefundInput!) { refundCreate(input: $input) { refund { id } } }",
                Map.of("input", refundOf(order, "1.00")));

        // Then
        assertThat(answer.at("/errors/0/message").asText())
                .isEqualTo("The @idempotent directive is required for this mutation but was not provided.");
        assertThat(answer.at("/errors/0/extensions/code").asText()).isEqualTo("BAD_REQUEST");
        assertThat(answer.at("/data/refundCreate").isNull()).isTrue();
        assertThat(order.refunds()).isEmpty();
    }

    @Test
    void aRefundWithoutItsPaymentOrOfTooMuchIsAUserError() {
        // Given
        Order order = shopify.placeOrder(OrderDraft.example());
        Map<String, Object> orphan = new HashMap<>(refundOf(order, "1.00"));
        orphan.put("transactions", List.of(transaction(order, "1.00", "gid://shopify/OrderTransaction/1")));

        // When
        JsonNode withoutParent = refund(orphan, "a");
        JsonNode tooMuch = refund(refundOf(order, "100.00"), "b");
        JsonNode unknown = refund(Map.of("orderId", "gid://shopify/Order/1"), "c");

        // Then
        assertThat(withoutParent.at("/data/refundCreate/userErrors/0/message").asText())
                .isEqualTo("Transactions require a parent_id associated with the order");
        assertThat(tooMuch.at("/data/refundCreate/userErrors/0/message").asText())
                .isEqualTo("Refund amount cannot exceed the available amount.");
        assertThat(unknown.at("/data/refundCreate/userErrors/0/field/0").asText())
                .isEqualTo("orderId");
        assertThat(order.refunds()).isEmpty();
    }

    @Test
    void anOrderIsCancelledOnceInAJob() {
        // Given
        Order order = shopify.placeOrder(OrderDraft.example());
        Map<String, Object> variables = Map.of(
                "orderId",
                gid(order),
                "reason",
                "INVENTORY",
                "restock",
                true,
                "refundMethod",
                Map.of("originalPaymentMethodsRefund", true));

        // When
        JsonNode first = client.run(ShopifyClient.document("order_cancel"), variables);
        JsonNode again = client.run(ShopifyClient.document("order_cancel"), variables);

        // Then
        assertThat(first.at("/data/orderCancel/job/id").asText()).startsWith("gid://shopify/Job/");
        assertThat(first.at("/data/orderCancel/orderCancelUserErrors")).isEmpty();
        assertThat(again.at("/data/orderCancel/orderCancelUserErrors/0/message").asText())
                .isEqualTo("Cannot cancel an order that has already been canceled");
        assertThat(again.at("/data/orderCancel/orderCancelUserErrors/0/code").asText())
                .isEqualTo("INVALID");
        assertThat(order.refunded()).isEqualTo(order.received());
    }

    @Test
    void anOrderIsMarkedAsPaidOnceAndComesBackWithTheErrorAfterwards() {
        // Given
        Order order = shopify.placeOrder(OrderDraft.parse("{\"gateway\":\"Cash on Delivery (COD)\"}"));
        Map<String, Object> variables = Map.of("input", Map.of("id", gid(order)));

        // When
        JsonNode first = client.run(ShopifyClient.document("order_mark_paid"), variables);
        JsonNode again = client.run(ShopifyClient.document("order_mark_paid"), variables);

        // Then
        assertThat(first.at("/data/orderMarkAsPaid/order/displayFinancialStatus")
                        .asText())
                .isEqualTo("PAID");
        assertThat(again.at("/data/orderMarkAsPaid/order/id").asText()).isEqualTo(gid(order));
        assertThat(again.at("/data/orderMarkAsPaid/userErrors").toString())
                .isEqualTo("[{\"field\":[\"id\"],\"message\":\"Order cannot be marked as paid.\"}]");
    }

    @Test
    void tagsAreAddedAndRemovedAndAnOrderIsClosed() {
        // Given
        Order order = shopify.placeOrder(OrderDraft.parse("{\"tags\":[\"vip\"]}"));

        // When
        client.run(ShopifyClient.document("tags_add"), Map.of("id", gid(order), "tags", List.of("odoo", "vip")));
        client.run(ShopifyClient.document("tags_remove"), Map.of("id", gid(order), "tags", List.of("vip")));
        JsonNode closed = client.run(ShopifyClient.document("order_close"), Map.of("input", Map.of("id", gid(order))));

        // Then
        assertThat(order.details().tags()).containsExactly("odoo");
        assertThat(closed.at("/data/orderClose/order/closed").asBoolean()).isTrue();
    }

    @Test
    void partsOfAnOrderAreReadAsTheyAre() {
        // Given
        Order order =
                shopify.placeOrder(OrderDraft.parse("{\"lines\":[{\"sku\":\"A\",\"quantity\":2,\"price\":\"10.00\","
                        + "\"duties\":[{\"harmonizedSystemCode\":\"520300\",\"price\":\"1.00\"}],\"bundle\":{\"title\":\"Box\",\"sku\":\"BOX\"}}],"
                        + "\"fees\":[{\"name\":\"Recycling\",\"price\":\"0.50\"}],\"shipping\":{\"price\":\"4.00\"},"
                        + "\"company\":{\"name\":\"Acme Ltd\",\"externalId\":\"C-7\"},\"cashRounding\":\"0.20\",\"payments\":[{\"gateway\":\"cash\"}],"
                        + "\"presentmentCurrency\":\"EUR\",\"exchangeRate\":\"0.9\"}"));
        shopify.admin().refund(order.id(), RefundWish.ofLine("A", 1, "cancel"));

        // When
        JsonNode answer = client.run("""
                query($id: ID!) { order(id: $id) {
                  additionalFees { name price { shopMoney { amount } presentmentMoney { amount currencyCode } } }
                  currentTotalDutiesSet { shopMoney { amount } }
                  totalCashRoundingAdjustment { paymentSet { shopMoney { amount } } }
                  purchasingEntity { ... on PurchasingCompany { company { name externalId } location { name } } }
                  lineItems(first: 5) { nodes {
                    duties { harmonizedSystemCode price { shopMoney { amount } } }
                    lineItemGroup { title quantity variantSku }
                    product { id } variant { id } } }
                  refunds { refundLineItems(first: 5) { nodes { quantity restockType subtotalSet { presentmentMoney { amount } } } }
                    refundShippingLines(first: 5) { nodes { id } } orderAdjustments(first: 5) { nodes { id } }
                    transactions(first: 5) { nodes { kind amountSet { presentmentMoney { amount } } parentTransaction { id } } } }
                } }""", Map.of("id", gid(order)));

        // Then
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        JsonNode read = answer.at("/data/order");
        assertThat(read.at("/additionalFees/0/price/presentmentMoney/amount").asText())
                .isEqualTo("0.45");
        assertThat(read.at("/currentTotalDutiesSet/shopMoney/amount").asText()).isEqualTo("1.0");
        assertThat(read.at("/totalCashRoundingAdjustment/paymentSet/shopMoney/amount")
                        .asText())
                .isEqualTo("0.1");
        assertThat(read.at("/purchasingEntity/company/externalId").asText()).isEqualTo("C-7");
        assertThat(read.at("/purchasingEntity/location/name").asText()).isEqualTo("Head office");
        assertThat(read.at("/lineItems/nodes/0/duties/0/harmonizedSystemCode").asText())
                .isEqualTo("520300");
        assertThat(read.at("/lineItems/nodes/0/lineItemGroup/variantSku").asText())
                .isEqualTo("BOX");
        assertThat(read.at("/refunds/0/refundLineItems/nodes/0/restockType").asText())
                .isEqualTo("CANCEL");
        assertThat(read.at("/refunds/0/refundLineItems/nodes/0/subtotalSet/presentmentMoney/amount")
                        .asText())
                .isEqualTo("9.0");
        assertThat(read.at("/refunds/0/transactions/nodes/0/parentTransaction/id")
                        .asText())
                .isEqualTo("gid://shopify/OrderTransaction/"
                        + order.transactions().get(0).id());
    }

    @Test
    void customersAreListedSinceATimeAndRecordsAreFoundByTheirId() {
        // Given
        Order order = shopify.placeOrder(OrderDraft.parse("{\"email\":\"a@example.com\"}"));
        shopify.placeOrder(OrderDraft.parse("{\"email\":\"b@example.com\"}"));
        String customer =
                "gid://shopify/Customer/" + order.customer().orElseThrow().id();

        // When
        JsonNode page = client.run(
                        ShopifyClient.document("customers_list"),
                        Map.of("first", 1, "query", "updated_at:>='2026-01-01T00:00:00Z'"))
                .at("/data/customers");
        JsonNode nodes = client.run(
                        "query($ids: [ID!]!) { nodes(ids: $ids) { id ... on Order { name } ... on Customer { numberOfOrders } } }",
                        Map.of("ids", List.of(gid(order), customer, "gid://shopify/Order/1")))
                .at("/data/nodes");

        // Then
        assertThat(page.at("/nodes")).hasSize(1);
        assertThat(page.at("/pageInfo/hasNextPage").asBoolean()).isTrue();
        assertThat(page.at("/nodes/0/defaultEmailAddress/emailAddress").asText())
                .isEqualTo("a@example.com");
        assertThat(nodes.at("/0/name").asText()).isEqualTo(order.name());
        assertThat(nodes.at("/1/numberOfOrders").asText()).isEqualTo("1");
        assertThat(nodes.get(2).isNull()).isTrue();
    }

    private JsonNode refund(Map<String, Object> input, String key) {
        return client.run(ShopifyClient.document("refund_create"), Map.of("input", input, "key", key));
    }

    private static Map<String, Object> refundOf(Order order, String amount) {
        String parent =
                "gid://shopify/OrderTransaction/" + order.transactions().get(0).id();
        return Map.of(
                "orderId",
                gid(order),
                "refundLineItems",
                List.of(Map.of(
                        "lineItemId",
                        "gid://shopify/LineItem/" + order.lines().get(0).id(),
                        "quantity",
                        1,
                        "restockType",
                        "CANCEL")),
                "transactions",
                List.of(transaction(order, amount, parent)));
    }

    private static Map<String, Object> transaction(Order order, String amount, String parent) {
        return Map.of(
                "orderId",
                gid(order),
                "amount",
                amount,
                "gateway",
                "shopify_payments",
                "kind",
                "REFUND",
                "parentId",
                parent);
    }

    private static String gid(Order order) {
        return "gid://shopify/Order/" + order.id();
    }
}
