package io.shopoms.sync.cache;

import io.shopoms.model.ShopDomain;
import java.util.List;
import java.util.Optional;

/**
 * One thing received, read as far as possible: what to store for it in one transaction.
 *
 * @param source what was received
 * @param receipt under which it counts as received; an arrival whose receipt exists already is dropped
 * @param versions the rows that it stands for, by kind
 * @param rejections what could not be understood of it
 */
public record Arrival(
        Rejection.Source source, Optional<Receipt> receipt, List<Version> versions, List<Rejection> rejections) {

    public Arrival {
        versions = List.copyOf(versions);
        rejections = List.copyOf(rejections);
    }

    /** A webhook's id within its store: the same for every try of one delivery. */
    public record Receipt(ShopDomain store, String webhookId) implements Comparable<Receipt> {

        @Override
        public int compareTo(Receipt other) {
            int byStore = store.value().compareTo(other.store.value());
            return byStore != 0 ? byStore : webhookId.compareTo(other.webhookId);
        }
    }

    /** A version of a record of one kind. Made by {@link RecordReader}. */
    public static final class Version {

        private final CacheKind kind;
        private final RowVersion row;

        Version(CacheKind kind, RowVersion row) {
            this.kind = kind;
            this.row = row;
        }

        CacheKind kind() {
            return kind;
        }

        RowVersion row() {
            return row;
        }
    }

    /** The same thing, given up on for a reason that only the database found. */
    Arrival refused(String reason) {
        Optional<String> kind =
                versions.size() == 1 ? Optional.of(versions.get(0).kind().name()) : Optional.empty();
        return new Arrival(source, receipt, List.of(), List.of(new Rejection(kind, source, reason)));
    }
}
