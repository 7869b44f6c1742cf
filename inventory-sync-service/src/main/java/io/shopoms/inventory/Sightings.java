package io.shopoms.inventory;

import io.shopoms.inventory.mapping.Ledger.Reading;
import io.shopoms.inventory.mapping.OrderMatching;
import io.shopoms.inventory.mapping.OrderMatching.Matched;
import io.shopoms.inventory.mapping.StockFailures;
import io.shopoms.inventory.shopify.ItemReading;
import io.shopoms.inventory.shopify.ItemReading.LevelReading;
import io.shopoms.inventory.shopify.ItemReadings;
import io.shopoms.inventory.shopify.ShopifyStock;
import io.shopoms.inventory.stock.Level;
import io.shopoms.inventory.stock.Level.Presence;
import io.shopoms.inventory.stock.LevelKey;
import io.shopoms.inventory.stock.OrderEffect;
import io.shopoms.inventory.stock.StockLink;
import io.shopoms.inventory.stock.StockLocation;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.failure.SyncFailure;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Sees to it that what is known of a round's levels holds: releases those that shopOMS does not answer for, reads those in
 * doubt from Shopify, and finds the orders that explain what was seen.
 */
@Singleton
class Sightings {

    private final ShopifyStock shopify;

    Sightings(ShopifyStock shopify) {
        this.shopify = shopify;
    }

    Uni<Void> look(StockRound round) {
        round.items().forEach(work -> sort(round, work));
        List<ShopifyId> doubtful = round.open().stream()
                .filter(link -> isDoubtful(round, link))
                .map(StockLink::item)
                .toList();
        Uni<ItemReadings> read =
                doubtful.isEmpty() ? Uni.createFrom().item(ItemReadings.NONE) : shopify.read(round.store(), doubtful);
        return read.invoke(readings -> {
                    doubtful.forEach(item -> book(round, item, readings));
                    round.open().forEach(link -> match(round, link.item()));
                })
                .replaceWithVoid();
    }

    private static void sort(StockRound round, ItemWork work) {
        StockLink link = round.known().links().get(work.item());
        if (link == null) {
            release(round, work.item());
            // It becomes due again once it is linked.
            work.done("not linked with an Odoo product: nothing is written");
        } else if (!link.enabled()) {
            release(round, work.item());
            work.done("its stock is disabled: nothing is written");
        } else if (round.served().isEmpty()) {
            release(round, work.item());
            work.fail(StockFailures.nothingMapped());
        } else {
            releaseUnserved(round, work);
        }
    }

    private static void releaseUnserved(StockRound round, ItemWork work) {
        Map<ShopifyId, StockLocation> locations =
                round.known().locations().stream().collect(Collectors.toMap(StockLocation::id, Function.identity()));
        for (Level level : round.levels(work.item())) {
            StockLocation location = locations.get(level.key().location());
            if (location == null || !location.isServed()) {
                release(round, level);
                if (level.presence() == Presence.STOCKED && location != null) {
                    work.note("not written at " + location.name() + ": "
                            + (location.active() ? "not mapped to Odoo" : "inactive in Shopify"));
                }
            }
        }
    }

    /** What orders did to it is of no interest any more either. */
    private static void release(StockRound round, ShopifyId item) {
        round.levels(item).forEach(level -> release(round, level));
        round.left(round.known().effects().getOrDefault(item, List.of()).stream()
                .collect(Collectors.toMap(OrderEffect::id, effect -> 0L)));
    }

    private static void release(StockRound round, Level level) {
        if (level.kept()) {
            round.book(round.ledger().release(level));
        }
    }

    private static boolean isDoubtful(StockRound round, StockLink link) {
        return round.served().stream()
                .map(location -> round.level(new LevelKey(link.item(), location.id())))
                .anyMatch(level -> level.revision() == 0
                        || level.isDoubtful()
                        || level.presence() == Presence.STOCKED && !level.kept());
    }

    private static void book(StockRound round, ShopifyId item, ItemReadings readings) {
        SyncFailure unclear = readings.unclear().get(item);
        if (unclear != null) {
            round.item(item).fail(unclear);
        } else {
            book(round, item, readings.found().get(item));
        }
    }

    private static void book(StockRound round, ShopifyId item, ItemReading reading) {
        StockLink link = round.known().links().get(item);
        if (reading == null) {
            release(round, item);
            round.item(item).fail(StockFailures.notInShopify(link));
            return;
        }
        if (!reading.tracked()) {
            release(round, item);
            round.item(item).fail(StockFailures.untracked(link));
            return;
        }
        Set<ShopifyId> served = round.served().stream().map(StockLocation::id).collect(Collectors.toSet());
        // Told twice, between two pages, the later one holds.
        Map<ShopifyId, LevelReading> levels = reading.levels().stream()
                .collect(Collectors.toMap(LevelReading::location, Function.identity(), (first, later) -> later));
        Set<ShopifyId> places = new HashSet<>(served);
        places.addAll(levels.keySet());
        for (ShopifyId place : places) {
            Level level = round.level(new LevelKey(item, place));
            round.book(round.ledger().read(level, reading(round, levels.get(place))));
            if (!served.contains(place)) {
                // Known, so that a webhook about it is not news each time, but not answered for.
                round.put(round.level(level.key()).withKept(false));
            }
        }
    }

    private static Reading reading(StockRound round, LevelReading level) {
        return level == null
                ? new Reading(false, 0, round.ledger().now())
                : new Reading(level.stocked(), level.stocked() ? level.available() : 0, level.updatedAt());
    }

    private static void match(StockRound round, ShopifyId item) {
        Matched matched = OrderMatching.match(
                round.ledger(),
                round.kept(item),
                round.known().effects().getOrDefault(item, List.of()),
                round.policy().driftAfter());
        matched.levels().forEach(round::book);
        round.left(matched.effects());
        round.item(item).unseen(matched.unseen(), matched.unseenUntil());
    }
}
