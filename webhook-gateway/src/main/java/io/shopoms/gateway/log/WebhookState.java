package io.shopoms.gateway.log;

/** What became of a logged webhook, as far as the gateway knows. */
public enum WebhookState {
    /** A service claims its topic and keeps the record. */
    RECEIVED,
    /** No service claims its topic; the log keeps the body. */
    UNCLAIMED,
    /** Published once more on a person's wish. */
    REPLAYED,
    /** Not a webhook's message; kept as it came. */
    UNREADABLE
}
