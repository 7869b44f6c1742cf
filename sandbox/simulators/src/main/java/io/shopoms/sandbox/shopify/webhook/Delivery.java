package io.shopoms.sandbox.shopify.webhook;

import io.shopoms.sandbox.OutgoingWebhook;
import java.util.Optional;

/** One webhook on its way to one subscriber. */
public final class Delivery {

    /** How far it got. */
    public enum State {
        HELD,
        PENDING,
        DELIVERED,
        GIVEN_UP
    }

    private final OutgoingWebhook webhook;
    private final Subscription subscription;
    private final Subject subject;
    private State state = State.PENDING;
    private int tries;
    private Integer lastStatus;
    private String lastError;

    Delivery(OutgoingWebhook webhook, Subscription subscription, Subject subject) {
        this.webhook = webhook;
        this.subscription = subscription;
        this.subject = subject;
    }

    public OutgoingWebhook webhook() {
        return webhook;
    }

    public String topic() {
        return webhook.topic();
    }

    public String webhookId() {
        return webhook.webhookId();
    }

    public Subscription subscription() {
        return subscription;
    }

    public Subject subject() {
        return subject;
    }

    public synchronized State state() {
        return state;
    }

    public synchronized int tries() {
        return tries;
    }

    /** The HTTP status of the last try; empty if there was none, or no answer. */
    public synchronized Optional<Integer> lastStatus() {
        return Optional.ofNullable(lastStatus);
    }

    public synchronized Optional<String> lastError() {
        return Optional.ofNullable(lastError);
    }

    synchronized void hold() {
        state = State.HELD;
    }

    synchronized void release() {
        state = State.PENDING;
    }

    synchronized void answered(int status) {
        tries++;
        lastStatus = status;
        lastError = null;
        if (status >= 200 && status < 300) {
            state = State.DELIVERED;
        }
    }

    synchronized void unanswered(String error) {
        tries++;
        lastStatus = null;
        lastError = error;
    }

    synchronized void giveUp() {
        state = State.GIVEN_UP;
    }
}
