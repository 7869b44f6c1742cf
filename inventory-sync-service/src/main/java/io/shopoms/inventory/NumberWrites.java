package io.shopoms.inventory;

import io.shopoms.inventory.NumberWork.Plan;
import io.shopoms.inventory.mapping.Ledger;
import io.shopoms.inventory.shopify.LevelWrite;
import io.shopoms.inventory.shopify.ShopifyStock;
import io.shopoms.inventory.shopify.WriteResult;
import io.shopoms.inventory.shopify.WriteResult.Postponed;
import io.shopoms.inventory.shopify.WriteResult.Refused;
import io.shopoms.inventory.shopify.WriteResult.Stale;
import io.shopoms.inventory.shopify.WriteResult.Unknown;
import io.shopoms.inventory.shopify.WriteResult.Written;
import io.shopoms.inventory.stock.Level;
import io.shopoms.inventory.stock.LevelKey;
import io.shopoms.inventory.stock.StockLocation;
import io.shopoms.sync.failure.SyncFailure;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Writes a round's numbers to Shopify and books what became of each. */
@Singleton
class NumberWrites {

    /** Items that are stocked at a new location at once; Shopify's throttle is the real limit. */
    private static final int AT_ONCE = 4;

    private final ShopifyStock shopify;

    NumberWrites(ShopifyStock shopify) {
        this.shopify = shopify;
    }

    Uni<Void> write(StockRound round, Plan plan) {
        return stock(round, plan.unstocked())
                .chain(() -> plan.lines().isEmpty()
                        ? Uni.createFrom().item(List.<WriteResult>of())
                        : shopify.write(round.store(), plan.lines()))
                .invoke(results -> results.forEach(result -> book(round, plan, result)))
                .replaceWithVoid();
    }

    /** What Shopify has there once the item is stocked is read in the next round. */
    private Uni<Void> stock(StockRound round, List<LevelKey> unstocked) {
        return Multi.createFrom()
                .iterable(unstocked)
                .onItem()
                .transformToUni(
                        key -> shopify.stockAt(round.store(), key).invoke(failure -> stocked(round, key, failure)))
                .merge(AT_ONCE)
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private static void stocked(StockRound round, LevelKey key, Optional<SyncFailure> failure) {
        ItemWork work = round.item(key.item());
        if (failure.isPresent()) {
            work.failPartly(failure.get());
        } else {
            round.put(Ledger.doubted(round.level(key)));
            work.lookAgain();
        }
    }

    private static void book(StockRound round, Plan plan, WriteResult result) {
        ItemWork work = round.item(result.key().item());
        Level level = round.level(result.key());
        LevelWrite line = result.line();
        if (result instanceof Written written) {
            round.book(round.ledger()
                    .written(
                            level,
                            new Ledger.Write(
                                    line.from(),
                                    line.quantity(),
                                    written.at(),
                                    line.cause(),
                                    Optional.of(plan.numbers().get(line.key())),
                                    written.write())));
            round.closed(written.write());
            work.note(name(round, line.key()) + ": " + line.from() + " → " + line.quantity());
        } else if (result instanceof Stale) {
            round.put(Ledger.doubted(level));
            work.lookAgain();
        } else if (result instanceof Refused refused) {
            // It may be another item by then: untracked, deleted, stocked elsewhere.
            round.put(Ledger.doubted(level));
            work.failPartly(refused.failure());
        } else if (result instanceof Postponed postponed) {
            work.fail(postponed.failure());
        } else if (result instanceof Unknown unknown) {
            work.fail(unknown.failure());
        }
    }

    private static String name(StockRound round, LevelKey key) {
        return round.served().stream()
                .filter(location -> location.id().equals(key.location()))
                .map(StockLocation::name)
                .findFirst()
                .orElseGet(() -> key.location().toString());
    }
}
