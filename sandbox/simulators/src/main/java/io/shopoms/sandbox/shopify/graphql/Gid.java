package io.shopoms.sandbox.shopify.graphql;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Global ids: {@code gid://shopify/Order/1}. */
final class Gid {

    private static final Pattern FORM = Pattern.compile("gid://shopify/([A-Za-z]+)/(\\d{1,18})(\\?.*)?");

    private Gid() {}

    static String of(String type, long id) {
        return "gid://shopify/" + type + "/" + id;
    }

    /** {@code Order}. */
    static String type(Object gid) {
        Matcher matcher = FORM.matcher(String.valueOf(gid));
        if (!matcher.matches()) {
            throw new AdminError("INVALID_ID", "Invalid global id '" + gid + "'");
        }
        return matcher.group(1);
    }

    /** The number of an id, whatever it is of. */
    static long number(Object gid) {
        return parse(type(gid), gid);
    }

    /** The number of an id of that type; -1 for an id of another type, which names no such record. */
    static long parse(String type, Object gid) {
        Matcher matcher = FORM.matcher(String.valueOf(gid));
        if (!matcher.matches()) {
            throw new AdminError("INVALID_ID", "Invalid global id '" + gid + "'");
        }
        return matcher.group(1).equals(type) ? Long.parseLong(matcher.group(2)) : -1;
    }
}
