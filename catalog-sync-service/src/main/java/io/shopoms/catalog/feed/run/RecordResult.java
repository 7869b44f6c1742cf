package io.shopoms.catalog.feed.run;

import java.util.Optional;

/**
 * What became of one record of a run.
 *
 * @param record the product's key in the feed, or the place of a row that could not be read
 * @param message what was done, or why not
 * @param changes field by field, as JSON; in previews
 */
public record RecordResult(
        String record, Result result, String message, Optional<String> remedy, Optional<String> changes) {

    /** How a record can end. */
    public enum Result {
        CREATED,
        UPDATED,
        /** Shopify shows it already. */
        UNCHANGED,
        ARCHIVED,
        DELETED,
        /** No longer in the feed, and left alone. */
        KEPT,
        /** In the feed, but it makes no sense, or Shopify refused it. */
        FAILED,
        /** A row that could not be read. */
        UNREADABLE,
        /** Two records want the same thing. */
        CONFLICT
    }

    public RecordResult(String record, Result result, String message) {
        this(record, result, message, Optional.empty(), Optional.empty());
    }
}
