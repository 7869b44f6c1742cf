package io.shopoms.inventory.shopify;

import io.shopoms.inventory.shopify.ItemReading.LevelReading;
import io.shopoms.inventory.shopify.SetAnswer.CarriedOut;
import io.shopoms.inventory.shopify.SetAnswer.Faulty;
import io.shopoms.inventory.shopify.SetAnswer.NotBegun;
import io.shopoms.inventory.shopify.SetAnswer.Pending;
import io.shopoms.inventory.shopify.SetAnswer.Rejected;
import io.shopoms.inventory.shopify.SetAnswer.Unsaid;
import io.shopoms.inventory.shopify.WriteResult.Refused;
import io.shopoms.inventory.shopify.WriteResult.Stale;
import io.shopoms.inventory.shopify.WriteResult.Unknown;
import io.shopoms.inventory.shopify.WriteResult.Written;
import io.shopoms.model.ShopDomain;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.shopify.ShopifyClient;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Finds out what became of an open write. While Shopify remembers its key, by sending it again; later, or if that tells
 * neither of an error nor of a change, by looking whether the levels have its numbers: without the key, sending could carry it out a second time. Its numbers may be old by now,
 * so that nothing of it is sent in another form: whatever was not carried out is stale.
 */
final class OutcomeInquiry {

    /** Shopify keeps keys 24 hours; an hour less for clocks that differ and calls that wait. */
    static final Duration KEY_LIFE = Duration.ofHours(23);

    private final ShopDomain store;
    private final ShopifyClient shopify;
    private final WriteJournal journal;
    private final Clock clock;

    OutcomeInquiry(ShopDomain store, ShopifyClient shopify, WriteJournal journal, Clock clock) {
        this.store = store;
        this.shopify = shopify;
        this.journal = journal;
        this.clock = clock;
    }

    /** One result for each line. */
    Uni<List<WriteResult>> ask(OpenWrite write) {
        boolean remembered = clock.instant().isBefore(write.openedAt().plus(KEY_LIFE));
        return remembered ? SetQuantities.send(shopify, write).chain(answer -> told(write, answer)) : look(write);
    }

    private Uni<List<WriteResult>> look(OpenWrite write) {
        return new ItemReads(shopify)
                .read(write.lines().stream().map(line -> line.key().item()).toList())
                .chain(read -> seen(write, read.found()));
    }

    private Uni<List<WriteResult>> told(OpenWrite write, SetAnswer answer) {
        if (answer instanceof CarriedOut done) {
            return Uni.createFrom()
                    .item(write.lines().stream()
                            .<WriteResult>map(line -> new Written(line, write.key(), done.at()))
                            .toList());
        }
        if (answer instanceof Unsaid) {
            return look(write);
        }
        if (answer instanceof Pending pending) {
            return Uni.createFrom()
                    .item(write.lines().stream()
                            .<WriteResult>map(line -> new Unknown(line, pending.failure()))
                            .toList());
        }
        if (answer instanceof NotBegun refused) {
            // This call did nothing; of the one before it still nothing is known.
            return Uni.createFrom()
                    .item(write.lines().stream()
                            .<WriteResult>map(line -> new Unknown(line, refused.failure()))
                            .toList());
        }
        if (answer instanceof Rejected rejected) {
            return close(write)
                    .replaceWith(write.lines().stream()
                            .<WriteResult>map(line -> new Refused(line, rejected.failure()))
                            .toList());
        }
        Map<Integer, WriteResult> named = answer instanceof Faulty faulty ? faulty.lines() : Map.of();
        return close(write)
                .replaceWith(() -> IntStream.range(0, write.lines().size())
                        .mapToObj(i ->
                                named.getOrDefault(i, new Stale(write.lines().get(i))))
                        .toList());
    }

    private Uni<List<WriteResult>> seen(OpenWrite write, Map<ShopifyId, ItemReading> read) {
        List<WriteResult> results = write.lines().stream()
                .map(line -> level(line, read)
                        .filter(level -> level.available() == line.quantity())
                        .<WriteResult>map(level -> new Written(line, write.key(), level.updatedAt()))
                        .orElseGet(() -> new Stale(line)))
                .toList();
        boolean nothing = results.stream().noneMatch(Written.class::isInstance);
        return (nothing ? close(write) : Uni.createFrom().voidItem()).replaceWith(results);
    }

    private static Optional<LevelReading> level(LevelWrite line, Map<ShopifyId, ItemReading> read) {
        return Optional.ofNullable(read.get(line.key().item())).stream()
                .flatMap(item -> item.levels().stream())
                .filter(level -> level.location().equals(line.key().location()))
                .findFirst();
    }

    private Uni<Void> close(OpenWrite write) {
        return journal.replace(store, write.key(), List.of());
    }
}
