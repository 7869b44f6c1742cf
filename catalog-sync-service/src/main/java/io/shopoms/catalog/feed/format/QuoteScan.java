package io.shopoms.catalog.feed.format;

/**
 * Whether a CSV record goes on in the next line: it does while a value that began with a quote has not ended with one. A
 * quote in the middle of a value that did not begin with one means nothing.
 */
final class QuoteScan {

    private final char delimiter;
    private final char quote;
    private boolean inside;
    private boolean atStart = true;
    private boolean justClosed;

    QuoteScan(char delimiter, char quote) {
        this.delimiter = delimiter;
        this.quote = quote;
    }

    /** Scans one more line of the record. */
    boolean goesOnAfter(String line) {
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (inside) {
                inside = c != quote;
                justClosed = !inside;
            } else {
                // At a value's start, or the second of a doubled one.
                inside = c == quote && (atStart || justClosed);
                justClosed = false;
            }
            atStart = !inside && !justClosed && (c == delimiter || atStart && c == ' ');
        }
        return inside;
    }
}
