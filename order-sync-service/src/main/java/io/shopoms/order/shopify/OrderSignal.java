package io.shopoms.order.shopify;

import io.shopoms.model.ShopifyId;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * That something happened to an order, as webhooks tell it that do not carry the order: refunds, edits, transactions,
 * returns, fulfillments, and the order's deletion.
 *
 * @param at when it happened, where the payload says so
 */
public record OrderSignal(ShopifyId order, Optional<Instant> at) {

    /** @throws io.shopoms.sync.failure.SyncFailureException with {@code InvalidPayload} if it names no order */
    public static OrderSignal of(String raw) {
        PayloadReader event = PayloadReader.root(OrderJson.parse(raw));
        PayloadReader told = event.optional("order_edit").orElse(event);
        ShopifyId order = told.id("order_id")
                .or(() -> told.at("order").id("id"))
                .or(() -> deleted(event))
                .orElseThrow(() -> event.invalid("order_id", "a Shopify id"));
        Optional<Instant> at = Stream.of("committed_at", "updated_at", "processed_at", "created_at")
                .flatMap(field -> told.instant(field).stream())
                .findFirst();
        return new OrderSignal(order, at);
    }

    /** Of a deleted order nothing is told but its number, which a payload of anything else has beside its global id. */
    private static Optional<ShopifyId> deleted(PayloadReader event) {
        return event.has("admin_graphql_api_id") ? Optional.empty() : event.id("id");
    }
}
