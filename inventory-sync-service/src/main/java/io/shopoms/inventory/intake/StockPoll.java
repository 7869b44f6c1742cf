package io.shopoms.inventory.intake;

import io.shopoms.inventory.cache.StockCursors;
import io.shopoms.inventory.cache.StockCursors.Cursor;
import io.shopoms.inventory.cache.StockNews;
import io.shopoms.inventory.odoo.ChangedStock;
import io.shopoms.model.OdooId;
import io.shopoms.model.ShopDomain;
import io.shopoms.sync.job.ScheduledTask;
import io.shopoms.sync.store.Store;
import io.shopoms.sync.store.Store.OdooConnection;
import io.shopoms.sync.store.Stores;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds what changed in Odoo's stock and makes the items of those products due. Every look overlaps the one before, because
 * Odoo dates a change with the start of its transaction and shows whole seconds. If a look fails, nothing of it counts: the
 * cursor stays, and the next look starts there again.
 *
 * <p>Stores that use the same Odoo with the same key would all see the same: whichever is due first looks for all of them,
 * and the others find that it was done. Only a look that ended well counts as done, and a store with another key looks for
 * itself: so neither a wrong key nor a stopped task of one store silences another.
 */
@Singleton
public class StockPoll implements ScheduledTask {

    /** Products whose items are made due in one transaction. */
    private static final int AT_ONCE = 500;

    /** Makes the items of products due, each with what moved its stock; answers how many they are. */
    interface Due {
        Uni<Integer> products(Store store, Map<OdooId, String> products);
    }

    private final ChangedStock changes;
    private final Stores stores;
    private final StockCursors cursors;
    private final Due due;
    private final StockPollSettings settings;
    private final Clock clock;
    private final Map<Optional<OdooConnection>, SeenRows> seen = new ConcurrentHashMap<>();

    @Inject
    StockPoll(
            ChangedStock changes,
            Stores stores,
            StockCursors cursors,
            StockNews news,
            StockPollSettings settings,
            Clock clock) {
        this(changes, stores, cursors, news::heard, settings, clock);
    }

    StockPoll(
            ChangedStock changes,
            Stores stores,
            StockCursors cursors,
            Due due,
            StockPollSettings settings,
            Clock clock) {
        this.changes = changes;
        this.stores = stores;
        this.cursors = cursors;
        this.due = due;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "odoo-stock";
    }

    @Override
    public Duration interval() {
        return settings.pollInterval();
    }

    @Override
    public Uni<String> run(Store store) {
        List<ShopDomain> sharing = sharing(store);
        return cursors.of(sharing, clock.instant().minus(settings.pollLookBack()))
                .chain(known -> isFresh(known.get(store.shop()))
                        ? Uni.createFrom().item("another store with the same Odoo and key has just looked")
                        : look(store, sharing, oldest(known.values())));
    }

    private Uni<String> look(Store store, List<ShopDomain> sharing, Instant cursor) {
        SeenRows rows = seen.computeIfAbsent(store.odoo(), connection -> new SeenRows());
        return new StockLook(changes, rows, store, cursor, clock.instant(), settings.pollOverlap())
                .made()
                .chain(look -> raised(store, look.products())
                        .call(() -> cursors.advance(sharing, look.newest()))
                        .invoke(look::remember)
                        .map(look::summary));
    }

    private Uni<Integer> raised(Store store, Map<OdooId, String> products) {
        List<OdooId> all = products.keySet().stream()
                .sorted(Comparator.comparingLong(OdooId::value))
                .toList();
        List<Map<OdooId, String>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            parts.add(all.subList(from, Math.min(all.size(), from + AT_ONCE)).stream()
                    .collect(Collectors.toMap(Function.identity(), products::get)));
        }
        return Multi.createFrom()
                .iterable(parts)
                .onItem()
                .transformToUniAndConcatenate(part -> due.products(store, part))
                .collect()
                .with(Collectors.summingInt(Integer::intValue));
    }

    /** A store that looks at its own pace is never fresh: its last look lies a whole interval back. */
    private boolean isFresh(Cursor cursor) {
        return cursor.age()
                .filter(age -> age.compareTo(settings.pollInterval().dividedBy(2)) < 0)
                .isPresent();
    }

    /** A store that is new among them has further to go back. */
    private static Instant oldest(Collection<Cursor> cursors) {
        return cursors.stream().map(Cursor::until).min(Instant::compareTo).orElseThrow();
    }

    private List<ShopDomain> sharing(Store store) {
        return Stream.concat(
                        Stream.of(store),
                        stores.all().stream()
                                .filter(other ->
                                        store.odoo().isPresent() && other.odoo().equals(store.odoo())))
                .map(Store::shop)
                .distinct()
                .sorted(Comparator.comparing(ShopDomain::value))
                .toList();
    }
}
