package io.shopoms.inventory;

import io.shopoms.inventory.cache.StockSnapshot.OtherLevel;
import io.shopoms.inventory.mapping.CauseRules;
import io.shopoms.inventory.mapping.Shelf;
import io.shopoms.inventory.mapping.StockFailures;
import io.shopoms.inventory.mapping.StockFormula;
import io.shopoms.inventory.mapping.StockFormula.Numbers;
import io.shopoms.inventory.odoo.FreeStock;
import io.shopoms.inventory.odoo.OdooStock;
import io.shopoms.inventory.shopify.LevelWrite;
import io.shopoms.inventory.stock.Level;
import io.shopoms.inventory.stock.Level.Presence;
import io.shopoms.inventory.stock.LevelKey;
import io.shopoms.inventory.stock.ProductStock;
import io.shopoms.inventory.stock.SourceShare;
import io.shopoms.inventory.stock.StockLink;
import io.shopoms.inventory.stock.StockLocation;
import io.shopoms.inventory.stock.StockNumber;
import io.shopoms.inventory.stock.StockSource;
import io.shopoms.inventory.stock.StockSource.Kind;
import io.shopoms.model.OdooId;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.failure.SyncFailure;
import io.shopoms.sync.failure.SyncFailureException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Computes a round's numbers from Odoo's free stock, read last, and says which differ from what Shopify shows. */
@Singleton
class NumberWork {

    private final OdooStock odoo;

    NumberWork(OdooStock odoo) {
        this.odoo = odoo;
    }

    /**
     * @param lines what is to be written
     * @param numbers the terms of each line
     * @param unstocked levels that need the item stocked first
     */
    record Plan(List<LevelWrite> lines, Map<LevelKey, StockNumber> numbers, List<LevelKey> unstocked) {}

    Uni<Plan> compute(StockRound round) {
        Set<OdooId> products = round.open().stream().map(StockLink::product).collect(Collectors.toSet());
        if (products.isEmpty()) {
            return Uni.createFrom().item(new Plan(List.of(), Map.of(), List.of()));
        }
        Set<StockSource> sources = round.served().stream()
                .flatMap(location -> sources(location).stream())
                .collect(Collectors.toSet());
        return odoo.free(round.store(), products, sources)
                .map(free -> plan(round, free))
                .onFailure(SyncFailureException.class)
                .recoverWithItem(away -> lowered(round, ((SyncFailureException) away).failure()));
    }

    private static Plan plan(StockRound round, FreeStock free) {
        Plan plan = new Plan(new ArrayList<>(), new HashMap<>(), new ArrayList<>());
        for (StockLink link : round.open()) {
            ItemWork work = round.item(link.item());
            Optional<SyncFailure> failure = StockFailures.product(
                    link, Optional.ofNullable(free.products().get(link.product())));
            if (failure.isPresent()) {
                work.fail(failure.get());
                continue;
            }
            Numbers numbers = numbers(round, link, free.products().get(link.product()), free.unusable());
            work.numbers(numbers);
            numbers.failures().values().forEach(work::failPartly);
            numbers.numbers().forEach((place, number) -> compare(round, plan, link, place, number));
        }
        return plan;
    }

    /**
     * While Odoo does not answer, what is known to be sold is taken from what Odoo had last: otherwise each store went on
     * selling what the others have sold, for as long as that takes. Nothing is raised.
     */
    private static Plan lowered(StockRound round, SyncFailure away) {
        Plan plan = new Plan(new ArrayList<>(), new HashMap<>(), List.of());
        for (StockLink link : round.open()) {
            Numbers numbers =
                    numbers(round, link, RememberedStock.of(link.product(), round.kept(link.item())), Map.of());
            List<LevelWrite> lines = new ArrayList<>();
            numbers.numbers().forEach((place, number) -> {
                Level level = round.level(new LevelKey(link.item(), place));
                if (level.presence() == Presence.STOCKED && number.units() < level.available()) {
                    lines.add(line(level, number));
                    plan.numbers().put(level.key(), number);
                }
            });
            plan.lines().addAll(lines);
            if (lines.isEmpty()) {
                round.item(link.item()).fail(away);
            } else {
                round.item(link.item()).unread(away, round.ledger().now());
            }
        }
        return plan;
    }

    private static Numbers numbers(
            StockRound round, StockLink link, ProductStock stock, Map<StockSource, SyncFailure> unusable) {
        return StockFormula.of(
                stock,
                unusable,
                pending(round, link),
                link.allocation().orElse(round.policy().allocation()),
                shelves(round, link));
    }

    /** Of the round's own items it is known by now which units that orders gave back are to be seen in Shopify. */
    private static long pending(StockRound round, StockLink link) {
        return round.known().pending().getOrDefault(link.product(), 0L)
                + round.items().stream()
                        .filter(work -> isOf(round, work.item(), link.product()))
                        .mapToLong(work -> work.unseen() - givenBack(round, work.item()))
                        .sum();
    }

    private static long givenBack(StockRound round, ShopifyId item) {
        return round.known().effects().getOrDefault(item, List.of()).stream()
                .mapToLong(effect -> Math.max(0, effect.units()))
                .sum();
    }

    private static void compare(StockRound round, Plan plan, StockLink link, ShopifyId place, StockNumber number) {
        Level level = round.level(new LevelKey(link.item(), place));
        if (level.presence() == Presence.NEVER) {
            if (number.units() > 0) {
                plan.unstocked().add(level.key());
            }
        } else if (level.available() == number.units()) {
            round.put(level.withNumber(Optional.of(number)));
        } else {
            plan.lines().add(line(level, number));
            plan.numbers().put(level.key(), number);
        }
    }

    private static LevelWrite line(Level level, StockNumber number) {
        return new LevelWrite(level.key(), number.units(), level.available(), CauseRules.cause(level, number));
    }

    private static List<Shelf> shelves(StockRound round, StockLink link) {
        List<Shelf> shelves = new ArrayList<>();
        for (StockLocation location : round.served()) {
            Level level = round.level(new LevelKey(link.item(), location.id()));
            if (level.presence() == Presence.REMOVED) {
                round.item(link.item())
                        .note("not written at " + location.name() + ": no longer stocked there in Shopify");
                continue;
            }
            shelves.add(new Shelf(
                    location,
                    link.buffer()
                            .orElseGet(() ->
                                    location.buffer().orElse(round.policy().buffer())),
                    heldElsewhere(round, link, location),
                    level.unexplainedUnits(),
                    level.shown(),
                    level.available()));
        }
        return shelves;
    }

    /** Units that vanished at other levels which sell the same product from the same source. */
    private static long heldElsewhere(StockRound round, StockLink link, StockLocation location) {
        LevelKey own = new LevelKey(link.item(), location.id());
        Set<StockSource> sources = sources(location);
        long others = round.known().others().getOrDefault(link.product(), List.of()).stream()
                .filter(other -> mayShare(other.sources(), sources))
                .mapToLong(OtherLevel::held)
                .sum();
        Map<ShopifyId, Set<StockSource>> places =
                round.served().stream().collect(Collectors.toMap(StockLocation::id, NumberWork::sources));
        long here = round.all().stream()
                .filter(level -> level.held() > 0 && !level.key().equals(own))
                .filter(level -> sells(round, level, link.product()))
                .filter(level -> mayShare(places.getOrDefault(level.key().location(), Set.of()), sources))
                .mapToLong(Level::held)
                .sum();
        return others + here;
    }

    /** A stock location may lie in another one, or in a warehouse; two warehouses have nothing in common. */
    private static boolean mayShare(Set<StockSource> one, Set<StockSource> other) {
        return one.stream()
                .anyMatch(a -> other.stream()
                        .anyMatch(b -> a.equals(b) || a.kind() == Kind.LOCATION || b.kind() == Kind.LOCATION));
    }

    private static boolean sells(StockRound round, Level level, OdooId product) {
        return isOf(round, level.key().item(), product);
    }

    private static boolean isOf(StockRound round, ShopifyId item, OdooId product) {
        StockLink link = round.known().links().get(item);
        return link != null && link.product().equals(product);
    }

    private static Set<StockSource> sources(StockLocation location) {
        return location.sources().stream().map(SourceShare::source).collect(Collectors.toSet());
    }
}
