package io.shopoms.inventory;

import io.shopoms.inventory.cache.StockBook;
import io.shopoms.inventory.cache.StockSnapshot;
import io.shopoms.inventory.mapping.DriftRules;
import io.shopoms.inventory.odoo.StockAdjustments;
import io.shopoms.inventory.stock.Adoption;
import io.shopoms.inventory.stock.Drift;
import io.shopoms.inventory.stock.Drift.Decision;
import io.shopoms.inventory.stock.Level;
import io.shopoms.inventory.stock.LevelKey;
import io.shopoms.inventory.stock.OrderEffect;
import io.shopoms.inventory.stock.StockLink;
import io.shopoms.inventory.stock.StockLocation;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.failure.SyncFailureException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Decides on differences that stayed unexplained, and has Odoo take over those that are adopted. */
@Singleton
class DriftDecisions {

    /** How long a difference waits at most for orders that the order service cannot take in. */
    private static final Duration PATIENCE = Duration.ofHours(24);

    private final StockBook book;
    private final StockAdjustments adjustments;
    private final OrderNews orders;

    DriftDecisions(StockBook book, StockAdjustments adjustments, OrderNews orders) {
        this.book = book;
        this.adjustments = adjustments;
        this.orders = orders;
    }

    /** A difference that is drift unless an order explains it that nobody has told us of. */
    private record Candidate(StockLink link, StockLocation location, Level level, Drift drift) {

        ShopifyId item() {
            return link.item();
        }

        /** Overwriting what is too much only lowers; all else waits for the orders that may explain it. */
        boolean mayBeOrder(Instant now) {
            return (drift.units() < 0 || drift.decision() != Decision.CORRECT)
                    && drift.since().plus(PATIENCE).isAfter(now);
        }
    }

    /** What is decided is stored before Odoo is called, and what Odoo has taken over before its stock is read. */
    Uni<Void> decide(StockRound round) {
        return ofAge(round).chain(drifts -> {
            // What was to be taken over of a level that nobody answers for any more ends with it.
            List<Adoption> adoptions = round.known().adoptions().stream()
                    .filter(adoption -> round.level(adoption.key()).kept())
                    .collect(Collectors.toCollection(ArrayList::new));
            drifts.forEach(drift -> decided(round, drift).ifPresent(adoptions::add));
            return round.settle(book).chain(() -> adopt(round, adoptions)).chain(() -> round.settle(book));
        });
    }

    private Uni<List<Candidate>> ofAge(StockRound round) {
        List<Candidate> candidates = round.open().stream()
                .flatMap(link -> candidates(round, link).stream())
                .toList();
        Instant now = round.ledger().now();
        Optional<Instant> since = candidates.stream()
                .filter(candidate -> candidate.mayBeOrder(now))
                .map(candidate -> candidate.drift().since())
                .min(Comparator.naturalOrder());
        return since.map(oldest -> orders.isMissing(round.store(), oldest)
                        .chain(missing -> missing
                                ? Uni.createFrom()
                                        .item(candidates.stream()
                                                .filter(candidate -> !candidate.mayBeOrder(now))
                                                .toList())
                                : toldBefore(round, candidates)))
                .orElseGet(() -> Uni.createFrom().item(candidates));
    }

    /** What orders told after the round had begun is not in it: those items are looked at once more. */
    private Uni<List<Candidate>> toldBefore(StockRound round, List<Candidate> candidates) {
        Instant now = round.ledger().now();
        Set<ShopifyId> items = candidates.stream()
                .filter(candidate -> candidate.mayBeOrder(now))
                .map(Candidate::item)
                .collect(Collectors.toSet());
        return book.load(round.store(), items).map(fresh -> {
            items.removeIf(item -> isTold(round.known(), fresh, item));
            items.forEach(item -> round.item(item).lookAgain());
            return candidates.stream()
                    .filter(candidate -> !items.contains(candidate.item()))
                    .toList();
        });
    }

    private static boolean isTold(StockSnapshot known, StockSnapshot fresh, ShopifyId item) {
        Set<Long> told = known.effects().getOrDefault(item, List.of()).stream()
                .map(OrderEffect::id)
                .collect(Collectors.toSet());
        return fresh.effects().getOrDefault(item, List.of()).stream().allMatch(effect -> told.contains(effect.id()));
    }

    private static List<Candidate> candidates(StockRound round, StockLink link) {
        List<Candidate> candidates = new ArrayList<>();
        for (StockLocation location : round.served()) {
            Level level = round.level(new LevelKey(link.item(), location.id()));
            if (level.kept() && !round.isAdopting(level.key())) {
                DriftRules.drift(
                                level,
                                round.policy().drift(),
                                round.policy().driftAfter(),
                                round.ledger().now(),
                                UUID.randomUUID())
                        .ifPresent(drift -> candidates.add(new Candidate(link, location, level, drift)));
            }
        }
        return candidates;
    }

    /** @return what Odoo is to take over of it */
    private static Optional<Adoption> decided(StockRound round, Candidate candidate) {
        Drift drift = candidate.drift();
        round.found(drift);
        round.book(round.ledger().decided(candidate.level(), drift));
        String what =
                "drift of " + drift.units() + " at " + candidate.location().name();
        ItemWork work = round.item(candidate.link().item());
        return switch (drift.decision()) {
            case CORRECT -> {
                work.note(what + " corrected");
                yield Optional.empty();
            }
            case SHOW -> {
                work.note(what + " waits for a decision");
                yield Optional.empty();
            }
            case ADOPT -> {
                work.note(what + " adopted");
                Adoption adoption = adoption(candidate.link(), candidate.location(), drift);
                round.decided(adoption);
                yield Optional.of(adoption);
            }
        };
    }

    private static Adoption adoption(StockLink link, StockLocation location, Drift drift) {
        return new Adoption(
                drift.id(),
                drift.key(),
                link.product(),
                location.sources().get(0).source(),
                drift.units(),
                false,
                false);
    }

    private Uni<Void> adopt(StockRound round, List<Adoption> adoptions) {
        return Multi.createFrom()
                .iterable(adoptions)
                .onItem()
                .transformToUniAndConcatenate(adoption -> adopt(round, adoption))
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Void> adopt(StockRound round, Adoption adoption) {
        ItemWork work = round.item(adoption.key().item());
        if (!work.isOpen()) {
            return Uni.createFrom().voidItem();
        }
        return taken(round, adoption)
                .invoke(() -> {
                    round.book(round.ledger().adopted(round.level(adoption.key()), adoption));
                    round.adopted(adoption.drift());
                })
                .onFailure(SyncFailureException.class)
                .recoverWithItem(failure -> {
                    // The difference stays in the number until Odoo has it; less in Odoo lowers it all the same.
                    work.failPartly(((SyncFailureException) failure).failure());
                    return null;
                });
    }

    /** What a person has withdrawn ends without Odoo. Should Odoo have it nevertheless, it is part of its free stock. */
    private Uni<Void> taken(StockRound round, Adoption adoption) {
        return adoption.withdrawn()
                ? Uni.createFrom().voidItem()
                : adjustments
                        .adjust(round.store(), adoption.mark(), adoption.product(), adoption.source(), adoption.units())
                        .replaceWithVoid();
    }
}
