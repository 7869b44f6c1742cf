package io.shopoms.sandbox.shopify.webhook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopoms.sandbox.shopify.order.Order;
import io.shopoms.sandbox.shopify.order.Transaction;
import io.shopoms.sandbox.shopify.order.money.Money;
import io.shopoms.sandbox.shopify.order.money.MoneyBag;
import java.time.ZoneId;
import java.util.Locale;

/** A movement of money: the body of {@code order_transactions/create}, and as it stands in a refund. */
final class TransactionPayload {

    private TransactionPayload() {}

    static ObjectNode of(Transaction transaction, ZoneId zone) {
        Order order = transaction.order();
        ObjectNode node = Payloads.identified(transaction.id(), "OrderTransaction");
        node.put("amount", transaction.amount().shopMoney().text());
        node.put(
                "amount_rounding",
                transaction.rounding().map(bag -> bag.shopMoney().text()).orElse(null));
        node.put("authorization", Long.toHexString(transaction.id()));
        node.put("created_at", Payloads.time(transaction.processedAt(), zone));
        node.put("currency", transaction.amount().shopMoney().currencyCode());
        Payloads.nulls(node, "device_id", "error_code", "location_id", "message", "user_id");
        node.put("gateway", transaction.gateway());
        node.put("kind", transaction.kind().name().toLowerCase(Locale.ROOT));
        node.put("manual_payment_gateway", transaction.manual());
        node.put("order_id", order.id());
        node.put(
                "parent_id",
                transaction.parent() == null ? null : transaction.parent().id());
        if (isCard(transaction)) {
            node.set("payment_details", card());
        }
        node.put("payment_id", order.name() + "." + (order.transactions().indexOf(transaction) + 1));
        node.put("processed_at", Payloads.time(transaction.processedAt(), zone));
        node.set("receipt", receipt(transaction));
        node.put("source_name", order.draft().sourceName());
        node.put("status", transaction.status().name().toLowerCase(Locale.ROOT));
        node.put("test", order.draft().test());
        node.set("total_unsettled_set", unsettled(unsettled(transaction)));
        return node;
    }

    private static boolean isCard(Transaction transaction) {
        return !transaction.manual() && !Transaction.GIFT_CARD.equals(transaction.gateway());
    }

    private static ObjectNode card() {
        ObjectNode card = Payloads.object()
                .put("credit_card_company", "Visa")
                .put("credit_card_number", "•••• •••• •••• 4242")
                .put("payment_method_name", "visa");
        Payloads.nulls(
                card,
                "avs_result_code",
                "buyer_action_info",
                "credit_card_bin",
                "credit_card_expiration_month",
                "credit_card_expiration_year",
                "credit_card_name",
                "credit_card_wallet",
                "cvv_result_code");
        return card;
    }

    private static ObjectNode receipt(Transaction transaction) {
        ObjectNode receipt = Payloads.object();
        if (Transaction.GIFT_CARD.equals(transaction.gateway())) {
            receipt.put("gift_card_id", transaction.order().id() % 1_000_000);
            receipt.put("gift_card_last_characters", "h6k2");
        }
        return receipt;
    }

    private static MoneyBag unsettled(Transaction transaction) {
        return transaction.kind() == Transaction.Kind.AUTHORIZATION && transaction.succeeded()
                ? transaction.order().payments().capturable(transaction)
                : transaction.order().zero();
    }

    /** Unlike all other sets this one says {@code currency}, not {@code currency_code}. */
    private static ObjectNode unsettled(MoneyBag bag) {
        ObjectNode set = Payloads.object();
        set.set("presentment_money", unsettled(bag.presentmentMoney()));
        set.set("shop_money", unsettled(bag.shopMoney()));
        return set;
    }

    private static ObjectNode unsettled(Money money) {
        return Payloads.object().put("amount", money.text()).put("currency", money.currencyCode());
    }
}
