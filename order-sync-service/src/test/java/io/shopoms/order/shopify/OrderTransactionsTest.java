package io.shopoms.order.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopoms.model.ShopifyId;
import io.shopoms.order.fixtures.BuiltItem;
import io.shopoms.order.fixtures.OrderBuilder;
import io.shopoms.order.shopify.Transaction.Kind;
import io.shopoms.order.shopify.Transaction.Status;
import io.shopoms.sync.failure.SyncFailureException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OrderTransactionsTest {

    private final ShopifyOrder order =
            OrderBuilder.in("EUR").with(BuiltItem.of(11, 1, "10.00")).build();

    @Test
    void amountsAreReadInTheOrdersCurrency() throws Exception {
        // When
        Map<Long, List<Transaction>> found =
                OrderTransactions.read(nodes("\"12.00\", \"currencyCode\": \"USD\"", "EUR"), Map.of(1L, order));

        // Then
        assertThat(found.get(1L))
                .containsExactly(new Transaction(
                        new ShopifyId(7),
                        Kind.CAPTURE,
                        Status.SUCCESS,
                        "shopify_payments",
                        new Money(new BigDecimal("10.00"), "EUR"),
                        Optional.of(Instant.parse("2026-11-20T10:00:00Z")),
                        Optional.of(new ShopifyId(6)),
                        false));
    }

    @Test
    void whatChangedHandsInCashIsTheAmountWithItsRounding() throws Exception {
        // Given
        JsonNode nodes = nodes("\"10.02\", \"currencyCode\": \"EUR\"", "EUR");
        ((ObjectNode) nodes.get(1).get("transactions").get(0))
                .putObject("amountRoundingSet")
                .putObject("shopMoney")
                .put("amount", "-0.02")
                .put("currencyCode", "EUR");

        // When
        Transaction cash =
                OrderTransactions.read(nodes, Map.of(1L, order)).get(1L).get(0);

        // Then
        assertThat(cash.amount()).isEqualTo(new Money(new BigDecimal("10.00"), "EUR"));
    }

    @Test
    void anAmountInAnotherCurrencyIsNotTakenForOne() {
        assertThatThrownBy(() ->
                        OrderTransactions.read(nodes("\"12.00\", \"currencyCode\": \"USD\"", "CHF"), Map.of(1L, order)))
                .isInstanceOf(SyncFailureException.class)
                .hasMessageContaining("EUR");
    }

    private static JsonNode nodes(String shopMoney, String presentment) throws Exception {
        return JsonMapper.builder().build().readTree("""
                [null, {"id": "gid://shopify/Order/1", "transactions": [{
                  "id": "gid://shopify/OrderTransaction/7", "kind": "CAPTURE", "status": "SUCCESS",
                  "gateway": "shopify_payments", "processedAt": "2026-11-20T10:00:00Z", "test": false,
                  "amountSet": {"shopMoney": {"amount": %s}, "presentmentMoney": {"amount": "10.00", "currencyCode": "%s"}},
                  "parentTransaction": {"id": "gid://shopify/OrderTransaction/6"}}]}]""".formatted(shopMoney, presentment));
    }
}
