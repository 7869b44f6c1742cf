package io.shopoms.inventory.shopify;

import io.shopoms.inventory.shopify.WriteResult.Refused;
import io.shopoms.inventory.stock.LevelKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which lines are worth sending.
 *
 * @param sorted those that are, by level
 * @param impossible the others, that Shopify would refuse for what they say
 */
record Sendable(List<LevelWrite> sorted, List<WriteResult> impossible) {

    private static final long HIGHEST = 1_000_000_000L;

    static Sendable of(List<LevelWrite> lines) {
        Map<LevelKey, Long> counts =
                lines.stream().collect(Collectors.groupingBy(LevelWrite::key, Collectors.counting()));
        List<LevelWrite> sorted = new ArrayList<>();
        List<WriteResult> impossible = new ArrayList<>();
        for (LevelWrite line : lines) {
            fault(line, counts::get)
                    .ifPresentOrElse(
                            error -> impossible.add(new Refused(line, error.failure(line))), () -> sorted.add(line));
        }
        sorted.sort(Comparator.comparing(LevelWrite::key));
        return new Sendable(List.copyOf(sorted), List.copyOf(impossible));
    }

    private static Optional<QuantityError> fault(LevelWrite line, Function<LevelKey, Long> counts) {
        if (counts.apply(line.key()) > 1) {
            return Optional.of(QuantityError.NO_DUPLICATE_INVENTORY_ITEM_ID_GROUP_ID_PAIR);
        }
        if (line.quantity() < 0) {
            return Optional.of(QuantityError.INVALID_QUANTITY_NEGATIVE);
        }
        return line.quantity() > HIGHEST ? Optional.of(QuantityError.INVALID_QUANTITY_TOO_HIGH) : Optional.empty();
    }
}
