package io.shopoms.order.mapping;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Texts of strangers on their way into Odoo: bounded, and escaped where Odoo keeps HTML. */
final class OdooText {

    private static final int LONGEST_LINE = 250;
    private static final int LONGEST_TEXT = 10_000;

    private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}+");
    private static final Pattern CONTROLS_WITHIN_LINES = Pattern.compile("[\\p{Cntrl}&&[^\n\t]]");
    private static final Pattern TAGS = Pattern.compile("<[^>]*>");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private OdooText() {}

    /** For a one-line field: control characters become blanks, halves of characters a question mark. */
    static String line(String text) {
        return bounded(CONTROLS.matcher(encodable(text)).replaceAll(" ").strip(), LONGEST_LINE);
    }

    /** For a field of several lines. */
    static String lines(String text) {
        String unix = encodable(text).replace("\r\n", "\n");
        return bounded(CONTROLS_WITHIN_LINES.matcher(unix).replaceAll(" ").strip(), LONGEST_TEXT);
    }

    /** For an HTML field: what people typed is text, also where it looks like markup. */
    static String html(String text) {
        return lines(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;")
                .replace("\n", "<br>");
    }

    /** What a reader sees of an HTML field, in one line: two spellings of one text are equal. */
    static String seen(String html) {
        String plain = TAGS.matcher(html)
                .replaceAll(" ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&nbsp;", " ")
                .replace("&amp;", "&");
        return BLANKS.matcher(plain).replaceAll(" ").strip();
    }

    /** JSON can spell half a surrogate pair, which no encoder takes. */
    private static String encodable(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    /** Never cuts a surrogate pair in two. */
    private static String bounded(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = longest - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
