package io.shopoms.fulfillment.odoo;

import io.shopoms.model.ShopDomain;
import io.shopoms.model.ShopifyId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code origin} of a sale order that stands for a Shopify order: {@code shopify:<shop domain>:<order id>}. */
public record OrderOrigin(ShopDomain shop, ShopifyId order) {

    private static final Pattern FORM = Pattern.compile("shopify:([a-z0-9.-]{1,100}):(\\d{1,19})");

    /** Empty for every sale order that came from elsewhere. */
    public static Optional<OrderOrigin> parse(String origin) {
        Matcher m = FORM.matcher(origin == null ? "" : origin.trim());
        if (!m.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new OrderOrigin(new ShopDomain(m.group(1)), ShopifyId.parse(m.group(2))));
        } catch (IllegalArgumentException e) {
            // It only looks like one of ours.
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "shopify:" + shop + ":" + order;
    }
}
