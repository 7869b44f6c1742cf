package io.shopoms.catalog.feed.format;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a feed's file is spelled. */
public enum FeedFormat {
    /** One document with an array of records. */
    JSON("json"),
    /** One record a line. */
    JSONL("jsonl", "ndjson"),
    /** One record a row, columns separated by a delimiter. */
    CSV("csv", "tsv", "txt"),
    /** One document in which each record is an element. */
    XML("xml");

    private final List<String> extensions;

    FeedFormat(String... extensions) {
        this.extensions = List.of(extensions);
    }

    /** The format that a file's name ends in. */
    public static Optional<FeedFormat> ofName(String fileName) {
        String extension = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> format.extensions.contains(extension))
                .findFirst();
    }
}
