package io.shopoms.inventory;

import io.shopoms.inventory.cache.StockBook;
import io.shopoms.inventory.mapping.DriftRules;
import io.shopoms.inventory.odoo.StockAdjustments;
import io.shopoms.inventory.stock.Adoption;
import io.shopoms.inventory.stock.Drift;
import io.shopoms.inventory.stock.Drift.Decision;
import io.shopoms.inventory.stock.Level;
import io.shopoms.inventory.stock.LevelKey;
import io.shopoms.inventory.stock.StockLink;
import io.shopoms.inventory.stock.StockLocation;
import io.shopoms.sync.failure.SyncFailureException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Decides on differences that stayed unexplained, and has Odoo take over those that are adopted. */
@Singleton
class DriftDecisions {

    private final StockBook book;
    private final StockAdjustments adjustments;

    DriftDecisions(StockBook book, StockAdjustments adjustments) {
        this.book = book;
        this.adjustments = adjustments;
    }

    /** What is decided is stored before Odoo is called, and what Odoo has taken over before its stock is read. */
    Uni<Void> decide(StockRound round) {
        List<Adoption> open = new ArrayList<>(round.known().adoptions());
        round.open().forEach(link -> open.addAll(decide(round, link)));
        return round.settle(book)
                .chain(() -> Multi.createFrom()
                        .iterable(open)
                        .onItem()
                        .transformToUniAndConcatenate(adoption -> adopt(round, adoption))
                        .collect()
                        .asList())
                .chain(done -> round.settle(book));
    }

    private static List<Adoption> decide(StockRound round, StockLink link) {
        Set<LevelKey> adopting =
                round.known().adoptions().stream().map(Adoption::key).collect(Collectors.toSet());
        List<Adoption> adoptions = new ArrayList<>();
        for (StockLocation location : round.served()) {
            Level level = round.level(new LevelKey(link.item(), location.id()));
            if (level.kept() && !adopting.contains(level.key())) {
                DriftRules.drift(
                                level,
                                round.policy().drift(),
                                round.policy().driftAfter(),
                                round.ledger().now(),
                                UUID.randomUUID())
                        .ifPresent(drift -> {
                            decided(round, level, location, drift);
                            if (drift.decision() == Decision.ADOPT) {
                                Adoption adoption = adoption(link, location, drift);
                                round.decided(adoption);
                                adoptions.add(adoption);
                            }
                        });
            }
        }
        return adoptions;
    }

    private static void decided(StockRound round, Level level, StockLocation location, Drift drift) {
        round.found(drift);
        round.book(round.ledger().decided(level, drift));
        String what = "drift of " + drift.units() + " at " + location.name();
        switch (drift.decision()) {
            case CORRECT -> round.item(level.key().item()).note(what + " corrected");
            case SHOW -> round.item(level.key().item()).note(what + " waits for a decision");
            case ADOPT -> round.item(level.key().item()).note(what + " adopted");
        }
    }

    private static Adoption adoption(StockLink link, StockLocation location, Drift drift) {
        return new Adoption(
                drift.id(),
                drift.key(),
                link.product(),
                location.sources().get(0).source(),
                drift.units(),
                false);
    }

    private Uni<Void> adopt(StockRound round, Adoption adoption) {
        ItemWork work = round.item(adoption.key().item());
        if (!work.isOpen()) {
            return Uni.createFrom().voidItem();
        }
        return adjustments
                .adjust(round.store(), adoption.mark(), adoption.product(), adoption.source(), adoption.units())
                .invoke(done -> {
                    round.book(round.ledger().adopted(round.level(adoption.key()), adoption));
                    round.adopted(adoption.drift());
                })
                .replaceWithVoid()
                .onFailure(SyncFailureException.class)
                .recoverWithItem(failure -> {
                    // The difference stays in the number until Odoo has it; less in Odoo lowers it all the same.
                    work.failPartly(((SyncFailureException) failure).failure());
                    return null;
                });
    }
}
