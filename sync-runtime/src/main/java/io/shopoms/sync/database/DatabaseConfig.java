package io.shopoms.sync.database;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long to wait for PostgreSQL. */
@ConfigMapping(prefix = "shopoms.sync.database")
interface DatabaseConfig {

    /** The longest that one statement or transaction may take before it counts as failed. */
    @WithDefault("PT30S")
    Duration deadline();
}
