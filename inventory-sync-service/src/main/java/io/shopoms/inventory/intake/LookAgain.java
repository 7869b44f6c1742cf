package io.shopoms.inventory.intake;

import io.shopoms.inventory.cache.DueItems;
import io.shopoms.sync.job.ScheduledTask;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Has items looked at again whose time has come: a difference that nobody has explained is drift by then. */
@ApplicationScoped
class LookAgain implements ScheduledTask {

    /** A difference waits for minutes; some seconds more do not matter. */
    private static final Duration INTERVAL = Duration.ofSeconds(5);

    private static final int AT_ONCE = 1000;

    private final DueItems due;

    LookAgain(DueItems due) {
        this.due = due;
    }

    @Override
    public String name() {
        return "look-again";
    }

    @Override
    public Duration interval() {
        return INTERVAL;
    }

    @Override
    public Uni<String> run(Store store) {
        return raise(store, 0).map(count -> count + " items");
    }

    private Uni<Integer> raise(Store store, int before) {
        return due.raiseComeOfAge(store.shop(), AT_ONCE)
                .chain(count -> count < AT_ONCE ? Uni.createFrom().item(before + count) : raise(store, before + count));
    }
}
