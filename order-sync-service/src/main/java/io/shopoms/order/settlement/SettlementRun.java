package io.shopoms.order.settlement;

import io.shopoms.order.policy.OrderPolicy;
import io.shopoms.sync.odoo.OdooClient;
import io.shopoms.sync.store.Store;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Where a batch of orders is settled.
 *
 * @param adjustmentProductId the product of amounts that belong to no line
 * @param roundingProductId the product of rounding lines
 * @param today the day on which documents are issued, in UTC
 */
record SettlementRun(
        Store store,
        OdooClient odoo,
        OrderPolicy policy,
        Optional<Long> adjustmentProductId,
        Optional<Long> roundingProductId,
        LocalDate today) {}
