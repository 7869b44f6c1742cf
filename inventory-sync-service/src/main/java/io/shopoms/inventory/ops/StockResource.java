package io.shopoms.inventory.ops;

import io.shopoms.inventory.cache.Locations;
import io.shopoms.inventory.cache.MappedLocation;
import io.shopoms.inventory.cache.StockItem;
import io.shopoms.inventory.cache.StockItems;
import io.shopoms.inventory.cache.StockLevels;
import io.shopoms.inventory.ops.StockViews.LinkView;
import io.shopoms.inventory.stock.ItemKey;
import io.shopoms.inventory.stock.Level;
import io.shopoms.inventory.stock.StockNumber;
import io.shopoms.sync.ops.AskedStore;
import io.shopoms.sync.ops.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Why Shopify shows the number that it shows. */
@Path("/api/stock")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "stock")
class StockResource {

    private final StockItems items;
    private final StockLevels levels;
    private final Locations locations;
    private final AskedStore stores;

    StockResource(StockItems items, StockLevels levels, Locations locations, AskedStore stores) {
        this.items = items;
        this.levels = levels;
        this.locations = locations;
        this.stores = stores;
    }

    record SourceView(String kind, long id, BigDecimal free, BigDecimal share) {}

    /**
     * The terms of a number, in units; {@code docs/inventory.md} tells how they make it.
     *
     * @param free of all sources, times their shares, before it is cut to whole units
     * @param pending of orders that are not in Odoo yet
     * @param held left at other levels, and nobody knows the order yet
     * @param unexplained this level's own young difference
     * @param shown a difference that a person has to decide on
     * @param explanation the same in one line
     */
    record NumberView(
            List<SourceView> sources,
            BigDecimal free,
            long buffer,
            long b2b,
            long pending,
            long held,
            long unexplained,
            long shown,
            long units,
            String explanation) {}

    record DifferenceView(long units, Instant since) {}

    /**
     * @param problem why the location is not served; null if it is
     * @param presence never, stocked or removed
     * @param available what Shopify had when it was last read or written
     * @param doubtful whether Shopify may have another value by now
     * @param unexplained what nobody has accounted for
     * @param number what was last computed; null if nothing was
     */
    record LevelView(
            long locationId,
            String location,
            String problem,
            String presence,
            long available,
            Instant availableAt,
            boolean doubtful,
            List<DifferenceView> unexplained,
            NumberView number) {}

    record StockView(LinkView link, List<LevelView> levels) {}

    @GET
    @Path("{item:\\d{1,18}}")
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR})
    @Operation(summary = "An item's stock at every location, and each number term by term as it was last computed")
    public Uni<StockView> explain(@RestPath long item, @RestQuery String store) {
        ItemKey key = new ItemKey(stores.of(store).shop(), Wanted.id("item", item));
        return items.find(key)
                .map(found -> found.orElseThrow(() -> LinkResource.unknown(item)))
                .chain(found ->
                        levels.of(key).chain(known -> locations.of(key.store()).map(all -> view(found, known, all))));
    }

    private static StockView view(StockItem item, List<Level> known, List<MappedLocation> all) {
        Map<Long, Level> byLocation = known.stream()
                .collect(Collectors.toMap(level -> level.key().location().value(), Function.identity()));
        List<LevelView> views = all.stream()
                .filter(location -> byLocation.containsKey(location.id().value()))
                .map(location -> view(location, byLocation.get(location.id().value())))
                .toList();
        return new StockView(StockViews.link(item), views);
    }

    private static LevelView view(MappedLocation location, Level level) {
        return new LevelView(
                location.id().value(),
                location.name(),
                location.problem().orElse(null),
                level.presence().name().toLowerCase(Locale.ROOT),
                level.available(),
                level.availableAt(),
                level.isDoubtful(),
                level.unexplained().stream()
                        .map(difference -> new DifferenceView(difference.units(), difference.since()))
                        .toList(),
                level.number().map(StockResource::view).orElse(null));
    }

    private static NumberView view(StockNumber number) {
        return new NumberView(
                number.sources().stream()
                        .map(source -> new SourceView(
                                source.source().kind().name().toLowerCase(Locale.ROOT),
                                source.source().id().value(),
                                plain(source.free()),
                                plain(source.share())))
                        .toList(),
                plain(number.free()),
                number.buffer(),
                number.b2b(),
                number.pending(),
                number.held(),
                number.unexplained(),
                number.shown(),
                number.units(),
                explanation(number));
    }

    static String explanation(StockNumber number) {
        return plain(number.free()).toPlainString() + " free in Odoo"
                + term(" − ", number.buffer(), " buffer")
                + term(" − ", number.b2b(), " kept for B2B")
                + term(" − ", number.pending(), " of orders that are not in Odoo yet")
                + term(" − ", number.held(), " gone elsewhere without a known order")
                + term(" + ", number.unexplained(), " not explained yet")
                + term(" + ", number.shown(), " waiting for a decision")
                + " → " + number.units();
    }

    private static String term(String sign, long units, String what) {
        return Optional.of(units)
                .filter(amount -> amount != 0)
                .map(amount -> sign + (amount < 0 ? "(" + amount + ")" : amount) + what)
                .orElse("");
    }

    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
