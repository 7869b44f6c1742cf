package io.shopoms.inventory.intake;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.shopoms.inventory.cache.StockOrders;
import io.shopoms.model.ShopDomain;
import io.shopoms.model.ShopifyId;
import io.shopoms.model.event.OrderSettled;
import io.shopoms.sync.intake.DomainEventHandler;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

/** Takes in which versions of orders Odoo's stock accounts for. */
@Singleton
@RegisterForReflection(targets = {OrderSettled.class, ShopDomain.class, ShopifyId.class})
class OrderSettledHandler implements DomainEventHandler<OrderSettled> {

    private final StockOrders orders;

    OrderSettledHandler(StockOrders orders) {
        this.orders = orders;
    }

    @Override
    public String routingKey() {
        return OrderSettled.ROUTING_KEY;
    }

    @Override
    public Class<OrderSettled> type() {
        return OrderSettled.class;
    }

    @Override
    public boolean isComplete(OrderSettled event) {
        return event.shop() != null
                && event.shopifyOrderId() != null
                && event.version() != null
                && event.version().updatedAt() != null;
    }

    @Override
    public Uni<Void> accept(List<OrderSettled> events) {
        return orders.settled(events);
    }
}
