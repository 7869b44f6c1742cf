package io.shopoms.order.mapping;

import io.shopoms.order.shopify.ShopifyOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which tags an order gets in Odoo. */
public final class OrderTags {

    private OrderTags() {}

    /**
     * The payment method's, then Shopify's own. A tag of Shopify's that says the same as the payment method's in other
     * letters ({@code cod}) is left out: it would stand there twice.
     *
     * @param copyTags whether Shopify's tags are wanted
     */
    public static List<String> of(ShopifyOrder order, Optional<PaymentMethod> method, boolean copyTags) {
        List<String> tags = new ArrayList<>();
        method.map(PaymentMethod::label).ifPresent(tags::add);
        if (copyTags) {
            order.tags().stream()
                    .map(OdooText::line)
                    .filter(tag -> tags.stream().noneMatch(tag::equalsIgnoreCase))
                    .forEach(tags::add);
        }
        return List.copyOf(tags);
    }
}
