package io.shopoms.order.mapping.returns;

import io.shopoms.model.ShopifyId;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A return to prepare for the goods of one refund.
 *
 * @param units what comes back of which shipments, at least one unit and never more than was shipped
 */
public record ReturnDraft(ShopifyId refund, Map<Movement, BigDecimal> units) {

    public ReturnDraft {
        units = Collections.unmodifiableMap(new LinkedHashMap<>(units));
    }
}
