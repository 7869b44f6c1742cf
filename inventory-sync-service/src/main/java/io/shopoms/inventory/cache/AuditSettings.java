package io.shopoms.inventory.cache;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long the history of stock is kept. */
@ConfigMapping(prefix = "shopoms.inventory.audit")
interface AuditSettings {

    /** How long lines of the audit log are kept; they go by whole months. Dealt-with drifts and deleted items go as well. */
    @WithDefault("P400D")
    Duration keep();

    /** For how many months ahead partitions are made. */
    @WithDefault("2")
    int monthsAhead();
}
