package io.shopoms.sync.cache;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.ThreadLocalRandom;

/** What the engine takes from outside, so that tests can take it in hand. */
@ApplicationScoped
class EngineBeans {

    @Produces
    @Singleton
    @DefaultBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    @DefaultBean
    RetryPolicy retryPolicy() {
        return new RetryPolicy(() -> ThreadLocalRandom.current().nextLong());
    }
}
