package io.shopoms.inventory.simulation;

import io.shopoms.inventory.simulation.Journal.Change;
import io.shopoms.inventory.simulation.Journal.Edit;
import io.shopoms.inventory.simulation.Journal.Place;
import io.shopoms.inventory.simulation.Journal.Read;
import io.shopoms.inventory.simulation.Journal.Sample;
import io.shopoms.inventory.simulation.Journal.Work;
import io.shopoms.inventory.stock.Drift.Decision;
import io.shopoms.model.ShopDomain;
import io.shopoms.model.ShopifyId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The units in flight, from what was noted. A change that leaves less to sell (a sale elsewhere, or anything in Odoo) is in
 * flight for a level from when it happens until the service has first dealt with the level's item, well and from the start,
 * after the change had reached it: by its order stored here, by Odoo's stock that has it, or by a reading of the level where
 * it happened, stored. Units that came back are in flight at their own level until their order is stored here. What a person has put on a level in Shopify counts there until it could be decided on as drift.
 *
 * <p>No level ever offers more than what there is plus what is in flight for it; so no sale takes more, either.
 */
final class InFlight {

    private static final Duration GRACE = Duration.ofMinutes(2);

    private final Journal journal;
    private final Decision policy;
    private final Map<Change, List<Instant>> known = new HashMap<>();

    InFlight(Journal journal, Decision policy) {
        this.journal = journal;
        this.policy = policy;
        journal.changes().stream()
                .filter(change -> change.units() > 0 || change.place().isPresent())
                .forEach(change -> known.put(change, known(change)));
    }

    /** The samples of levels that offered more than can be explained. */
    List<String> unexplained() {
        return journal.samples().stream()
                .filter(sample -> sample.offered() > 0 && sample.offered() > bound(sample))
                .map(sample -> sample + ", and not " + bound(sample) + " with what is in flight: " + of(sample))
                .toList();
    }

    /** Units that were offered beyond what there was, at the worst moment; each of them was in flight. */
    long worst() {
        return journal.samples().stream()
                .mapToLong(sample -> sample.offered() - Math.max(0, sample.position()))
                .max()
                .orElse(0);
    }

    private long bound(Sample sample) {
        long left = 0;
        long back = 0;
        for (Change change : of(sample)) {
            left += Math.max(0, change.units());
            back += Math.max(0, -change.units());
        }
        return Math.max(0, sample.position() + left) + back + edited(sample);
    }

    private List<Change> of(Sample sample) {
        return known.keySet().stream()
                .filter(change -> change.product().equals(sample.product()))
                .filter(change -> change.units() > 0
                        ? !change.place().equals(Optional.of(sample.place())) || isMasked(change)
                        : change.place().equals(Optional.of(sample.place())))
                .filter(change -> !change.at().isAfter(sample.at()) && !isDealtWith(change, sample))
                .toList();
    }

    private boolean isDealtWith(Change change, Sample sample) {
        return known.get(change).stream()
                .flatMap(at -> done(sample.place(), at).stream())
                .anyMatch(end -> end.isBefore(sample.at()));
    }

    private long edited(Sample sample) {
        return journal.edits().stream()
                .filter(edit -> edit.units() > 0 && edit.place().equals(sample.place()))
                .filter(edit -> !edit.at().isAfter(sample.at()) && !isDecided(edit, sample))
                .mapToLong(Edit::units)
                .sum();
    }

    private boolean isDecided(Edit edit, Sample sample) {
        return switch (policy) {
            case SHOW -> false;
            // While an order may be missing nothing is adopted; nor is what came too lately for what is adopted then.
            case ADOPT ->
                journal.changes().stream()
                        .filter(change ->
                                change.isAdoption() && change.product().equals(edit.product()))
                        .anyMatch(change -> !change.at().isBefore(edit.at().plus(GRACE))
                                && change.at().isBefore(sample.at()));
            case CORRECT ->
                journal.works().stream()
                        .filter(work ->
                                isOf(work, sample.place()) && work.failure().isEmpty())
                        .filter(work -> !work.start().isBefore(edit.at().plus(GRACE)))
                        .anyMatch(work -> work.end().isBefore(sample.at()));
        };
    }

    /** When the service came to know of a change, one way and another. */
    private List<Instant> known(Change change) {
        return Stream.of(
                        change.heardAt(),
                        change.inOdooAt(),
                        change.units() < 0 || isMasked(change)
                                ? Optional.<Instant>empty()
                                : change.place().flatMap(place -> read(change, place)))
                .flatMap(Optional::stream)
                .toList();
    }

    /** When a reading that shows the change was stored. One that also shows units that came back does not show it. */
    private Optional<Instant> read(Change change, Place place) {
        Instant before = Instant.EPOCH;
        for (Read read : journal.reads()) {
            if (!read.shop().equals(place.shop())
                    || !read.item().equals(place.key().item())) {
                continue;
            }
            Optional<Work> work = around(read.shop(), read.item(), read.at());
            if (work.isEmpty()) {
                continue;
            }
            if (!read.at().isBefore(change.at()) && !cameBack(place, before, read.at())) {
                return work.map(Work::end);
            }
            before = read.at();
        }
        return Optional.empty();
    }

    /**
     * A sale at a level where units were added or came back at about the same time: Shopify shows one difference, and only
     * the order tells of the sale.
     */
    private boolean isMasked(Change change) {
        Instant until = change.heardAt().orElse(Instant.MAX);
        return change.place().isPresent()
                && cameBack(change.place().get(), change.at().minus(GRACE.multipliedBy(2)), until);
    }

    private boolean cameBack(Place place, Instant after, Instant until) {
        return Stream.concat(
                        journal.changes().stream()
                                .filter(change ->
                                        change.units() < 0 && change.place().equals(Optional.of(place)))
                                .map(Change::at),
                        journal.edits().stream()
                                .filter(edit -> edit.units() > 0 && edit.place().equals(place))
                                .map(Edit::at))
                .anyMatch(at -> at.isAfter(after) && !at.isAfter(until));
    }

    private Optional<Work> around(ShopDomain shop, ShopifyId item, Instant at) {
        return journal.works().stream()
                .filter(work -> work.shop().equals(shop) && work.item().equals(item))
                .filter(work -> work.failure().isEmpty())
                .filter(work -> !work.start().isAfter(at) && !work.end().isBefore(at))
                .findFirst();
    }

    private Optional<Instant> done(Place place, Instant from) {
        return journal.works().stream()
                .filter(work -> isOf(work, place) && work.failure().isEmpty())
                .filter(work -> !work.start().isBefore(from))
                .map(Work::end)
                .min(Instant::compareTo);
    }

    private static boolean isOf(Work work, Place place) {
        return work.shop().equals(place.shop())
                && work.item().equals(place.key().item());
    }
}
