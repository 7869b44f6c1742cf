package io.shopoms.order.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopoms.sync.failure.SyncFailure.TransientFailure;
import io.shopoms.sync.failure.SyncFailureException;
import io.shopoms.sync.shopify.GraphqlDocument;
import io.shopoms.sync.shopify.ShopifyClient;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OrderCompletionTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Answers shopify = new Answers();

    @Test
    void anOrderThatFitsIsAskedForNoMore() {
        // When
        ObjectNode order = complete(order(names("L", 0, 3), null, names("S", 0, 1), null, 0));

        // Then
        assertThat(ids(order, "lineItems")).containsExactly("L0", "L1", "L2");
        assertThat(shopify.asked).isEmpty();
    }

    @Test
    void linesAndShippingLinesAreReadToTheirLastPage() {
        // Given
        shopify.answer("nodes", order(names("L", 30, 130), "b", names("S", 10, 12), null, 0));
        shopify.answer("nodes", order(names("L", 130, 135), null, names("S", 0, 10), "x", 0));

        // When
        ObjectNode order = complete(order(names("L", 0, 30), "a", names("S", 0, 10), "s", 0));

        // Then
        assertThat(ids(order, "lineItems")).containsExactlyElementsOf(names("L", 0, 135));
        assertThat(ids(order, "shippingLines")).containsExactlyElementsOf(names("S", 0, 12));
        assertThat(shopify.asked.get(0)).containsEntry("linesAfter", "a").containsEntry("shippingAfter", "s");
        assertThat(shopify.asked.get(1)).containsEntry("linesAfter", "b").containsEntry("shippingAfter", null);
    }

    @Test
    void aFullListOfRefundsIsReadWholeOnce() {
        // Given
        shopify.answer("nodes", order(names("L", 0, 1), null, List.of(), null, 7));

        // When
        ObjectNode order = complete(order(names("L", 0, 1), null, List.of(), null, OrderCompletion.REFUNDS));

        // Then
        assertThat(order.path("refunds")).hasSize(7);
        assertThat(ids(order, "lineItems")).containsExactly("L0");
        assertThat(shopify.asked)
                .singleElement()
                .satisfies(asked -> assertThat(asked).containsEntry("refunds", OrderCompletion.ALL_REFUNDS));
    }

    @Test
    void theLinesOfARefundAreReadToTheirLastPage() {
        // Given
        ObjectNode order = order(names("L", 0, 1), null, List.of(), null, 1);
        ((ObjectNode) order.at("/refunds/0")).set("refundLineItems", connection(names("R", 0, 10), "r"));
        ObjectNode rest = JSON.createObjectNode();
        rest.set("refundLineItems", connection(names("R", 10, 14), null));
        rest.set("transactions", connection(names("T", 0, 1), null));
        shopify.answer("refund", rest);

        // When
        ObjectNode whole = complete(order);

        // Then
        ObjectNode refund = (ObjectNode) whole.at("/refunds/0");
        assertThat(ids(refund, "refundLineItems")).containsExactlyElementsOf(names("R", 0, 14));
        assertThat(ids(refund, "transactions")).containsExactly("T0");
        assertThat(shopify.asked)
                .singleElement()
                .satisfies(
                        asked -> assertThat(asked).containsEntry("lines", "r").containsEntry("transactions", null));
    }

    @Test
    void anOrderThatChangesWhileItIsReadIsTriedAgainLater() {
        // Given
        ObjectNode newer = order(names("L", 30, 31), null, List.of(), null, 0);
        newer.put("updatedAt", "2026-11-19T10:00:01Z");
        shopify.answer("nodes", newer);

        // When / Then
        assertThatThrownBy(() -> complete(order(names("L", 0, 30), "a", List.of(), null, 0)))
                .isInstanceOfSatisfying(
                        SyncFailureException.class, e -> assertThat(e.failure()).isInstanceOf(TransientFailure.class));
    }

    @Test
    void bothDocumentsAskForTheSameOrder() {
        // Given
        String list =
                GraphqlDocument.of(OrderPages.class, "orders_updated_since").text();
        String byId = GraphqlDocument.of(OrderPages.class, "orders_by_id").text();

        // When
        String fragments = byId.substring(byId.indexOf("fragment "))
                .replace(", after: $linesAfter", "")
                .replace(", after: $shippingAfter", "");

        // Then
        assertThat(list.substring(list.indexOf("fragment "))).isEqualTo(fragments);
    }

    @Test
    void aRefundReadAloneIsTheSameRefund() {
        // Given
        String alone = GraphqlDocument.of(OrderPages.class, "refund_by_id").text();
        String byId = GraphqlDocument.of(OrderPages.class, "orders_by_id").text();

        // When / Then
        assertThat(refundFields(alone)).isEqualTo(refundFields(byId));
    }

    private static String refundFields(String document) {
        int from = document.indexOf("fragment RefundFields");
        return document.substring(from, document.indexOf("\n}\n", from)).replaceAll("\\(first: .*\\)", "");
    }

    private ObjectNode complete(ObjectNode order) {
        return new OrderCompletion(shopify)
                .complete(JSON.createArrayNode().add(order).addNull())
                .await()
                .indefinitely()
                .get(0);
    }

    private static ObjectNode order(
            List<String> lines, String nextLines, List<String> shipping, String nextShipping, int refunds) {
        ObjectNode order = JSON.createObjectNode();
        order.put("id", "gid://shopify/Order/1").put("updatedAt", "2026-11-19T10:00:00Z");
        order.set("lineItems", connection(lines, nextLines));
        order.set("shippingLines", connection(shipping, nextShipping));
        ArrayNode list = order.putArray("refunds");
        IntStream.range(0, refunds).forEach(i -> {
            ObjectNode refund = list.addObject().put("id", "gid://shopify/Refund/" + (i + 1));
            refund.set("transactions", connection(names("T", 0, 1), null));
        });
        return order;
    }

    private static ObjectNode connection(List<String> ids, String next) {
        ObjectNode connection = JSON.createObjectNode();
        ArrayNode nodes = connection.putArray("nodes");
        ids.forEach(id -> nodes.addObject().put("id", id));
        connection.putObject("pageInfo").put("hasNextPage", next != null).put("endCursor", next);
        return connection;
    }

    private static List<String> names(String prefix, int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> prefix + i).toList();
    }

    private static List<String> ids(JsonNode owner, String connection) {
        List<String> ids = new ArrayList<>();
        owner.path(connection)
                .path("nodes")
                .forEach(node -> ids.add(node.path("id").asText()));
        return ids;
    }

    /** Answers in the order given, and remembers what was asked. */
    private static final class Answers implements ShopifyClient {

        private final List<Map<String, Object>> asked = new ArrayList<>();
        private final List<JsonNode> answers = new ArrayList<>();

        void answer(String field, ObjectNode record) {
            ObjectNode data = JSON.createObjectNode();
            data.set(field, field.equals("nodes") ? JSON.createArrayNode().add(record) : record);
            answers.add(data);
        }

        @Override
        public Uni<JsonNode> execute(GraphqlDocument document, Map<String, Object> variables) {
            asked.add(variables);
            try {
                // A copy, as the next call would bring.
                return Uni.createFrom()
                        .item(JSON.readTree(answers.get(asked.size() - 1).toString()));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
