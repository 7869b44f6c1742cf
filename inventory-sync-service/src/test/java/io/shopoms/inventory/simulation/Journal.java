package io.shopoms.inventory.simulation;

import io.shopoms.inventory.stock.LevelKey;
import io.shopoms.model.OdooId;
import io.shopoms.model.ShopDomain;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.failure.SyncFailure.TransientFailure;
import io.shopoms.sync.failure.SyncFailureException;
import io.vertx.pgclient.PgException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What truly happened, whoever knew of it and when. */
final class Journal {

    static final String ADOPTED = "adopted";

    private final VirtualTime time;
    private final Map<OdooId, Long> position = new HashMap<>();
    private final List<Change> changes = new ArrayList<>();
    private final List<Edit> edits = new ArrayList<>();
    private final List<Work> works = new ArrayList<>();
    private final List<Read> reads = new ArrayList<>();
    private final List<Sample> samples = new ArrayList<>();
    private final List<String> unexpected = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();

    /** A level of a store. */
    record Place(ShopDomain shop, LevelKey key) {}

    /** A person set a level in Shopify's admin. */
    record Edit(Instant at, Place place, OdooId product, int units) {}

    /** The service dealt with an item. */
    record Work(ShopDomain shop, ShopifyId item, Instant start, Instant end, Optional<String> failure) {}

    /** The service read an item from Shopify. */
    record Read(ShopDomain shop, ShopifyId item, Instant at) {}

    /**
     * What a level offered.
     *
     * @param position what there truly was to sell
     */
    record Sample(Instant at, Place place, OdooId product, int offered, long position, String when) {}

    /** Something that left less to sell (more than 0), or more. */
    final class Change {
        private final Instant at;
        private final OdooId product;
        private final long units;
        private final Optional<Place> place;
        private final String what;
        private Optional<Instant> heardAt = Optional.empty();
        private Optional<Instant> inOdooAt = Optional.empty();

        private Change(OdooId product, long units, Optional<Place> place, String what) {
            this.at = time.instant();
            this.product = product;
            this.units = units;
            this.place = place;
            this.what = what;
        }

        Instant at() {
            return at;
        }

        OdooId product() {
            return product;
        }

        long units() {
            return units;
        }

        Optional<Place> place() {
            return place;
        }

        /** The service has stored the order. */
        void heard() {
            heardAt = heardAt.or(() -> Optional.of(time.instant()));
        }

        void inOdoo() {
            inOdooAt = inOdooAt.or(() -> Optional.of(time.instant()));
        }

        boolean isAdoption() {
            return what.equals(ADOPTED);
        }

        Optional<Instant> heardAt() {
            return heardAt;
        }

        Optional<Instant> inOdooAt() {
            return inOdooAt;
        }

        @Override
        public String toString() {
            return at + " " + what + " " + units + " of " + product + " at " + place.orElse(null) + ", stored here "
                    + heardAt.orElse(null) + ", in Odoo " + inOdooAt.orElse(null);
        }
    }

    Journal(VirtualTime time) {
        this.time = time;
    }

    void start(OdooId product, long units) {
        position.put(product, units);
    }

    long position(OdooId product) {
        return position.get(product);
    }

    Change lowered(OdooId product, long units, Optional<Place> place, String what) {
        Change change = new Change(product, units, place, what);
        changes.add(change);
        position.merge(product, -units, Long::sum);
        line(what + " " + units + " of " + product
                + place.map(at -> " at " + at).orElse("") + ", left " + position(product));
        return change;
    }

    void raised(OdooId product, long units, String what) {
        raised(product, units, Optional.empty(), what);
    }

    Change raised(OdooId product, long units, Optional<Place> place, String what) {
        Change change = new Change(product, -units, place, what);
        changes.add(change);
        position.merge(product, units, Long::sum);
        line(what + " " + units + " of " + product
                + place.map(at -> " at " + at).orElse("") + ", left " + position(product));
        return change;
    }

    void edited(Place place, OdooId product, int units) {
        edits.add(new Edit(time.instant(), place, product, units));
        line("edited " + place + " by " + units);
    }

    void read(ShopDomain shop, ShopifyId item) {
        reads.add(new Read(shop, item, time.instant()));
    }

    void worked(ShopDomain shop, ShopifyId item, Instant start, Optional<String> failure) {
        works.add(new Work(shop, item, start, time.instant(), failure));
        line("worked on " + shop + " " + item + " since " + start
                + failure.map(what -> ": " + what).orElse(""));
    }

    void sample(Place place, OdooId product, int offered, String when) {
        samples.add(new Sample(time.instant(), place, product, offered, position(product), when));
    }

    /** A failure that is not one of the other side's. */
    void unexpected(String where, Throwable failure) {
        if (!(failure instanceof SyncFailureException known && known.failure() instanceof TransientFailure)) {
            unexpected.add(time.instant() + " " + where + ": " + failure);
        }
    }

    /** What PostgreSQL refuses is a mistake of ours. */
    <T> T stored(Supplier<T> work) {
        try {
            return work.get();
        } catch (PgException refused) {
            unexpected.add(time.instant() + " " + refused);
            throw refused;
        }
    }

    void line(String text) {
        lines.add(time.instant() + " " + text);
    }

    List<Change> changes() {
        return changes;
    }

    List<Edit> edits() {
        return edits;
    }

    List<Work> works() {
        return works;
    }

    List<Read> reads() {
        return reads;
    }

    List<Sample> samples() {
        return samples;
    }

    List<String> unexpected() {
        return unexpected;
    }

    List<String> lines() {
        return lines;
    }
}
