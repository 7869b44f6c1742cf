package io.shopoms.sandbox.shopify.webhook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopoms.sandbox.shopify.bulk.BulkOperation;
import io.shopoms.sandbox.shopify.catalog.Product;
import io.shopoms.sandbox.shopify.catalog.Variant;
import io.shopoms.sandbox.shopify.inventory.Level;
import io.shopoms.sandbox.shopify.inventory.Location;
import io.shopoms.sandbox.shopify.inventory.StockEvent;
import io.shopoms.sandbox.shopify.order.CommittedEdit;
import io.shopoms.sandbox.shopify.order.Customer;
import io.shopoms.sandbox.shopify.order.CustomerDesk;
import io.shopoms.sandbox.shopify.order.DeletedOrder;
import io.shopoms.sandbox.shopify.order.Fulfillment;
import io.shopoms.sandbox.shopify.order.Order;
import io.shopoms.sandbox.shopify.order.Refund;
import io.shopoms.sandbox.shopify.order.Shop;
import io.shopoms.sandbox.shopify.order.Transaction;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** The body of a webhook, by what it is about. */
public final class EventBodies {

    private final Map<Class<?>, Function<Object, ObjectNode>> bodies = new LinkedHashMap<>();

    public EventBodies(Shop shop, OrderPayload orders, FulfillmentPayload fulfillments) {
        add(Order.class, orders::of);
        add(Fulfillment.class, fulfillments::of);
        add(Refund.class, refund -> RefundPayload.of(refund, shop.zone()));
        add(Transaction.class, transaction -> TransactionPayload.of(transaction, shop.zone()));
        add(CommittedEdit.class, edit -> EditPayload.of(edit, shop.zone()));
        add(DeletedOrder.class, deleted -> Payloads.object().put("id", deleted.id()));
        add(Product.class, new ProductPayload(shop.zone())::of);
        add(BulkOperation.class, operation -> BulkPayload.of(operation, shop.zone()));
        add(DeletedProduct.class, deleted -> Payloads.object().put("id", deleted.id()));
        InventoryPayload inventory = new InventoryPayload(shop);
        add(Variant.class, inventory::of);
        add(Level.class, inventory::of);
        add(Location.class, inventory::of);
        add(StockEvent.Disconnected.class, InventoryPayload::of);
        add(StockEvent.DeletedItem.class, InventoryPayload::of);
        add(StockEvent.DeletedLocation.class, InventoryPayload::of);
        add(Customer.class, customer -> CustomerPayload.of(customer, shop.zone()));
        add(CustomerDesk.Merge.class, CustomerPayload::of);
        add(CustomerDesk.Deletion.class, CustomerPayload::of);
        add(CustomerDesk.Redaction.class, redaction -> CustomerPayload.of(redaction, shop.domain()));
    }

    private <T> void add(Class<T> type, Function<T, ObjectNode> body) {
        bodies.put(type, about -> body.apply(type.cast(about)));
    }

    /** @throws IllegalStateException for something that no webhook is about */
    public ObjectNode of(Object about) {
        Function<Object, ObjectNode> body = bodies.get(about.getClass());
        if (body == null) {
            throw new IllegalStateException(
                    "no webhook is about a " + about.getClass().getSimpleName());
        }
        return body.apply(about);
    }
}
