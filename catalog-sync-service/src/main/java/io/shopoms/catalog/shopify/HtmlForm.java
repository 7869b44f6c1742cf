package io.shopoms.catalog.shopify;

import java.util.regex.Pattern;

/** Compares descriptions: who keeps HTML may spell it otherwise, and to send it again would change nothing. */
final class HtmlForm {

    private static final Pattern END_OF_EMPTY_TAG = Pattern.compile("\\s*/>");
    private static final Pattern BETWEEN_TAGS = Pattern.compile(">\\s+<");
    private static final Pattern SPACE = Pattern.compile("[ \\t\\r\\n]+");

    private HtmlForm() {}

    /** The same text for descriptions that differ in line breaks, in entities or in how empty tags end. */
    static String of(String html) {
        String plain = html.replace("&nbsp;", "\u00a0")
                .replace("&#160;", "\u00a0")
                .replace("&quot;", "\"")
                .replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&apos;", "'");
        String tags = END_OF_EMPTY_TAG.matcher(plain).replaceAll(">");
        return SPACE.matcher(BETWEEN_TAGS.matcher(tags).replaceAll("><"))
                .replaceAll(" ")
                .strip();
    }
}
