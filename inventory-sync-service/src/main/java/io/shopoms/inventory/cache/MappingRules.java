package io.shopoms.inventory.cache;

import io.shopoms.inventory.stock.SourceShare;
import io.shopoms.inventory.stock.StockSource;
import io.shopoms.model.ShopifyId;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which mappings of locations make sense together. Pure. */
public final class MappingRules {

    private MappingRules() {}

    /**
     * What is wrong with mapping a location to these sources; empty if nothing is. Locations of one store that share a
     * source may not offer more than all of it together: they would sell the same units twice.
     *
     * @param location to be mapped
     * @param wanted its sources from then on
     * @param all locations of the store
     */
    public static Optional<String> problem(
            ShopifyId location, List<SourceShare> wanted, Collection<MappedLocation> all) {
        Set<StockSource> named = new HashSet<>();
        Map<StockSource, BigDecimal> shares = new HashMap<>();
        for (SourceShare share : wanted) {
            if (!named.add(share.source())) {
                return Optional.of(words(share.source()) + " is named twice");
            }
            shares.put(share.source(), share.share());
        }
        for (MappedLocation other : all) {
            if (other.id().equals(location) || other.deletedAt().isPresent()) {
                continue;
            }
            other.sources().stream()
                    .map(MappedLocation.Source::share)
                    .forEach(share -> shares.computeIfPresent(share.source(), (s, sum) -> sum.add(share.share())));
        }
        return shares.entrySet().stream()
                .filter(entry -> entry.getValue().compareTo(BigDecimal.ONE) > 0)
                .findFirst()
                .map(entry -> "the store's locations would offer "
                        + entry.getValue().stripTrailingZeros().toPlainString() + " of "
                        + words(entry.getKey()) + "; their shares may add up to at most 1");
    }

    /** The sources of a store's other locations. */
    public static Set<StockSource> besides(ShopifyId location, Collection<MappedLocation> all) {
        return all.stream()
                .filter(other ->
                        !other.id().equals(location) && other.deletedAt().isEmpty())
                .flatMap(other -> other.sources().stream())
                .map(source -> source.share().source())
                .collect(Collectors.toSet());
    }

    static String words(StockSource source) {
        return source.kind().name().toLowerCase(Locale.ROOT) + " " + source.id();
    }
}
