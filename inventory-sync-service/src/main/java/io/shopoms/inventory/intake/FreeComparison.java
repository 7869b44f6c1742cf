package io.shopoms.inventory.intake;

import io.shopoms.inventory.cache.LinkedItems;
import io.shopoms.inventory.cache.StockBook;
import io.shopoms.inventory.cache.StockSnapshot;
import io.shopoms.inventory.odoo.OdooStock;
import io.shopoms.inventory.stock.SourceShare;
import io.shopoms.inventory.stock.StockLink;
import io.shopoms.inventory.stock.StockLocation;
import io.shopoms.inventory.stock.StockSource;
import io.shopoms.model.OdooId;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares what the numbers of linked items were computed from with Odoo's free stock, page by page. */
@Singleton
class FreeComparison {

    private static final int PAGE = OdooStock.PAGE;

    private final LinkedItems linked;
    private final StockBook book;
    private final OdooStock odoo;

    FreeComparison(LinkedItems linked, StockBook book, OdooStock odoo) {
        this.linked = linked;
        this.book = book;
        this.odoo = odoo;
    }

    /**
     * @param items how many were compared
     * @param due how many of them are looked at
     * @param last the last one; absent if nothing follows
     */
    record Page(int items, int due, Optional<ShopifyId> last) {}

    Uni<Page> page(Store store, long after) {
        return linked.after(store.shop(), after, PAGE).chain(items -> {
            if (items.isEmpty()) {
                return Uni.createFrom().item(new Page(0, 0, Optional.empty()));
            }
            Optional<ShopifyId> last =
                    items.size() < PAGE ? Optional.empty() : Optional.of(items.get(items.size() - 1));
            return book.load(store, items)
                    .chain(known -> outOfStep(store, known))
                    .chain(out -> linked.raise(store.shop(), out))
                    .map(due -> new Page(items.size(), due, last));
        });
    }

    /** Looked at twice: what was decided while Odoo was asked is from numbers as new as these, or newer. */
    private Uni<List<ShopifyId>> outOfStep(Store store, StockSnapshot known) {
        Set<StockSource> sources = known.locations().stream()
                .filter(StockLocation::isServed)
                .flatMap(location -> location.sources().stream())
                .map(SourceShare::source)
                .collect(Collectors.toSet());
        Set<OdooId> products = known.links().values().stream()
                .filter(StockLink::enabled)
                .map(StockLink::product)
                .collect(Collectors.toSet());
        return sources.isEmpty() || products.isEmpty()
                ? Uni.createFrom().item(List.of())
                : odoo.free(store, products, sources).chain(free -> {
                    List<ShopifyId> out = OutOfStep.items(known, free);
                    return out.isEmpty()
                            ? Uni.createFrom().item(out)
                            : book.load(store, out).map(now -> OutOfStep.items(now, free));
                });
    }
}
