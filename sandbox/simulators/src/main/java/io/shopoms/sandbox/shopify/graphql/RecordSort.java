package io.shopoms.sandbox.shopify.graphql;

import io.shopoms.sandbox.shopify.order.StoreRecord;
import java.time.Instant;
import java.util.Comparator;

/** The orders that records can be listed in. Records of one second are told apart by id, so that no page skips any. */
enum RecordSort {
    CREATED_AT,
    ID,
    PROCESSED_AT,
    UPDATED_AT;

    private static final String SEPARATOR = "|";

    Instant value(StoreRecord record) {
        return switch (this) {
            case UPDATED_AT -> record.updatedAt();
            case CREATED_AT, PROCESSED_AT -> record.createdAt();
            case ID -> Instant.EPOCH;
        };
    }

    Comparator<StoreRecord> comparator(boolean reverse) {
        Comparator<StoreRecord> comparator = Comparator.comparing(this::value).thenComparing(StoreRecord::id);
        return reverse ? comparator.reversed() : comparator;
    }

    /** Where a page ended: a record that changes later turns up again behind it. */
    String cursor(StoreRecord record) {
        return Connection.encoded(name() + SEPARATOR + value(record) + SEPARATOR + record.id());
    }

    /** Whether a record comes after the cursor. */
    boolean isAfter(StoreRecord record, String cursor, boolean reverse) {
        String[] parts = Connection.decoded(cursor).split("\\|");
        if (parts.length != 3 || !parts[0].equals(name())) {
            throw Connection.invalidCursor();
        }
        int byValue = value(record).compareTo(Instant.parse(parts[1]));
        int compared = byValue == 0 ? Long.compare(record.id(), Long.parseLong(parts[2])) : byValue;
        return reverse ? compared < 0 : compared > 0;
    }
}
