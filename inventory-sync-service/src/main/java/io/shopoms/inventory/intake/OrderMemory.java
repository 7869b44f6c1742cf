package io.shopoms.inventory.intake;

import io.shopoms.inventory.cache.ForgottenOrders;
import io.shopoms.sync.job.ScheduledTask;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Forgets orders that need not be remembered, and those that are waited for in vain. */
@ApplicationScoped
class OrderMemory implements ScheduledTask {

    /** The name in {@code /api/scheduler}. */
    static final String NAME = "order-memory";

    private final ForgottenOrders forgotten;

    OrderMemory(ForgottenOrders forgotten) {
        this.forgotten = forgotten;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration interval() {
        return Duration.ofMinutes(10);
    }

    @Override
    public Uni<String> run(Store store) {
        return forgotten
                .giveUpOverdue(store.shop())
                .chain(given -> forgotten
                        .deleteSettled()
                        .map(deleted -> given + " orders are waited for no longer, " + deleted + " forgotten"));
    }
}
