package io.shopoms.order.mapping;

import io.shopoms.order.shopify.TaxLine;
import io.shopoms.sync.failure.SyncFailure.InvalidPayload;
import io.shopoms.sync.failure.SyncFailureException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which taxes a line needs in Odoo. */
final class TaxSelection {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Odoo keeps a tax's percentage with four decimals. */
    private static final int DECIMALS = 4;

    private TaxSelection() {}

    /**
     * One key for each rate. Two taxes of the same rate on one line (a county's and a city's 1 %) become one of the double
     * rate: Odoo holds a tax on a line only once.
     *
     * @throws SyncFailureException with {@code InvalidPayload} for a tax that has an amount but no rate
     */
    static List<TaxKey> keys(List<TaxLine> taxes, boolean included) {
        Map<BigDecimal, BigDecimal> percentByRate = new TreeMap<>();
        for (TaxLine tax : taxes) {
            BigDecimal rate = tax.rate().orElseThrow(() -> withoutRate(tax));
            percentByRate.merge(rate, rate.multiply(HUNDRED), BigDecimal::add);
        }
        List<TaxKey> keys = new ArrayList<>();
        percentByRate
                .values()
                .forEach(percent -> keys.add(new TaxKey(percent.setScale(DECIMALS, RoundingMode.HALF_UP), included)));
        return keys;
    }

    private static SyncFailureException withoutRate(TaxLine tax) {
        return new SyncFailureException(new InvalidPayload(
                "the tax '" + tax.title() + "' has an amount but no rate, so no Odoo tax can be chosen",
                "Set a rate for this tax in Shopify's tax settings, or enter this order in Odoo by hand."));
    }
}
