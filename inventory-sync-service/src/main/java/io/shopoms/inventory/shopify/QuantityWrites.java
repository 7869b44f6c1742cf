package io.shopoms.inventory.shopify;

import io.shopoms.inventory.shopify.SetAnswer.CarriedOut;
import io.shopoms.inventory.shopify.SetAnswer.Faulty;
import io.shopoms.inventory.shopify.SetAnswer.NotBegun;
import io.shopoms.inventory.shopify.SetAnswer.Pending;
import io.shopoms.inventory.shopify.SetAnswer.Rejected;
import io.shopoms.inventory.shopify.SetAnswer.Unsaid;
import io.shopoms.inventory.shopify.SetAnswer.UsedUp;
import io.shopoms.inventory.shopify.WriteResult.Postponed;
import io.shopoms.inventory.shopify.WriteResult.Refused;
import io.shopoms.inventory.shopify.WriteResult.Stale;
import io.shopoms.inventory.shopify.WriteResult.Unknown;
import io.shopoms.inventory.shopify.WriteResult.Written;
import io.shopoms.model.ShopDomain;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.failure.SyncFailure;
import io.shopoms.sync.failure.SyncFailure.TransientFailure;
import io.shopoms.sync.shopify.ShopifyClient;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * One run of writes to one store. Each mutation is journaled before it is sent; one that was certainly not carried out is
 * replaced in the journal by the one that follows it, which lacks the lines at fault. Of an item at most one mutation is
 * open: while the outcome of one is unknown, or not stored yet, nothing else is sent for its items.
 */
final class QuantityWrites {

    /** As many quantities as Shopify takes in one mutation. */
    static final int MOST = 250;

    /**
     * So many tries of a part if Shopify names faulty lines one after the other. The lines that are left are decided anew,
     * which loses nothing: those that were named do not come again.
     */
    private static final int TRIES = 10;

    private static final SyncFailure UNSAID =
            new TransientFailure("Shopify told of neither an error nor a change: the stock is read to see what it has");

    private final ShopDomain store;
    private final ShopifyClient shopify;
    private final WriteJournal journal;
    private final Clock clock;
    private final Set<ShopifyId> open = new HashSet<>();

    QuantityWrites(ShopDomain store, ShopifyClient shopify, WriteJournal journal, Clock clock) {
        this.store = store;
        this.shopify = shopify;
        this.journal = journal;
        this.clock = clock;
    }

    /** One result for each line. */
    Uni<List<WriteResult>> write(List<LevelWrite> lines) {
        Sendable sendable = Sendable.of(lines);
        return Multi.createFrom()
                .iterable(Chunks.byItem(sendable.sorted(), MOST))
                .onItem()
                .transformToUniAndConcatenate(this::part)
                .onItem()
                .<WriteResult>disjoint()
                .collect()
                .asList()
                .map(results -> both(sendable.impossible(), results));
    }

    private Uni<List<WriteResult>> part(List<LevelWrite> lines) {
        List<LevelWrite> free =
                lines.stream().filter(line -> !open.contains(line.key().item())).toList();
        List<WriteResult> barred = all(
                lines.stream().filter(line -> open.contains(line.key().item())).toList(), Stale::new);
        if (free.isEmpty()) {
            return Uni.createFrom().item(barred);
        }
        OpenWrite write = anew(free);
        return journal.open(store, write).chain(() -> send(write, 1)).map(results -> both(barred, results));
    }

    private Uni<List<WriteResult>> send(OpenWrite write, int number) {
        return SetQuantities.send(shopify, write).chain(answer -> {
            if (answer instanceof CarriedOut done) {
                keepOpen(write);
                return Uni.createFrom().item(all(write.lines(), line -> new Written(line, write.key(), done.at())));
            }
            if (answer instanceof Pending pending) {
                keepOpen(write);
                return Uni.createFrom().item(all(write.lines(), line -> new Unknown(line, pending.failure())));
            }
            if (answer instanceof Unsaid) {
                keepOpen(write);
                return Uni.createFrom().item(all(write.lines(), line -> new Unknown(line, UNSAID)));
            }
            if (answer instanceof NotBegun postponed) {
                // Its key was never used before: nobody needs to remember it, and no old number comes after a newer
                // one.
                return close(write).replaceWith(all(write.lines(), line -> new Postponed(line, postponed.failure())));
            }
            if (answer instanceof Rejected rejected) {
                return close(write).replaceWith(all(write.lines(), line -> new Refused(line, rejected.failure())));
            }
            if (answer instanceof UsedUp) {
                return again(write, write.lines(), number);
            }
            return sorted(write, (Faulty) answer, number);
        });
    }

    /** The journal has it until its outcome is stored, which the caller does with all that comes of this run. */
    private void keepOpen(OpenWrite write) {
        write.lines().forEach(line -> open.add(line.key().item()));
    }

    private Uni<List<WriteResult>> sorted(OpenWrite write, Faulty faulty, int number) {
        if (faulty.lines().isEmpty()) {
            return halves(write);
        }
        List<LevelWrite> rest = new ArrayList<>();
        for (int i = 0; i < write.lines().size(); i++) {
            if (!faulty.lines().containsKey(i)) {
                rest.add(write.lines().get(i));
            }
        }
        return again(write, rest, number)
                .map(results -> both(List.copyOf(faulty.lines().values()), results));
    }

    /** Shopify does not say which line is at fault: each half by itself, one after the other. */
    private Uni<List<WriteResult>> halves(OpenWrite write) {
        int middle = Chunks.middle(write.lines());
        List<LevelWrite> second = write.lines().subList(middle, write.lines().size());
        return again(write, write.lines().subList(0, middle), 1)
                .chain(first -> part(second).map(results -> both(first, results)));
    }

    private Uni<List<WriteResult>> again(OpenWrite refused, List<LevelWrite> lines, int number) {
        if (lines.isEmpty() || number >= TRIES) {
            return close(refused).replaceWith(all(lines, Stale::new));
        }
        OpenWrite next = anew(lines);
        return journal.replace(store, refused.key(), List.of(next)).chain(() -> send(next, number + 1));
    }

    private Uni<Void> close(OpenWrite refused) {
        return journal.replace(store, refused.key(), List.of());
    }

    private OpenWrite anew(List<LevelWrite> lines) {
        return new OpenWrite(UUID.randomUUID(), lines, clock.instant());
    }

    private static List<WriteResult> all(List<LevelWrite> lines, Function<LevelWrite, WriteResult> result) {
        return lines.stream().map(result).toList();
    }

    private static List<WriteResult> both(List<WriteResult> some, List<WriteResult> more) {
        List<WriteResult> all = new ArrayList<>(some);
        all.addAll(more);
        return List.copyOf(all);
    }
}
