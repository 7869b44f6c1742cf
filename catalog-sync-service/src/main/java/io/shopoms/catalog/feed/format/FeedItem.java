package io.shopoms.catalog.feed.format;

import com.fasterxml.jackson.databind.JsonNode;

/** What comes next in a feed. */
public sealed interface FeedItem {

    /** Where it is, counted from 1 among the rows. */
    long number();

    /** The line that it begins in, counted from 1. */
    long line();

    /** A row that could be read. */
    record Row(long number, long line, JsonNode content) implements FeedItem {}

    /**
     * A row that could not; the ones after it can.
     *
     * @param reason for people, without the row's text
     */
    record Unreadable(long number, long line, String reason) implements FeedItem {}
}
