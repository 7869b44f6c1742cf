package io.shopoms.sync.ops;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long what has been dealt with is kept. */
@ConfigMapping(prefix = "shopoms.sync.retention")
interface RetentionConfig {

    /** How long a webhook is recognised as received before. Shopify repeats one for hours, an outbox may for days. */
    @WithDefault("P30D")
    Duration receipts();

    /** How long a rejected message is kept. */
    @WithDefault("P90D")
    Duration rejected();

    /** How many rejected messages are kept at most; the oldest go first. */
    @WithDefault("100000")
    long rejectedRows();

    /** How long an ended job is kept. */
    @WithDefault("P90D")
    Duration jobs();
}
