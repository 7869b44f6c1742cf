package io.shopoms.fulfillment.shopify;

import io.shopoms.model.ShopifyId;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntBinaryOperator;

/** Units by Shopify line item. A line with none is absent, so equal goods are equal values. */
public record Quantities(Map<ShopifyId, Integer> units) {

    public static final Quantities NONE = new Quantities(Map.of());

    /** @throws IllegalArgumentException if a quantity is negative */
    public Quantities {
        Map<ShopifyId, Integer> kept = new TreeMap<>(Comparator.comparingLong(ShopifyId::value));
        units.forEach((line, quantity) -> {
            if (quantity < 0) {
                throw new IllegalArgumentException("a quantity of line " + line + " is negative: " + quantity);
            }
            if (quantity > 0) {
                kept.put(line, quantity);
            }
        });
        units = Collections.unmodifiableMap(kept);
    }

    public static Quantities of(ShopifyId line, int quantity) {
        return new Quantities(Map.of(line, quantity));
    }

    public int of(ShopifyId line) {
        return units.getOrDefault(line, 0);
    }

    public Quantities plus(Quantities other) {
        return combined(other, Integer::sum);
    }

    /** What is left of these after {@code other} is taken away; never below none. */
    public Quantities minus(Quantities other) {
        return combined(other, (mine, theirs) -> Math.max(0, mine - theirs));
    }

    /** The smaller quantity of each line. */
    public Quantities atMost(Quantities other) {
        return combined(other, Math::min);
    }

    public int total() {
        return units.values().stream().mapToInt(Integer::intValue).sum();
    }

    public boolean isEmpty() {
        return units.isEmpty();
    }

    private Quantities combined(Quantities other, IntBinaryOperator operator) {
        Map<ShopifyId, Integer> result = new TreeMap<>(Comparator.comparingLong(ShopifyId::value));
        units.forEach((line, quantity) -> result.put(line, operator.applyAsInt(quantity, other.of(line))));
        other.units.forEach((line, quantity) -> result.putIfAbsent(line, operator.applyAsInt(0, quantity)));
        return new Quantities(result);
    }
}
