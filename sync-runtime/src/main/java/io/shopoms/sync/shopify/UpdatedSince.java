package io.shopoms.sync.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** How Shopify's lists are asked for what changed in a period, and where they go on. */
public final class UpdatedSince {

    private UpdatedSince() {}

    /**
     * Shopify's search syntax; its dates are whole seconds.
     *
     * @param to the latest change; absent for no end
     */
    public static String filter(Instant from, Optional<Instant> to) {
        String since = "updated_at:>='" + from.truncatedTo(ChronoUnit.SECONDS) + "'";
        return to.map(end -> since + " AND updated_at:<='" + end.truncatedTo(ChronoUnit.SECONDS) + "'")
                .orElse(since);
    }

    /** The cursor of the page after; absent at the end. */
    public static Optional<String> next(JsonNode pageInfo) {
        return pageInfo.path("hasNextPage").asBoolean()
                ? Optional.of(pageInfo.path("endCursor").asText())
                : Optional.empty();
    }
}
