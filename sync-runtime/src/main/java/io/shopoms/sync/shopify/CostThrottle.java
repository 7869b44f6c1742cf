package io.shopoms.sync.shopify;

import io.shopoms.sync.http.Pace;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** The pace of one store: a document starts when its last known cost is affordable. */
final class CostThrottle {

    /** For a document not yet run: the base cost of a mutation. */
    private static final double FIRST_GUESS = 10;

    private final CostBudget budget;
    private final Map<String, Double> lastCost = new ConcurrentHashMap<>();

    CostThrottle(LongSupplier nanos) {
        this.budget = new CostBudget(nanos);
    }

    Pace paceOf(GraphqlDocument document) {
        return new Pace() {
            private volatile double held;

            @Override
            public long reserve() {
                double cost = lastCost.getOrDefault(document.name(), FIRST_GUESS);
                long wait = budget.hold(cost);
                if (wait == 0) {
                    held = cost;
                }
                return wait;
            }

            @Override
            public void release() {
                budget.free(held);
            }
        };
    }

    void learn(GraphqlDocument document, ShopifyCost cost) {
        lastCost.put(document.name(), cost.requested());
        budget.learn(cost);
    }

    void pause(Duration wait) {
        budget.pause(wait);
    }
}
