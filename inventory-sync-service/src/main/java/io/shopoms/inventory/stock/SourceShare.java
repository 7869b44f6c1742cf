package io.shopoms.inventory.stock;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * How much of a source's free stock a Shopify location offers.
 *
 * @param source where the stock lies
 * @param share more than 0, at most 1; locations of one store that share a source have shares that add up to at most 1
 */
public record SourceShare(StockSource source, BigDecimal share) {

    /** @throws IllegalArgumentException if the share is not in (0, 1] */
    public SourceShare {
        Objects.requireNonNull(source, "source");
        if (share.signum() <= 0 || share.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("a share is more than 0 and at most 1, not " + share);
        }
    }
}
