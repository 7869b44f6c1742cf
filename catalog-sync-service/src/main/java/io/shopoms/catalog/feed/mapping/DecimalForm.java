package io.shopoms.catalog.feed.mapping;

/** How numbers are written in a feed. */
public enum DecimalForm {
    /** {@code 1,234.50} and {@code 1'234.50}. */
    POINT("\\.", "[,' ]"),
    /** {@code 1.234,50}. */
    COMMA(",", "[.' ]");

    private final String mark;
    private final String grouping;

    DecimalForm(String mark, String grouping) {
        this.mark = mark;
        this.grouping = grouping;
    }

    String pattern() {
        return "[+-]?(?:\\d{1,3}(?:" + grouping + "\\d{3})+|\\d+)(?:" + mark + "\\d+)?";
    }

    /** As Java reads it. */
    String plain(String number) {
        return number.replaceAll(grouping, "").replaceAll(mark, ".");
    }
}
