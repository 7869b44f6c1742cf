package io.shopoms.order.odoo;

import io.shopoms.model.ShopDomain;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Remembers for a while what Odoo answered, per store. Only what was found is kept: what is missing is asked for again each
 * time, so that a product made by a person is seen at once.
 */
final class ReferenceCache<K, V> {

    private record Key<K>(ShopDomain shop, K key) {}

    private record Kept<V>(V value, Instant until) {}

    private final Clock clock;
    private final Duration expiry;
    private final Predicate<V> settled;
    private final Map<Key<K>, Kept<V>> entries;

    /** @param capacity the most entries kept; the one unused for longest goes first */
    ReferenceCache(Clock clock, Duration expiry, int capacity) {
        this(clock, expiry, capacity, value -> true);
    }

    /** @param settled which values are kept; others, such as an ambiguous match, a person is about to change */
    ReferenceCache(Clock clock, Duration expiry, int capacity, Predicate<V> settled) {
        this.clock = clock;
        this.expiry = expiry;
        this.settled = settled;
        this.entries = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Key<K>, Kept<V>> eldest) {
                return size() > capacity;
            }
        };
    }

    /**
     * Answers from memory, and asks for the rest in one go.
     *
     * @param lookup finds values; keys without one are absent from its answer, and from this one
     */
    Uni<Map<K, V>> resolve(ShopDomain shop, Collection<K> wanted, Function<Set<K>, Uni<Map<K, V>>> lookup) {
        Map<K, V> known = new HashMap<>();
        Set<K> unknown = new LinkedHashSet<>();
        synchronized (entries) {
            for (K key : wanted) {
                Kept<V> entry = entries.get(new Key<>(shop, key));
                if (entry != null && clock.instant().isBefore(entry.until())) {
                    known.put(key, entry.value());
                } else {
                    unknown.add(key);
                }
            }
        }
        return unknown.isEmpty()
                ? Uni.createFrom().item(known)
                : lookup.apply(unknown).map(found -> {
                    remember(shop, found);
                    known.putAll(found);
                    return known;
                });
    }

    /** Drops everything of a store: an id turned out to be stale, and others may be. */
    void forget(ShopDomain shop) {
        synchronized (entries) {
            entries.keySet().removeIf(key -> key.shop().equals(shop));
        }
    }

    private void remember(ShopDomain shop, Map<K, V> found) {
        Instant until = clock.instant().plus(expiry);
        synchronized (entries) {
            found.forEach((key, value) -> {
                if (settled.test(value)) {
                    entries.put(new Key<>(shop, key), new Kept<>(value, until));
                }
            });
        }
    }
}
