package io.shopoms.catalog.feed.run;

import io.shopoms.catalog.feed.config.FeedConfig;
import io.shopoms.catalog.feed.run.FeedStage.Counts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * Whether a run takes away more than a feed usually does: a file that was cut off, or filtered by mistake, must not empty
 * the shop. Pure.
 */
final class RemovalGuard {

    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private RemovalGuard() {}

    /**
     * What to ask before anything takes effect; empty if nothing is unusual.
     *
     * @param remove whether what the feed lacks would be removed at all
     * @param rowsBefore rows of the last run that was read whole; 0 for none
     */
    static Optional<String> question(FeedConfig config, Counts counts, boolean remove, long rows, long rowsBefore) {
        if (remove && rows == 0 && counts.missing() > 0) {
            // No share allows it: a feed is emptied by mistake more often than a shop on purpose.
            return Optional.of("is empty, and would remove all " + counts.missing() + " products");
        }
        if (remove && exceeds(counts.missing(), counts.present(), config.removalLimit())) {
            return Optional.of("would remove " + counts.missing() + " of " + counts.present() + " products ("
                    + percent(counts.missing(), counts.present()) + " %, the limit is "
                    + config.removalLimit().toPlainString() + " %)");
        }
        long fewer = Math.max(rowsBefore - rows, 0);
        if (exceeds(fewer, rowsBefore, config.removalLimit())) {
            return Optional.of("has " + rows + " rows instead of " + rowsBefore + " (" + percent(fewer, rowsBefore)
                    + " % fewer, the limit is " + config.removalLimit().toPlainString() + " %)");
        }
        return Optional.empty();
    }

    private static boolean exceeds(long part, long whole, BigDecimal limit) {
        return whole > 0
                && BigDecimal.valueOf(part).multiply(HUNDRED).compareTo(limit.multiply(BigDecimal.valueOf(whole))) > 0;
    }

    private static BigDecimal percent(long part, long whole) {
        return BigDecimal.valueOf(part).multiply(HUNDRED).divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP);
    }
}
