package io.shopoms.order.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.sync.shopify.GraphqlDocument;
import io.shopoms.sync.shopify.ShopifyClient;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads how orders were paid; webhooks of orders do not say. */
@ApplicationScoped
public class OrderTransactions {

    private static final GraphqlDocument TRANSACTIONS =
            GraphqlDocument.of(OrderTransactions.class, "order_transactions");

    OrderTransactions() {}

    /** All transactions of the orders, by order, in the currency that each order is read in; one call. */
    public Uni<Map<Long, List<Transaction>>> of(ShopifyClient shopify, Collection<ShopifyOrder> orders) {
        if (orders.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        Map<Long, ShopifyOrder> byId = new HashMap<>();
        orders.forEach(order -> byId.put(order.id().value(), order));
        List<String> ids =
                byId.keySet().stream().map(id -> "gid://shopify/Order/" + id).toList();
        return shopify.execute(TRANSACTIONS, Map.of("ids", ids)).map(data -> read(data.path("nodes"), byId));
    }

    /** An order that Shopify no longer has is null among the nodes. */
    static Map<Long, List<Transaction>> read(JsonNode nodes, Map<Long, ShopifyOrder> orders) {
        Map<Long, List<Transaction>> found = new HashMap<>();
        for (JsonNode node : nodes) {
            if (node.isObject()) {
                PayloadReader order = PayloadReader.root(node);
                long id = order.requiredId("id").value();
                List<Transaction> transactions = new ArrayList<>();
                order.list("transactions").forEach(read -> transactions.add(transaction(read, orders.get(id))));
                found.put(id, List.copyOf(transactions));
            }
        }
        return found;
    }

    private static Transaction transaction(PayloadReader transaction, ShopifyOrder order) {
        return new Transaction(
                transaction.requiredId("id"),
                Transaction.Kind.of(transaction.text("kind")),
                Transaction.Status.of(transaction.text("status")),
                transaction.text("gateway").orElse(""),
                moved(transaction, order.currency()),
                transaction.instant("processedAt"),
                transaction.at("parentTransaction").id("id"),
                transaction.flag("test"));
    }

    /** A payment in cash is rounded to coins: what changed hands is the amount with that rounding. */
    private static Money moved(PayloadReader transaction, String currency) {
        Money amount = in(transaction, "amountSet", currency)
                .orElseThrow(() -> transaction.invalid("amountSet", "in the order's currency " + currency));
        return in(transaction, "amountRoundingSet", currency).map(amount::plus).orElse(amount);
    }

    private static Optional<Money> in(PayloadReader transaction, String field, String currency) {
        PayloadReader bag = transaction.at(field);
        for (String side : List.of("shopMoney", "presentmentMoney")) {
            PayloadReader money = bag.at(side);
            if (money.text("currencyCode").filter(currency::equals).isPresent()) {
                return Optional.of(new Money(
                        money.decimal("amount").orElseThrow(() -> money.invalid("amount", "an amount")), currency));
            }
        }
        return Optional.empty();
    }
}
