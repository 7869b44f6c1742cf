package io.shopoms.sandbox.shopify.webhook;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Everybody who wants to be told. Safe for use by several threads. */
public final class Subscriptions {

    private final LongSupplier ids;
    private final List<Subscription> all = new ArrayList<>();

    public Subscriptions(LongSupplier ids) {
        this.ids = ids;
    }

    /**
     * Replaces what the app's own configuration subscribes to.
     *
     * @param target the gateway; an address without a path gets {@code /webhooks/<topic>} for each topic
     */
    public synchronized void configure(URI target, List<String> topics, Instant now) {
        all.removeIf(subscription -> !subscription.byApi());
        for (String topic : topics) {
            boolean bare = target.getPath() == null
                    || target.getPath().isEmpty()
                    || target.getPath().equals("/");
            URI address = bare ? target.resolve("/webhooks/" + topic) : target;
            all.add(new Subscription(ids.getAsLong(), topic, address, List.of(), null, null, false, now, now));
        }
    }

    /** @return empty if that address has the topic already */
    public synchronized Optional<Subscription> create(
            String topic, URI target, List<String> includeFields, String filter, String name, Instant now) {
        if (isTaken(topic, target)) {
            return Optional.empty();
        }
        Subscription made =
                new Subscription(ids.getAsLong(), topic, target, includeFields, filter, name, true, now, now);
        all.add(made);
        return Optional.of(made);
    }

    public synchronized boolean isTaken(String topic, URI target) {
        return all.stream()
                .anyMatch(each -> each.topic().equals(topic) && each.target().equals(target));
    }

    public synchronized Optional<Subscription> retarget(long id, URI target, Instant now) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).id() == id) {
                all.set(i, all.get(i).to(target, now));
                return Optional.of(all.get(i));
            }
        }
        return Optional.empty();
    }

    public synchronized boolean delete(long id) {
        return all.removeIf(subscription -> subscription.id() == id);
    }

    public synchronized Optional<Subscription> find(long id) {
        return all.stream().filter(subscription -> subscription.id() == id).findFirst();
    }

    /** Those that the Admin API made: the only ones that it shows. */
    public synchronized List<Subscription> byApi() {
        return all.stream().filter(Subscription::byApi).toList();
    }

    public synchronized List<Subscription> all() {
        return List.copyOf(all);
    }

    synchronized List<Subscription> to(String topic) {
        return all.stream()
                .filter(subscription -> subscription.topic().equals(topic))
                .toList();
    }
}
