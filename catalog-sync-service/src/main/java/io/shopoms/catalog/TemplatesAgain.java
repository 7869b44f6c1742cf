package io.shopoms.catalog;

import io.shopoms.catalog.cache.OdooProductCache;
import io.shopoms.catalog.odoo.OdooProduct;
import io.shopoms.sync.cache.CacheEntries;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;

/** Has templates looked at again, because Shopify no longer shows what Odoo leads. */
@Singleton
class TemplatesAgain {

    private final CacheEntries entries;
    private final OdooProductCache kind;
    private final Clock clock;

    TemplatesAgain(CacheEntries entries, OdooProductCache kind, Clock clock) {
        this.entries = entries;
        this.kind = kind;
        this.clock = clock;
    }

    /** One that the poll has not met yet is stored first. */
    Uni<Void> look(Store store, Collection<OdooProduct> templates) {
        if (templates.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Instant now = clock.instant();
        return entries.store(
                        kind,
                        templates.stream()
                                .map(template -> OdooProductCache.record(store.shop(), template, now))
                                .toList())
                .chain(() -> entries.reprocess(
                        kind,
                        store.shop(),
                        templates.stream().map(OdooProduct::templateId).toList()))
                .replaceWithVoid();
    }
}
