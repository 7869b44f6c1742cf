package io.shopoms.sandbox.shopify.catalog;

import java.time.Duration;

/** Does things later, one at a time with everything else that happens in the store. */
@FunctionalInterface
public interface Scheduler {

    void after(Duration delay, Runnable work);
}
