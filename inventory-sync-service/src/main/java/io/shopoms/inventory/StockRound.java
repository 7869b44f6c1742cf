package io.shopoms.inventory;

import io.shopoms.inventory.cache.Settlement;
import io.shopoms.inventory.cache.Settlement.LevelChange;
import io.shopoms.inventory.cache.StockBook;
import io.shopoms.inventory.cache.StockSnapshot;
import io.shopoms.inventory.mapping.Booked;
import io.shopoms.inventory.mapping.History;
import io.shopoms.inventory.mapping.Ledger;
import io.shopoms.inventory.policy.StockPolicy;
import io.shopoms.inventory.stock.Adoption;
import io.shopoms.inventory.stock.AuditLine;
import io.shopoms.inventory.stock.Drift;
import io.shopoms.inventory.stock.Level;
import io.shopoms.inventory.stock.LevelKey;
import io.shopoms.inventory.stock.OrderEffect;
import io.shopoms.inventory.stock.StockLink;
import io.shopoms.inventory.stock.StockLocation;
import io.shopoms.model.OdooId;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * One look at a batch of items: what was known, what has been booked since, and what is to be stored of it. Its steps follow
 * one another, so that one at a time has it.
 */
final class StockRound {

    private final Store store;
    private final StockPolicy policy;
    private final Ledger ledger;
    private final StockSnapshot known;
    private final Map<ShopifyId, ItemWork> items = new LinkedHashMap<>();

    private final Map<LevelKey, Level> levels = new TreeMap<>();
    private final Map<LevelKey, Level> stored = new HashMap<>();
    private final Map<LevelKey, List<AuditLine>> lines = new TreeMap<>();
    private final Map<Long, Long> effects = new HashMap<>();
    private final List<Drift> drifts = new ArrayList<>();
    private final List<Adoption> adoptions = new ArrayList<>();
    private final Set<LevelKey> adopting = new HashSet<>();
    private final Set<UUID> adopted = new HashSet<>();
    private final Set<UUID> closed = new HashSet<>();

    StockRound(Store store, StockPolicy policy, Ledger ledger, StockSnapshot known, Collection<ShopifyId> looked) {
        this.store = store;
        this.policy = policy;
        this.ledger = ledger;
        this.known = known;
        looked.stream()
                .sorted(Comparator.comparingLong(ShopifyId::value))
                .forEach(item -> items.put(item, new ItemWork(item)));
        levels.putAll(known.levels());
        stored.putAll(known.levels());
        known.adoptions().forEach(adoption -> adopting.add(adoption.key()));
    }

    Store store() {
        return store;
    }

    StockPolicy policy() {
        return policy;
    }

    Ledger ledger() {
        return ledger;
    }

    StockSnapshot known() {
        return known;
    }

    Collection<ItemWork> items() {
        return items.values();
    }

    ItemWork item(ShopifyId item) {
        return items.get(item);
    }

    /** The links of items of which something is left to be done. */
    List<StockLink> open() {
        return items.values().stream()
                .filter(ItemWork::isOpen)
                .map(work -> known.links().get(work.item()))
                .toList();
    }

    /** Locations that numbers are written to, in mapping order. */
    List<StockLocation> served() {
        return known.locations().stream().filter(StockLocation::isServed).toList();
    }

    Level level(LevelKey key) {
        return Optional.ofNullable(levels.get(key)).orElseGet(() -> Ledger.unknown(key));
    }

    /** The known levels of an item, at any location. */
    List<Level> levels(ShopifyId item) {
        return levels.values().stream()
                .filter(level -> level.key().item().equals(item))
                .toList();
    }

    /** The levels of an item that shopOMS answers for. */
    List<Level> kept(ShopifyId item) {
        return levels(item).stream().filter(Level::kept).toList();
    }

    Collection<Level> all() {
        return levels.values();
    }

    void book(Booked booked) {
        put(booked.level());
        lines.computeIfAbsent(booked.level().key(), key -> new ArrayList<>()).addAll(booked.lines());
    }

    void put(Level level) {
        levels.put(level.key(), level);
    }

    void left(Map<Long, Long> leftEffects) {
        effects.putAll(leftEffects);
    }

    void found(Drift drift) {
        drifts.add(drift);
    }

    void decided(Adoption adoption) {
        adoptions.add(adoption);
        adopting.add(adoption.key());
    }

    /** Whether Odoo is to take over a difference of the level, so that nothing else is decided for it. */
    boolean isAdopting(LevelKey key) {
        return adopting.contains(key);
    }

    void adopted(UUID drift) {
        adopted.add(drift);
    }

    void closed(UUID write) {
        closed.add(write);
    }

    /** Stores what was booked since the last time; what became of items is told at the end. */
    Uni<Void> settle(StockBook book) {
        return settle(book, List.of());
    }

    Uni<Void> settle(StockBook book, List<Settlement.ItemResult> results) {
        Settlement settlement = settlement(results);
        if (settlement.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return book.settle(store, settlement).invoke(() -> begin(settlement.levels()));
    }

    private Settlement settlement(List<Settlement.ItemResult> results) {
        List<LevelChange> changes = changes();
        return new Settlement(
                changes,
                effects,
                closed,
                drifts,
                adoptions,
                adopted,
                lines.values().stream()
                        .flatMap(told -> History.joined(told).stream())
                        .toList(),
                results,
                othersDue(changes));
    }

    private List<LevelChange> changes() {
        List<LevelChange> changes = new ArrayList<>();
        levels.forEach((key, level) -> {
            Level before = stored.getOrDefault(key, Ledger.unknown(key));
            if (!level.equals(before) || !stored.containsKey(key)) {
                changes.add(new LevelChange(before, level));
            }
        });
        return changes;
    }

    /** Who sells the same product must offer less once units are held, and may offer them again once they are not. */
    private Set<OdooId> othersDue(List<LevelChange> changes) {
        Set<OdooId> products = new HashSet<>();
        for (LevelChange change : changes) {
            StockLink link = known.links().get(change.after().key().item());
            if (link != null && change.before().held() != change.after().held()) {
                products.add(link.product());
            }
        }
        known.effects().forEach((item, given) -> {
            StockLink link = known.links().get(item);
            if (link != null && given.stream().anyMatch(this::isSeen)) {
                products.add(link.product());
            }
        });
        return products;
    }

    /** Units that an order gave back count for all who sell the product until Shopify shows them. */
    private boolean isSeen(OrderEffect effect) {
        return effect.units() > 0 && effects.containsKey(effect.id());
    }

    private void begin(List<LevelChange> changes) {
        for (LevelChange change : changes) {
            // The store counts: the next change starts from there.
            Level now = change.after().withRevision(change.before().revision() + 1);
            levels.put(now.key(), now);
            stored.put(now.key(), now);
        }
        lines.clear();
        effects.clear();
        drifts.clear();
        adoptions.clear();
        adopted.clear();
        closed.clear();
    }
}
