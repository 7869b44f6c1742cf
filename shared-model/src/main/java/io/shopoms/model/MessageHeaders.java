package io.shopoms.model;

/** Headers of a webhook message. All values are text; instants are ISO-8601 in UTC. */
public final class MessageHeaders {

    public static final String SHOP = "shopoms-shop";
    public static final String TOPIC = "shopoms-topic";
    public static final String WEBHOOK_ID = "shopoms-webhook-id";
    public static final String EVENT_ID = "shopoms-event-id";
    public static final String API_VERSION = "shopoms-api-version";
    public static final String TRIGGERED_AT = "shopoms-triggered-at";
    public static final String RECEIVED_AT = "shopoms-received-at";

    /** W3C trace context, so that one trace spans the broker. */
    public static final String TRACEPARENT = "traceparent";

    private MessageHeaders() {}
}
