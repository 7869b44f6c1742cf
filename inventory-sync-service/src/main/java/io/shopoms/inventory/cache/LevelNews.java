package io.shopoms.inventory.cache;

import io.shopoms.inventory.cache.StockSignal.LevelHeard;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.OptionalLong;

/** Whether what was heard of a level is news. Pure. */
final class LevelNews {

    private LevelNews() {}

    /**
     * A level as it is stored.
     *
     * @param stocked whether the item is stocked there
     * @param available units when it was last read or written
     * @param availableAt Shopify's date of that
     * @param beingWritten what a write that is on its way sets it to; empty if there is none
     */
    record Known(boolean stocked, long available, Instant availableAt, OptionalLong beingWritten) {

        Known {
            Objects.requireNonNull(availableAt, "availableAt");
            Objects.requireNonNull(beingWritten, "beingWritten");
        }
    }

    /**
     * Whether a quantity that was heard of suggests that Shopify has another one than is known. What is older than the known
     * one does not: webhooks come late and in any order. Within the same second nobody can tell, so a different value is
     * news.
     */
    static boolean isNews(Known known, LevelHeard heard) {
        if (heard.updatedAt().filter(at -> isOlder(at, known.availableAt())).isPresent()) {
            return false;
        }
        if (heard.available().isEmpty()) {
            return known.stocked();
        }
        long available = heard.available().getAsLong();
        boolean asKnown = known.stocked() && available == known.available();
        boolean asWritten =
                known.beingWritten().isPresent() && known.beingWritten().getAsLong() == available;
        return !asKnown && !asWritten;
    }

    /** Whether a level that is said to be gone was known as there. */
    static boolean isNewlyGone(Known known) {
        return known.stocked();
    }

    private static boolean isOlder(Instant heard, Instant known) {
        return heard.truncatedTo(ChronoUnit.SECONDS).isBefore(known.truncatedTo(ChronoUnit.SECONDS));
    }
}
