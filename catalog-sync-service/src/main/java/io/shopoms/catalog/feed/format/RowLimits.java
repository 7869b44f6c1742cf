package io.shopoms.catalog.feed.format;

/**
 * How large one row may be: what bounds the memory that a feed takes, however long it is.
 *
 * @param bytes of its text
 * @param depth of its nesting
 */
public record RowLimits(int bytes, int depth) {

    /** A product with hundreds of variants is below 200 KB, and nests below 8. */
    public static final RowLimits USUAL = new RowLimits(1_048_576, 32);

    String tooLong() {
        return "is longer than " + bytes + " bytes";
    }

    String tooDeep() {
        return "is nested deeper than " + depth + " levels";
    }
}
