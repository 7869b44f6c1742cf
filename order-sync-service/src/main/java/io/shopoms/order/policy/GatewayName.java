package io.shopoms.order.policy;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Names of payment gateways. Merchants name manual methods freely and Shopify spells them in several ways, so names are
 * compared by their letters and digits: {@code Cash on Delivery (COD)} is {@code cash_on_delivery_cod}.
 */
public final class GatewayName {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern AT_THE_ENDS = Pattern.compile("^_|_$");

    private GatewayName() {}

    /** What two spellings of one name have in common. */
    public static String plain(String gateway) {
        String words = BETWEEN_WORDS.matcher(gateway.toLowerCase(Locale.ROOT)).replaceAll("_");
        return AT_THE_ENDS.matcher(words).replaceAll("");
    }
}
