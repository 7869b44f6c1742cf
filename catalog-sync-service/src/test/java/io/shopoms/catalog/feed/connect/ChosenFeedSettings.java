package io.shopoms.catalog.feed.connect;

import io.quarkus.runtime.configuration.MemorySize;
import io.shopoms.catalog.feed.config.FeedSettings;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Settings of a test: loopback is allowed, waiting is short. */
record ChosenFeedSettings(Path files, long largest) implements FeedSettings {

    @Override
    public Optional<List<String>> keys() {
        return Optional.empty();
    }

    @Override
    public Optional<List<String>> allowHosts() {
        return Optional.of(List.of("localhost", "127.0.0.0/8"));
    }

    @Override
    public Optional<Path> directory() {
        return Optional.ofNullable(files);
    }

    @Override
    public MemorySize maxFileSize() {
        return new MemorySize(BigInteger.valueOf(largest));
    }

    @Override
    public Duration connectTimeout() {
        return Duration.ofSeconds(30);
    }

    @Override
    public Duration readTimeout() {
        return Duration.ofSeconds(30);
    }

    @Override
    public Duration fetchDeadline() {
        return Duration.ofSeconds(60);
    }

    @Override
    public int concurrency() {
        return 1;
    }

    @Override
    public Duration interval() {
        return Duration.ofSeconds(1);
    }

    @Override
    public Duration lease() {
        return Duration.ofSeconds(10);
    }

    @Override
    public int tries() {
        return 1;
    }

    @Override
    public Duration retryDelay() {
        return Duration.ofMillis(100);
    }

    @Override
    public int maxUnreadableRows() {
        return 10;
    }

    @Override
    public Duration logRetention() {
        return Duration.ofDays(1);
    }
}
