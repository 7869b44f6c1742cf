package io.shopoms.sandbox.shopify.catalog;

import java.text.Normalizer;
import java.util.Locale;
import java.util.function.Predicate;

/** Makes handles, the last part of a product's address, as Shopify does. */
final class Handles {

    private static final int LONGEST = 255;

    private Handles() {}

    /** Lower case, without accents, everything but letters and digits as one hyphen: {@code Crème brûlée!} is creme-brulee. */
    static String of(String title) {
        String plain = Normalizer.normalize(title.replace("ß", "ss"), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("['’]", "");
        String handle = plain.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-+|-+$", "");
        String cut = handle.length() > LONGEST ? handle.substring(0, LONGEST) : handle;
        return cut.isEmpty() ? "product" : cut;
    }

    /** The handle, with a number behind it while another product has it. */
    static String free(String handle, Predicate<String> taken) {
        if (!taken.test(handle)) {
            return handle;
        }
        for (int number = 1; ; number++) {
            if (!taken.test(handle + "-" + number)) {
                return handle + "-" + number;
            }
        }
    }
}
