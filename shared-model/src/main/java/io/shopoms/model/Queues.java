package io.shopoms.model;

/** The queues, one for each consuming service, and the gateway's own log. */
public final class Queues {

    public static final String ORDER_WEBHOOKS = "order-sync.webhooks";

    public static final String CATALOG_WEBHOOKS = "catalog-sync.webhooks";

    public static final String INVENTORY_WEBHOOKS = "inventory-sync.webhooks";

    /** Domain events that the order service follows. */
    public static final String ORDER_EVENTS = "order-sync.events";

    /** Domain events that the fulfillment service follows. */
    public static final String FULFILLMENT_EVENTS = "fulfillment-sync.events";

    /** Domain events that the inventory service follows. */
    public static final String INVENTORY_EVENTS = "inventory-sync.events";

    /** Receives every webhook: the gateway's searchable log is written from it. */
    public static final String GATEWAY_LOG = "webhook-gateway.log";

    /** The safety net of a queue: what was redelivered too often ends there. */
    public static String deadLetterQueueOf(String queue) {
        return queue + ".dlq";
    }

    private Queues() {}
}
