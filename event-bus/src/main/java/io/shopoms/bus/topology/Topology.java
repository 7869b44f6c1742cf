package io.shopoms.bus.topology;

import com.rabbitmq.client.BuiltinExchangeType;
import com.rabbitmq.client.Channel;
import io.shopoms.model.Exchanges;
import io.shopoms.model.Queues;
import io.shopoms.model.WebhookTopic;
import io.shopoms.model.event.OrderLinked;
import io.shopoms.model.event.OrderSettled;
import io.shopoms.model.event.OrderStored;
import io.shopoms.model.event.VariantLinked;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Every exchange, queue and binding of the suite, in one place. Each service declares all of it at each connect: whoever
 * comes first finds a broker that loses nothing, also one that came back empty.
 */
public final class Topology {

    /** After so many redeliveries a message is set aside: a consumer that dies of it would else die for ever. */
    static final int DELIVERY_LIMIT = 20;

    /** What each service wants to hear of. A topic that none claims is kept in the gateway's log with its body. */
    private static final Set<WebhookTopic> ORDER_TOPICS = topics(
            "orders/create",
            "orders/updated",
            "orders/paid",
            "orders/cancelled",
            "orders/fulfilled",
            "orders/partially_fulfilled",
            "orders/edited",
            "orders/delete",
            "refunds/create",
            "order_transactions/create",
            "returns/request",
            "returns/approve",
            "returns/decline",
            "returns/cancel",
            "returns/close",
            "returns/reopen",
            "fulfillments/create",
            "fulfillments/update",
            "customers/create",
            "customers/update",
            "customers/delete",
            "customers/merge",
            "customers/data_request",
            "customers/redact",
            "shop/redact");

    private static final Set<WebhookTopic> CATALOG_TOPICS =
            topics("products/create", "products/update", "products/delete", "bulk_operations/finish");

    private static final Set<WebhookTopic> INVENTORY_TOPICS = topics(
            "inventory_levels/update",
            "inventory_levels/connect",
            "inventory_levels/disconnect",
            "inventory_items/create",
            "inventory_items/update",
            "inventory_items/delete",
            "locations/create",
            "locations/update",
            "locations/activate",
            "locations/deactivate",
            "locations/delete");

    private static final List<BoundQueue> QUEUES = List.of(
            new BoundQueue(Queues.ORDER_WEBHOOKS, Exchanges.WEBHOOKS, routingKeys(ORDER_TOPICS)),
            new BoundQueue(Queues.CATALOG_WEBHOOKS, Exchanges.WEBHOOKS, routingKeys(CATALOG_TOPICS)),
            new BoundQueue(Queues.INVENTORY_WEBHOOKS, Exchanges.WEBHOOKS, routingKeys(INVENTORY_TOPICS)),
            new BoundQueue(Queues.ORDER_EVENTS, Exchanges.EVENTS, Set.of(VariantLinked.ROUTING_KEY)),
            new BoundQueue(Queues.GATEWAY_LOG, Exchanges.WEBHOOKS, Set.of("#")),
            new BoundQueue(Queues.FULFILLMENT_EVENTS, Exchanges.EVENTS, Set.of(OrderLinked.ROUTING_KEY)),
            new BoundQueue(
                    Queues.INVENTORY_EVENTS,
                    Exchanges.EVENTS,
                    Set.of(OrderStored.ROUTING_KEY, OrderSettled.ROUTING_KEY, VariantLinked.ROUTING_KEY)));

    private Topology() {}

    /** Whether a service's queue is bound to the topic. */
    public static boolean isClaimed(WebhookTopic topic) {
        return ORDER_TOPICS.contains(topic) || CATALOG_TOPICS.contains(topic) || INVENTORY_TOPICS.contains(topic);
    }

    /**
     * Declares everything; what exists already is left as it is.
     *
     * @throws IOException if the broker refuses: a queue of that name exists with other arguments, or the user may not
     *     configure
     */
    public static void declareOn(Channel channel) throws IOException {
        channel.exchangeDeclare(Exchanges.WEBHOOKS, BuiltinExchangeType.TOPIC, true);
        channel.exchangeDeclare(Exchanges.EVENTS, BuiltinExchangeType.TOPIC, true);
        channel.exchangeDeclare(Exchanges.DEAD_WEBHOOKS, BuiltinExchangeType.DIRECT, true);
        for (BoundQueue queue : QUEUES) {
            String deadLetters = Queues.deadLetterQueueOf(queue.name());
            channel.queueDeclare(deadLetters, true, false, false, Map.of("x-queue-type", "quorum"));
            channel.queueBind(deadLetters, Exchanges.DEAD_WEBHOOKS, queue.name());
            channel.queueDeclare(queue.name(), true, false, false, argumentsOf(queue));
            for (String routingKey : queue.routingKeys()) {
                channel.queueBind(queue.name(), queue.exchange(), routingKey);
            }
        }
    }

    /**
     * At-least-once keeps a message until its dead-letter queue has it; the broker demands the overflow setting for that,
     * which itself changes nothing as the queues have no length limit.
     */
    private static Map<String, Object> argumentsOf(BoundQueue queue) {
        return Map.of(
                "x-queue-type",
                "quorum",
                "x-delivery-limit",
                DELIVERY_LIMIT,
                "x-overflow",
                "reject-publish",
                "x-dead-letter-strategy",
                "at-least-once",
                "x-dead-letter-exchange",
                Exchanges.DEAD_WEBHOOKS,
                "x-dead-letter-routing-key",
                queue.name());
    }

    private static Set<WebhookTopic> topics(String... names) {
        return Set.of(names).stream().map(WebhookTopic::new).collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> routingKeys(Set<WebhookTopic> topics) {
        return topics.stream().map(WebhookTopic::routingKey).collect(Collectors.toUnmodifiableSet());
    }

    private record BoundQueue(String name, String exchange, Set<String> routingKeys) {}
}
