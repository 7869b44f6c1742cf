package io.shopoms.inventory.intake;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.shopoms.inventory.cache.StockOrders;
import io.shopoms.model.ShopDomain;
import io.shopoms.model.ShopifyId;
import io.shopoms.model.event.OrderStored;
import io.shopoms.sync.intake.DomainEventHandler;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

/** Takes in what orders take out of the stock, before Odoo hears of them. */
@Singleton
@RegisterForReflection(
        targets = {
            OrderStored.class,
            OrderStored.Line.class,
            OrderStored.Version.class,
            ShopDomain.class,
            ShopifyId.class
        })
class OrderStoredHandler implements DomainEventHandler<OrderStored> {

    private final StockOrders orders;

    OrderStoredHandler(StockOrders orders) {
        this.orders = orders;
    }

    @Override
    public String routingKey() {
        return OrderStored.ROUTING_KEY;
    }

    @Override
    public Class<OrderStored> type() {
        return OrderStored.class;
    }

    @Override
    public boolean isComplete(OrderStored event) {
        return event.shop() != null
                && event.shopifyOrderId() != null
                && event.orderName() != null
                && event.orderedAt() != null
                && isComplete(event.version())
                && event.lines().stream().allMatch(OrderStoredHandler::isComplete);
    }

    @Override
    public Uni<Void> accept(List<OrderStored> events) {
        return orders.stored(events);
    }

    private static boolean isComplete(OrderStored.Version version) {
        return version != null && version.updatedAt() != null;
    }

    private static boolean isComplete(OrderStored.Line line) {
        return line.sku() != null
                && line.units() > 0
                && (line.shopifyVariantId() != null || !line.sku().isEmpty());
    }
}
