package io.shopoms.catalog.mapping;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What HTML says, without how: Odoo keeps descriptions in its own spelling and drops what it holds for unsafe. */
final class HtmlText {

    private static final Pattern UNSAFE = Pattern.compile("(?is)<(script|style)\\b.*?(</\\1\\s*>|$)|<!--.*?-->");
    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern ENTITY = Pattern.compile("&(#x[0-9a-fA-F]{1,6}|#[0-9]{1,7}|[a-zA-Z]{2,8});");
    private static final Pattern BLANK = Pattern.compile("[\\s\\u00a0]+");
    private static final Map<String, String> NAMED =
            Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ");

    private HtmlText() {}

    static boolean saysTheSame(String one, String other) {
        return of(one).equals(of(other));
    }

    /** The words alone, without any blanks: where blanks stand depends on how the tags were written. */
    static String of(String html) {
        String plain = TAG.matcher(UNSAFE.matcher(html).replaceAll(" ")).replaceAll(" ");
        return BLANK.matcher(
                        ENTITY.matcher(plain).replaceAll(match -> Matcher.quoteReplacement(entity(match.group(1)))))
                .replaceAll("");
    }

    private static String entity(String name) {
        if (!name.startsWith("#")) {
            return NAMED.getOrDefault(name, "&" + name + ";");
        }
        boolean hex = name.toLowerCase(Locale.ROOT).startsWith("#x");
        int code = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
        return Character.isValidCodePoint(code) ? Character.toString(code) : "";
    }
}
