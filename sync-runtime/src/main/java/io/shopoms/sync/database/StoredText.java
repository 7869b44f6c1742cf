package io.shopoms.sync.database;

/** Text for people on its way into a column: bounded, and without NUL, which PostgreSQL's text cannot hold. */
public final class StoredText {

    /** The longest message, remedy or note. */
    public static final int MESSAGE = 2000;

    /** The longest line of a history. */
    public static final int LINE = 400;

    private StoredText() {}

    /** At most {@link #MESSAGE} characters; null stays null. */
    public static String of(String text) {
        return of(text, MESSAGE);
    }

    /** At most {@code length} characters; null stays null. */
    public static String of(String text, int length) {
        if (text == null) {
            return null;
        }
        String clean = text.replace('\0', '\uFFFD');
        return clean.length() <= length ? clean : clean.substring(0, length - 1) + "…";
    }
}
