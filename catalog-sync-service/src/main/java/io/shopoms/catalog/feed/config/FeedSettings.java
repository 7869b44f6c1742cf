package io.shopoms.catalog.feed.config;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How feeds are fetched and kept, for all of them. */
@ConfigMapping(prefix = "shopoms.catalog.feeds")
public interface FeedSettings {

    /**
     * Keys that encrypt the feeds' secrets: {@code <name>:<32 bytes in base64>}, separated by commas. The first one encrypts,
     * the others still decrypt; what they encrypted is encrypted anew.
     */
    Optional<List<String>> keys();

    /** Hosts, addresses or networks (10.0.0.0/8) that feeds may be fetched from although they are not on the public internet. */
    Optional<List<String>> allowHosts();

    /** The directory that feeds of the connection type {@code file} are read from; without it there are none. */
    Optional<Path> directory();

    /** The largest file that is fetched. */
    @WithDefault("512M")
    MemorySize maxFileSize();

    /** How long a connection may take to stand. */
    @WithDefault("PT15S")
    Duration connectTimeout();

    /** How long a server may stay silent. */
    @WithDefault("PT1M")
    Duration readTimeout();

    /** How long the fetching of one file may take. */
    @WithDefault("PT30M")
    Duration fetchDeadline();

    /** How many runs one process works on at once. */
    @WithDefault("2")
    int concurrency();

    /** How often due runs are looked for. */
    @WithDefault("PT10S")
    Duration interval();

    /** How long a run of a crashed process stays out of reach; renewed while it works. */
    @WithDefault("PT1M")
    Duration lease();

    /** How often a run is tried that fails for a passing reason. */
    @WithDefault("3")
    int tries();

    /** The pause before the second try; doubles with each. */
    @WithDefault("PT1M")
    Duration retryDelay();

    /** How many rows may be unreadable before the whole feed counts as broken. */
    @WithDefault("1000")
    int maxUnreadableRows();

    /** How long runs and the results of their records are kept. */
    @WithDefault("P90D")
    Duration logRetention();
}
