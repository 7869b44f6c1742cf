package io.shopoms.inventory.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopoms.inventory.mapping.StockFormula.Numbers;
import io.shopoms.inventory.stock.Allocation;
import io.shopoms.inventory.stock.ProductStock;
import io.shopoms.inventory.stock.SourceShare;
import io.shopoms.inventory.stock.StockLocation;
import io.shopoms.inventory.stock.StockNumber;
import io.shopoms.inventory.stock.StockSource;
import io.shopoms.inventory.stock.StockSource.Kind;
import io.shopoms.model.OdooId;
import io.shopoms.model.ShopifyId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;

class StockFormulaPropertyTest {

    private static final StockSource WH = new StockSource(Kind.WAREHOUSE, new OdooId(1));

    @Property
    void withoutDifferencesTheNumberNeverExceedsWhatIsFreeAndNotPromised(
            @ForAll @BigRange(min = "-50", max = "200") @Scale(3) BigDecimal free,
            @ForAll("shelves") Shelf any,
            @ForAll @LongRange(max = 60) long pending,
            @ForAll("allocations") Allocation allocation) {
        Shelf shelf = new Shelf(any.location(), any.buffer(), any.held(), 0, 0, any.available());

        StockNumber number = one(free, pending, allocation, shelf);

        long most = number.free().setScale(0, RoundingMode.FLOOR).longValueExact()
                - pending
                - shelf.buffer()
                - shelf.held()
                - number.b2b();
        assertThat(number.units()).isEqualTo(Math.max(0, most));
    }

    @Property
    void whatIsMissingLowersTheNumberAndWhatIsTooMuchNeverRaisesItAboveWhatIsShown(
            @ForAll @BigRange(min = "-50", max = "200") @Scale(3) BigDecimal free,
            @ForAll("shelves") Shelf shelf,
            @ForAll @LongRange(max = 60) long pending,
            @ForAll("allocations") Allocation allocation) {
        Shelf plain = new Shelf(shelf.location(), shelf.buffer(), shelf.held(), 0, shelf.shown(), shelf.available());

        long with = one(free, pending, allocation, shelf).units();
        long without = one(free, pending, allocation, plain).units();

        if (shelf.unexplained() <= 0) {
            assertThat(with).isLessThanOrEqualTo(without);
        } else {
            assertThat(with).isBetween(without, Math.max(without, shelf.available()));
        }
    }

    @Property
    void lessInOdooNeverGivesMoreInShopify(
            @ForAll @BigRange(min = "-50", max = "200") @Scale(3) BigDecimal free,
            @ForAll @BigRange(min = "0", max = "50") @Scale(3) BigDecimal less,
            @ForAll("shelves") Shelf shelf,
            @ForAll @LongRange(max = 60) long pending,
            @ForAll("allocations") Allocation allocation) {
        long before = one(free, pending, allocation, shelf).units();
        long after = one(free.subtract(less), pending, allocation, shelf).units();

        assertThat(after).isLessThanOrEqualTo(before);
    }

    @Property
    void locationsThatShareASourceNeverOfferMoreThanItHas(
            @ForAll @BigRange(min = "0", max = "500") @Scale(2) BigDecimal free,
            @ForAll @LongRange(min = 1, max = 99) long percent,
            @ForAll("allocations") Allocation allocation) {
        Shelf first = shelf(1, new BigDecimal(percent).movePointLeft(2), 0, 0, 0, 0, 0);
        Shelf second = shelf(2, new BigDecimal(100 - percent).movePointLeft(2), 0, 0, 0, 0, 0);

        Numbers numbers = StockFormula.of(stock(free), Map.of(), 0, allocation, List.of(first, second));

        assertThat(BigDecimal.valueOf(numbers.b2c() + numbers.b2b())).isLessThanOrEqualTo(free);
    }

    @Provide
    Arbitrary<Shelf> shelves() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 100),
                        Arbitraries.longs().between(0, 20),
                        Arbitraries.longs().between(0, 20),
                        Arbitraries.longs().between(-20, 20),
                        Arbitraries.longs().between(-20, 20),
                        Arbitraries.longs().between(-20, 200))
                .as((share, buffer, held, unexplained, shown, available) ->
                        shelf(1, new BigDecimal(share).movePointLeft(2), buffer, held, unexplained, shown, available));
    }

    @Provide
    Arbitrary<Allocation> allocations() {
        return Arbitraries.oneOf(
                Arbitraries.just(new Allocation.None()),
                Arbitraries.longs().between(0, 100).map(Allocation.Fixed::new),
                Arbitraries.longs().between(0, 100).map(p -> new Allocation.Share(BigDecimal.valueOf(p))));
    }

    private static StockNumber one(BigDecimal free, long pending, Allocation allocation, Shelf shelf) {
        return StockFormula.of(stock(free), Map.of(), pending, allocation, List.of(shelf))
                .numbers()
                .get(shelf.location().id());
    }

    private static ProductStock stock(BigDecimal free) {
        return new ProductStock(new OdooId(7), true, true, "Units", true, Map.of(WH, free));
    }

    private static Shelf shelf(
            long id, BigDecimal share, long buffer, long held, long unexplained, long shown, long available) {
        StockLocation location = new StockLocation(
                new ShopifyId(id), "Shop", true, List.of(new SourceShare(WH, share)), OptionalLong.empty());
        return new Shelf(location, buffer, held, unexplained, shown, available);
    }
}
