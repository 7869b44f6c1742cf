package io.shopoms.sandbox.shopify.order;

import io.shopoms.sandbox.shopify.order.money.DiscountRule;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/**
 * A discount of an order to be placed; with nothing but an amount or a percentage it is a code on the whole order.
 *
 * @param kind {@code code} (default), {@code manual}, {@code automatic} or {@code script}
 * @param target {@code lines} (default) or {@code shipping}
 * @param skus the SKUs, or the codes of shipping lines, that it is limited to; null or empty for all
 * @param each true to lower every line by itself (a fixed amount: every unit), false to spread it over all of them
 */
public record DraftDiscount(
        String code,
        String title,
        BigDecimal amount,
        BigDecimal percentage,
        String kind,
        String target,
        List<String> skus,
        Boolean each) {

    DiscountRule rule() {
        DiscountRule.Kind parsed = DiscountRule.Kind.CODE;
        if (kind != null) {
            try {
                parsed = DiscountRule.Kind.valueOf(kind.toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("a discount's kind is code, manual, automatic or script", e);
            }
        }
        return new DiscountRule(
                parsed,
                code == null ? title : code,
                amount,
                percentage,
                "shipping".equals(target),
                skus,
                Boolean.TRUE.equals(each));
    }
}
