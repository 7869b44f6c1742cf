package io.shopoms.inventory;

import io.shopoms.inventory.cache.StockBook;
import io.shopoms.inventory.mapping.Ledger;
import io.shopoms.inventory.shopify.LevelWrite;
import io.shopoms.inventory.shopify.OpenWrite;
import io.shopoms.inventory.shopify.ShopifyStock;
import io.shopoms.inventory.shopify.WriteJournal;
import io.shopoms.inventory.shopify.WriteResult;
import io.shopoms.inventory.shopify.WriteResult.Refused;
import io.shopoms.inventory.shopify.WriteResult.Stale;
import io.shopoms.inventory.shopify.WriteResult.Unknown;
import io.shopoms.inventory.shopify.WriteResult.Written;
import io.shopoms.inventory.stock.Level;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.failure.SyncFailure;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Learns what became of writes whose answer was lost, before anything else is decided for their items: so that no write is
 * carried out twice, and none of ours is taken for a stranger's.
 */
@Singleton
class OpenWrites {

    private final WriteJournal journal;
    private final ShopifyStock shopify;
    private final StockBook book;
    private final StockRounds rounds;

    OpenWrites(WriteJournal journal, ShopifyStock shopify, StockBook book, StockRounds rounds) {
        this.journal = journal;
        this.shopify = shopify;
        this.book = book;
        this.rounds = rounds;
    }

    /** @return items of which a write is still open, with the reason: nothing is decided for them now */
    Uni<Map<ShopifyId, SyncFailure>> close(Store store, Collection<ShopifyId> items) {
        return journal.openOf(store.shop(), items)
                .chain(open -> Multi.createFrom()
                        .iterable(open)
                        .onItem()
                        .transformToUniAndConcatenate(write -> repeat(store, write))
                        .collect()
                        .in(HashMap::new, Map::putAll));
    }

    private Uni<Map<ShopifyId, SyncFailure>> repeat(Store store, OpenWrite write) {
        return shopify.repeat(store, write)
                .chain(results -> store(store, write, results).map(done -> unknown(results)));
    }

    /** Also of items that are not in this batch: a write is closed as a whole. */
    private Uni<Void> store(Store store, OpenWrite write, List<WriteResult> results) {
        List<ShopifyId> items =
                write.lines().stream().map(line -> line.key().item()).distinct().toList();
        return rounds.begin(store, items).chain(round -> {
            results.forEach(result -> book(round, result));
            return round.settle(book);
        });
    }

    private static void book(StockRound round, WriteResult result) {
        Level level = round.level(result.key());
        if (result instanceof Written written) {
            LevelWrite line = written.line();
            // The terms of the number were lost with the process that computed it: those before them stand.
            round.book(round.ledger()
                    .written(
                            level,
                            new Ledger.Write(
                                    line.from(),
                                    line.quantity(),
                                    written.at(),
                                    line.cause(),
                                    level.number(),
                                    written.write())));
            // It may have been carried out long ago, and what changed since may have been told before it was known.
            round.put(Ledger.doubted(round.level(result.key())));
            round.closed(written.write());
        } else if (result instanceof Stale || result instanceof Refused) {
            round.put(Ledger.doubted(level));
        }
    }

    private static Map<ShopifyId, SyncFailure> unknown(List<WriteResult> results) {
        return results.stream()
                .filter(Unknown.class::isInstance)
                .map(Unknown.class::cast)
                .collect(Collectors.toMap(unknown -> unknown.key().item(), Unknown::failure, (first, second) -> first));
    }
}
