package io.shopoms.catalog.feed.mapping;

/**
 * A value of a row.
 *
 * @param exact whether the file itself says that it is a number, as JSON can: then it can be read in one way only
 */
record SourceValue(String text, boolean exact) {

    static SourceValue text(String text) {
        return new SourceValue(text, false);
    }

    boolean isBlank() {
        return text.isBlank();
    }
}
