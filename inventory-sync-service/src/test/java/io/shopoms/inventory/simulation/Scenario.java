package io.shopoms.inventory.simulation;

import io.shopoms.inventory.stock.Drift.Decision;
import java.util.List;

/**
 * What one run is like.
 *
 * @param replicas processes of the service
 * @param kills how often one of them is killed
 * @param trouble the probability that a call to Shopify or Odoo goes wrong
 * @param lost the probability that a webhook never comes
 * @param policy what the stores do about drift
 * @param edits whether people change stock in Shopify's admin
 * @param secondPlace whether the first store sells from a second location too, each offering half
 * @param outage how long the order service is down at most, in seconds
 * @param buffer units kept back everywhere
 * @param last units of the scarce product at the start
 */
record Scenario(
        int replicas,
        int kills,
        double trouble,
        double lost,
        Decision policy,
        boolean edits,
        boolean secondPlace,
        int outage,
        int buffer,
        int last) {

    static Scenario of(Chance chance) {
        return new Scenario(
                chance.between(1, 2),
                chance.of(List.of(0, 2, 4, 8)),
                chance.of(List.of(0.0, 0.03, 0.1, 0.2)),
                chance.of(List.of(0.0, 0.0, 0.05)),
                chance.of(List.of(Decision.CORRECT, Decision.CORRECT, Decision.ADOPT, Decision.SHOW)),
                chance.happens(0.5),
                chance.happens(0.3),
                chance.of(List.of(0, 0, 0, 60, 60, 300, 600, 600, 600, 4000)),
                chance.of(List.of(0, 0, 1)),
                chance.between(1, 4));
    }
}
