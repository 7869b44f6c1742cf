package io.shopoms.sandbox.shopify.webhook;

import io.shopoms.sandbox.OutgoingWebhook;
import io.shopoms.sandbox.WebhookSender;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/** Sends webhooks, tries failed ones again, and remembers how it went. Safe for use by several threads. */
public final class Deliveries implements WebhookOutlet {

    private static final int REMEMBERED = 2_000;

    private final Vertx vertx;
    private final WebhookSender sender;
    private final Subscriptions subscriptions;
    private final RetrySchedule schedule;
    private final Random random = new Random();
    private final Deque<Delivery> log = new ArrayDeque<>();
    private final List<Delivery> held = new ArrayList<>();
    private String secret;
    private final Map<String, Disorder> ofTopics = new HashMap<>();
    private Disorder disorder = Disorder.NONE;
    private boolean holding;

    public Deliveries(
            Vertx vertx, WebhookSender sender, Subscriptions subscriptions, RetrySchedule schedule, String secret) {
        this.vertx = vertx;
        this.sender = sender;
        this.subscriptions = subscriptions;
        this.schedule = schedule;
        this.secret = secret;
    }

    /** Signs with another secret from now on. */
    public synchronized void signWith(String newSecret) {
        secret = newSecret;
    }

    /** From now on, for every topic. */
    public synchronized void worsen(Disorder newDisorder) {
        ofTopics.clear();
        disorder = newDisorder;
    }

    /** From now on, for one topic alone: {@code inventory_levels/update}. */
    public synchronized void worsen(String topic, Disorder newDisorder) {
        ofTopics.put(topic, newDisorder);
    }

    /** Keeps deliveries back until {@link #release}. */
    public synchronized void hold() {
        holding = true;
    }

    /** Sends what was held back. */
    public synchronized void release(ReleaseOrder order) {
        holding = false;
        List<Delivery> sending = new ArrayList<>(held);
        held.clear();
        switch (order) {
            case SENT -> {}
            case REVERSED -> Collections.reverse(sending);
            case SHUFFLED -> Collections.shuffle(sending, random);
        }
        sending.forEach(delivery -> {
            delivery.release();
            send(delivery);
        });
    }

    @Override
    public boolean isWanted(String topic) {
        return !subscriptions.to(topic).isEmpty();
    }

    /** One delivery, with a webhook id of its own, for each subscription to the topic. */
    @Override
    public void publish(OutgoingWebhook webhook, Subject subject) {
        for (Subscription subscription : subscriptions.to(webhook.topic())) {
            String id = UUID.randomUUID().toString();
            start(new Delivery(webhook.withWebhookId(id), subscription, subject));
        }
    }

    private synchronized void start(Delivery delivery) {
        if (log.size() == REMEMBERED) {
            log.removeFirst();
        }
        log.addLast(delivery);
        if (holding) {
            delivery.hold();
            held.add(delivery);
            return;
        }
        Disorder now = ofTopics.getOrDefault(delivery.topic(), disorder);
        for (int copy = 0; copy <= now.copies(); copy++) {
            long jitter = now.jitter().toMillis();
            later(now.delay().plusMillis(jitter == 0 ? 0 : random.nextLong(jitter + 1)), delivery);
        }
    }

    /**
     * Sends a remembered delivery again, as it was.
     *
     * @throws NoSuchElementException if it is not remembered
     */
    public synchronized void resend(String webhookId) {
        Delivery delivery = log.stream()
                .filter(each -> each.webhookId().equals(webhookId))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("there is no delivery " + webhookId));
        send(delivery);
    }

    private void later(Duration delay, Delivery delivery) {
        if (delay.isZero()) {
            send(delivery);
        } else {
            vertx.setTimer(Math.max(1, delay.toMillis()), timer -> send(delivery));
        }
    }

    private synchronized void send(Delivery delivery) {
        sender.send(delivery.subscription().target(), secret, delivery.webhook())
                .whenComplete((status, error) -> ended(delivery, status, error));
    }

    private void ended(Delivery delivery, Integer status, Throwable error) {
        if (error == null) {
            delivery.answered(status);
        } else {
            delivery.unanswered(error.getClass().getSimpleName() + ": " + error.getMessage());
        }
        if (delivery.state() == Delivery.State.DELIVERED) {
            return;
        }
        Optional<Duration> wait = schedule.waitAfter(delivery.tries());
        if (wait.isPresent()) {
            later(wait.get(), delivery);
            return;
        }
        delivery.giveUp();
        if (delivery.subscription().byApi()) {
            subscriptions.delete(delivery.subscription().id());
        }
    }

    /** The newest deliveries, oldest first. */
    public synchronized List<Delivery> log() {
        return List.copyOf(log);
    }

    /** Forgets the log and what is held back; deliveries under way go on. */
    public synchronized void clear() {
        log.clear();
        held.clear();
        holding = false;
        worsen(Disorder.NONE);
    }
}
