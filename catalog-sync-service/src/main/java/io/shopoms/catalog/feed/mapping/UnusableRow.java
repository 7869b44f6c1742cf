package io.shopoms.catalog.feed.mapping;

/** A row, or a product of several, that cannot be taken over; the message names the field and its value, for people. */
public final class UnusableRow extends Exception {

    private static final long serialVersionUID = 1L;

    /** Longer values are cut in messages. */
    private static final int SHOWN = 60;

    public UnusableRow(String message) {
        super(message, null, false, false);
    }

    UnusableRow in(String place) {
        return new UnusableRow(place + ": " + getMessage());
    }

    static String shown(String value) {
        String line = value.replaceAll("\\s+", " ");
        return "'" + (line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…") + "'";
    }
}
