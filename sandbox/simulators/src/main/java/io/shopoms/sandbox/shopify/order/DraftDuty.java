package io.shopoms.sandbox.shopify.order;

import io.shopoms.sandbox.shopify.order.money.TaxRate;
import java.math.BigDecimal;
import java.util.List;

/**
 * A duty on all units of a line.
 *
 * @param taxes on the duty itself; null for none
 */
public record DraftDuty(
        String harmonizedSystemCode, String countryCodeOfOrigin, BigDecimal price, List<TaxRate> taxes) {

    public DraftDuty {
        taxes = taxes == null ? List.of() : List.copyOf(taxes);
        countryCodeOfOrigin = countryCodeOfOrigin == null ? "CN" : countryCodeOfOrigin;
        if (price == null || price.signum() < 0) {
            throw new IllegalArgumentException("a duty needs a price of 0 or more");
        }
    }
}
