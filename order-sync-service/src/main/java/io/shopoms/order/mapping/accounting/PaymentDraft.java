package io.shopoms.order.mapping.accounting;

import io.shopoms.sync.odoo.ExternalId;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A payment as it should be.
 *
 * @param id its external id: the reason why there is never a second one
 * @param paidBack whether the merchant paid
 * @param memo names order, gateway and transaction
 * @param journal the code of the journal that it is booked in
 */
public record PaymentDraft(
        ExternalId id,
        boolean paidBack,
        long partnerId,
        BigDecimal amount,
        long currencyId,
        LocalDate date,
        String memo,
        String journal) {}
