package io.shopoms.order.mapping.returns;

import io.shopoms.model.ShopifyId;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A return to prepare for the goods of one refund.
 *
 * @param order whose refund it is
 * @param units what comes back of which shipments, at least one unit and never more than was shipped
 */
public record ReturnDraft(ShopifyId order, ShopifyId refund, Map<Movement, BigDecimal> units) {

    public ReturnDraft {
        units = Collections.unmodifiableMap(new LinkedHashMap<>(units));
    }

    /** What tells it from every other return, also of another order; the last part is the refund's number. */
    public String key() {
        return order + "_" + refund;
    }
}
