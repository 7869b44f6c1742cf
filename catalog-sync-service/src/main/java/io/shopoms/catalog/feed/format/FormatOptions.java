package io.shopoms.catalog.feed.format;

import java.nio.charset.Charset;
import java.util.Optional;

/**
 * What must be known of a file to read it.
 *
 * @param recordsPath JSON: where the array is, member names separated by dots; empty for the document itself
 * @param recordElement XML: the element that is a record
 * @param delimiter CSV: what separates columns
 * @param quote CSV: what encloses a value that holds a delimiter
 * @param charset CSV: how characters are encoded; one byte or UTF-8
 * @param header CSV: whether the first row names the columns; else they are called 1, 2, 3
 */
public record FormatOptions(
        FeedFormat format,
        String recordsPath,
        Optional<String> recordElement,
        char delimiter,
        char quote,
        Charset charset,
        boolean header) {}
