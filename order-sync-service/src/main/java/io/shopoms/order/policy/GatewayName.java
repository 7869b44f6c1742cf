package io.shopoms.order.policy;

import java.util.Locale;

/**
 * Names of payment gateways. Merchants name manual methods freely and Shopify spells them in several ways, so names are
 * compared by their letters and digits: {@code Cash on Delivery (COD)} is {@code cash_on_delivery_cod}.
 */
public final class GatewayName {

    private GatewayName() {}

    /** What two spellings of one name have in common. */
    public static String plain(String gateway) {
        return gateway.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "_")
                .replaceAll("^_|_$", "");
    }
}
