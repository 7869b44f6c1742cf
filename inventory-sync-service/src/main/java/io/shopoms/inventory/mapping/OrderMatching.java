package io.shopoms.inventory.mapping;

import io.shopoms.inventory.stock.Level;
import io.shopoms.inventory.stock.OrderEffect;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Finds the orders that explain what was seen. An order does not tell at which location it took its units, so what orders
 * did to an item explains differences of the same sign at any of its levels, whichever is heard of first.
 */
public final class OrderMatching {

    private OrderMatching() {}

    /**
     * @param levels that were explained, booked
     * @param effects what is left of effects that changed; 0 for nothing
     * @param unseen units that orders gave back and that no level shows: a sale that nobody has told of yet has taken them, so
     *     they are not offered while the effect waits
     * @param unseenUntil when the first of these effects has waited long enough; empty if there are none
     */
    public record Matched(List<Booked> levels, Map<Long, Long> effects, long unseen, Optional<Instant> unseenUntil) {}

    /**
     * @param levels of one item
     * @param effects of the same item
     * @param grace how long an effect waits to be seen; one that is older was in what was read before it was heard of
     */
    public static Matched match(Ledger ledger, List<Level> levels, List<OrderEffect> effects, Duration grace) {
        Map<Long, Long> left = new TreeMap<>();
        effects.forEach(effect -> left.put(effect.id(), effect.units()));
        List<Booked> booked = new ArrayList<>();
        for (Level level :
                levels.stream().sorted(Comparator.comparing(Level::key)).toList()) {
            long units = take(left, level.unexplainedUnits());
            if (units != 0) {
                booked.add(ledger.explained(level, units));
            }
        }
        net(left);
        Map<Long, Long> changed = new LinkedHashMap<>();
        long unseen = 0;
        Optional<Instant> unseenUntil = Optional.empty();
        for (OrderEffect effect : effects) {
            Instant end = effect.at().plus(grace);
            long rest = end.isAfter(ledger.now()) ? left.get(effect.id()) : 0;
            if (rest > 0) {
                unseen += rest;
                unseenUntil = unseenUntil.filter(end::isAfter).or(() -> Optional.of(end));
            }
            if (rest != effect.units()) {
                changed.put(effect.id(), rest);
            }
        }
        return new Matched(booked, changed, unseen, unseenUntil);
    }

    /**
     * What orders took and gave back meets in Shopify's number: what no difference was explained with is weighed as one. Not
     * before: units that came back may have been decided on long ago, and then a sale would stay unexplained.
     */
    private static void net(Map<Long, Long> left) {
        left.replaceAll((id, units) -> units + take(left, -units));
    }

    /** Takes up to {@code wanted} from effects of its sign, the oldest first; how much it was, with that sign. */
    private static long take(Map<Long, Long> left, long wanted) {
        long taken = 0;
        for (Map.Entry<Long, Long> effect : left.entrySet()) {
            long open = wanted - taken;
            if (Long.signum(open) * Long.signum(effect.getValue()) > 0) {
                long part = open > 0 ? Math.min(open, effect.getValue()) : Math.max(open, effect.getValue());
                effect.setValue(effect.getValue() - part);
                taken += part;
            }
        }
        return taken;
    }
}
