package io.shopoms.sync.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;

/**
 * The {@code extensions.cost} of an answer, in points.
 *
 * @param requested what had to be available for the document to start
 * @param maximum the size of the store's bucket, 2000 on a Standard plan
 * @param available what is in the bucket after this answer
 * @param restorePerSecond what flows into the bucket, 100 on a Standard plan
 */
record ShopifyCost(double requested, double maximum, double available, double restorePerSecond) {

    /** Shopify's own client waits one second when it is told nothing else. */
    static final Duration UNKNOWN_WAIT = Duration.ofSeconds(1);

    /** Empty if the answer has no cost, or one that makes no sense. */
    static Optional<ShopifyCost> of(JsonNode body) {
        JsonNode cost = body.path("extensions").path("cost");
        JsonNode status = cost.path("throttleStatus");
        ShopifyCost read = new ShopifyCost(
                cost.path("requestedQueryCost").asDouble(-1),
                status.path("maximumAvailable").asDouble(-1),
                status.path("currentlyAvailable").asDouble(-1),
                status.path("restoreRate").asDouble(-1));
        return read.requested >= 0 && read.maximum > 0 && read.available >= 0 && read.restorePerSecond > 0
                ? Optional.of(read)
                : Optional.empty();
    }

    /** After THROTTLED: {@code ceil((requested - available) / restore)} seconds. */
    Duration untilAffordable() {
        double missing = Math.min(requested, maximum) - available;
        return missing <= 0 ? UNKNOWN_WAIT : Duration.ofSeconds((long) Math.ceil(missing / restorePerSecond));
    }

    static Duration untilAffordable(Optional<ShopifyCost> cost) {
        return cost.map(ShopifyCost::untilAffordable).orElse(UNKNOWN_WAIT);
    }
}
