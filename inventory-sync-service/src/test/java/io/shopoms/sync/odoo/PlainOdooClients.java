package io.shopoms.sync.odoo;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;

/** The clients that production has, without its container. */
public final class PlainOdooClients {

    private PlainOdooClients() {}

    public static OdooClients with(Vertx vertx) {
        OdooConfig config = new SmallRyeConfigBuilder()
                .withMapping(OdooConfig.class)
                .withConverter(Duration.class, 200, new DurationConverter())
                .withConverter(MemorySize.class, 200, new MemorySizeConverter())
                .build()
                .getConfigMapping(OdooConfig.class);
        return new SharedOdooClients(vertx, config, new SimpleMeterRegistry(), Clock.systemUTC());
    }
}
