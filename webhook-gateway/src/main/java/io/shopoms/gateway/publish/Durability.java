package io.shopoms.gateway.publish;

/** Where an accepted webhook is safe. */
public enum Durability {
    /** The broker confirmed it. */
    CONFIRMED,
    /** It is committed to the outbox; the relay publishes it later. */
    OUTBOX
}
