package io.shopoms.model;

/** The exchanges that all services share. */
public final class Exchanges {

    /** Topic exchange for verified webhooks; routing key = topic with {@code /} as {@code .}, body = raw bytes. */
    public static final String WEBHOOKS = "shopify.webhooks";

    /** Where a queue's messages go after too many redeliveries; routing key = the queue's name. */
    public static final String DEAD_WEBHOOKS = "shopify.webhooks.dead";

    /** Topic exchange for events between services, such as {@code order.linked}. */
    public static final String EVENTS = "shopoms.events";

    private Exchanges() {}
}
