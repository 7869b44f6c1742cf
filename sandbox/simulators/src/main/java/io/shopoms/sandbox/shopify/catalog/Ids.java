package io.shopoms.sandbox.shopify.catalog;

/** Numbers in global ids. */
final class Ids {

    private Ids() {}

    /** The number of {@code gid://shopify/<type>/<number>}, or of a plain number; -1 for anything else. */
    static long parse(String type, String id) {
        String prefix = "gid://shopify/" + type + "/";
        String digits = id.startsWith(prefix) ? id.substring(prefix.length()) : id;
        return digits.matches("\\d{1,18}") ? Long.parseLong(digits) : -1;
    }
}
