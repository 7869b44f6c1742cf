package io.shopoms.order.cache;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.shopoms.bus.outbox.Outbox;
import io.shopoms.model.Exchanges;
import io.shopoms.model.OdooId;
import io.shopoms.model.ShopDomain;
import io.shopoms.model.ShopifyId;
import io.shopoms.model.event.OrderLinked;
import io.shopoms.model.event.OrderSettled;
import io.shopoms.model.event.OrderStored;
import io.shopoms.sync.cache.CacheEntry;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;

/** What other services are told of orders, as messages for the outbox. */
@ApplicationScoped
@RegisterForReflection(
        targets = {
            OrderLinked.class,
            OrderLinked.Line.class,
            OrderSettled.class,
            OrderStored.class,
            OrderStored.Line.class,
            OrderStored.Version.class,
            ShopDomain.class,
            ShopifyId.class,
            OdooId.class
        })
class OrderAnnouncements {

    private static final Map<String, String> HEADERS = Map.of("content-type", "application/json");

    private final ObjectMapper json;
    private final Clock clock;

    OrderAnnouncements(ObjectMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    /** The order has a place in Odoo, with these lines. */
    Outbox.Message linked(OrderLink link) {
        return message(
                OrderLinked.ROUTING_KEY,
                new OrderLinked(
                        link.shop(),
                        link.orderId(),
                        link.orderName(),
                        link.odooOrderId(),
                        link.odooOrderName(),
                        link.lines(),
                        clock.instant()));
    }

    /** A version of the order is stored. */
    Outbox.Message stored(ShopDomain shop, long id, OrderStored.Version version, OrderEssence order) {
        return message(
                OrderStored.ROUTING_KEY,
                new OrderStored(
                        shop,
                        new ShopifyId(id),
                        order.name(),
                        order.orderedAt(),
                        version,
                        order.units(),
                        clock.instant()));
    }

    /** Odoo's stock accounts for the version of the order that was worked on. */
    Outbox.Message settled(CacheEntry entry) {
        return message(
                OrderSettled.ROUTING_KEY,
                new OrderSettled(entry.store(), new ShopifyId(entry.recordId()), version(entry), clock.instant()));
    }

    static OrderStored.Version version(CacheEntry entry) {
        return new OrderStored.Version(entry.sourceUpdatedAt(), entry.version());
    }

    private Outbox.Message message(String routingKey, Object event) {
        try {
            return new Outbox.Message(
                    Exchanges.EVENTS,
                    routingKey,
                    HEADERS,
                    json.writeValueAsString(event).getBytes(StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event cannot be written", e);
        }
    }
}
