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
import io.shopoms.sync.failure.SyncFailure;
import io.shopoms.sync.failure.SyncFailure.InvalidPayload;
import io.shopoms.sync.failure.SyncFailure.MissingDependency;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StockFormulaTest {

    private static final StockSource WH = new StockSource(Kind.WAREHOUSE, new OdooId(1));
    private static final StockSource ANNEX = new StockSource(Kind.LOCATION, new OdooId(31));

    /** The lines of the table of examples in docs/inventory.md. */
    static Stream<List<String>> examples() throws IOException {
        String text = Files.readString(Path.of("..", "docs", "inventory.md"));
        String table = text.substring(text.indexOf("### Examples"), text.indexOf("### What has no number"));
        return table.lines()
                .filter(line -> line.startsWith("|"))
                .skip(2)
                .map(line -> Arrays.stream(line.substring(1).split("\\|"))
                        .map(String::strip)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleOfTheDocumentationComesOut(List<String> example) {
        // Given
        StockLocation location = location(1, share(WH, example.get(1)));
        Shelf shelf = new Shelf(
                location,
                number(example.get(2)),
                number(example.get(5)),
                number(example.get(6)),
                number(example.get(7)),
                number(example.get(8)));

        // When
        Numbers numbers = StockFormula.of(
                stock(Map.of(WH, example.get(0))),
                Map.of(),
                number(example.get(4)),
                allocation(example.get(3)),
                List.of(shelf));

        // Then
        assertThat(numbers.numbers().get(location.id()).units())
                .as(example.get(10))
                .isEqualTo(number(example.get(9)));
    }

    @Test
    void theDocumentationHasExamples() throws IOException {
        assertThat(examples()).hasSizeGreaterThan(20);
    }

    @Test
    void severalSourcesOfALocationAreAddedBeforeTheyAreCutToWholeUnits() {
        // Given
        StockLocation location = location(1, share(WH, "0.5"), share(ANNEX, "1"));

        // When: 3 × 0.5 + 0.5 = 2
        Numbers numbers = of(Map.of(WH, "3", ANNEX, "0.5"), new Allocation.None(), shelf(location));

        // Then
        StockNumber number = numbers.numbers().get(location.id());
        assertThat(number.units()).isEqualTo(2);
        assertThat(number.free()).isEqualByComparingTo("2");
        assertThat(number.sources()).hasSize(2);
    }

    @Test
    void aFixedAllocationIsTakenFromTheFirstLocationsOfTheMapping() {
        // Given
        StockLocation first = location(1, share(WH, "1"));
        StockLocation second = location(2, share(ANNEX, "1"));

        // When
        Numbers numbers = of(Map.of(WH, "3", ANNEX, "10"), new Allocation.Fixed(5), shelf(first), shelf(second));

        // Then
        assertThat(numbers.numbers().get(first.id()).units()).isZero();
        assertThat(numbers.numbers().get(second.id()).units()).isEqualTo(8);
        assertThat(numbers.b2b()).isEqualTo(5);
        assertThat(numbers.b2c()).isEqualTo(8);
    }

    @Test
    void aSourceThatOdooTellsNothingOfFailsItsLocationOnly() {
        // Given
        StockLocation told = location(1, share(WH, "1"));
        StockLocation untold = location(2, share(WH, "1"), share(ANNEX, "1"));
        SyncFailure reason = new MissingDependency("location 31 is archived", "unarchive it");

        // When
        Numbers numbers = StockFormula.of(
                stock(Map.of(WH, "4")),
                Map.of(ANNEX, reason),
                0,
                new Allocation.None(),
                List.of(shelf(told), shelf(untold)));

        // Then
        assertThat(numbers.numbers()).containsOnlyKeys(told.id());
        assertThat(numbers.failures()).containsEntry(untold.id(), reason);
    }

    @Test
    void aSourceThatIsMissingWithoutAReasonIsNamedAndNeverZero() {
        StockLocation location = location(2, share(ANNEX, "1"));

        Numbers numbers = of(Map.of(), new Allocation.None(), shelf(location));

        assertThat(numbers.numbers()).isEmpty();
        assertThat(numbers.failures().get(location.id()))
                .isInstanceOf(MissingDependency.class)
                .extracting(SyncFailure::message)
                .asString()
                .contains("location 31", "Location 2", "product 7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1000000000.5", "1000000001", "1E+400000", "-1E+400000", "-1000000001"})
    void giganticQuantitiesAreRefusedByName(String free) {
        StockLocation location = location(1, share(WH, "0.1"));

        Numbers numbers = of(Map.of(WH, free), new Allocation.None(), shelf(location));

        assertThat(numbers.numbers()).isEmpty();
        assertThat(numbers.failures().get(location.id()))
                .isInstanceOf(InvalidPayload.class)
                .extracting(SyncFailure::message)
                .asString()
                .contains("1,000,000,000")
                .hasSizeLessThan(300);
    }

    @Test
    void aNumberThatShopifyWouldNotTakeIsRefusedByName() {
        StockLocation location = location(1, share(WH, "1"));
        Shelf shelf = new Shelf(location, 0, 0, 0, 5, 0);

        Numbers numbers = of(Map.of(WH, "1000000000"), new Allocation.None(), shelf);

        assertThat(numbers.failures()).containsOnlyKeys(location.id());
    }

    private static Numbers of(Map<StockSource, String> free, Allocation allocation, Shelf... shelves) {
        return StockFormula.of(stock(free), Map.of(), 0, allocation, List.of(shelves));
    }

    private static ProductStock stock(Map<StockSource, String> free) {
        Map<StockSource, BigDecimal> quantities = free.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> new BigDecimal(e.getValue())));
        return new ProductStock(new OdooId(7), true, true, "Units", true, quantities);
    }

    private static Shelf shelf(StockLocation location) {
        return new Shelf(location, 0, 0, 0, 0, 0);
    }

    private static StockLocation location(long id, SourceShare... sources) {
        return new StockLocation(new ShopifyId(id), "Location " + id, true, List.of(sources), OptionalLong.empty());
    }

    private static SourceShare share(StockSource source, String share) {
        return new SourceShare(source, new BigDecimal(share));
    }

    private static Allocation allocation(String text) {
        if (text.equals("none")) {
            return new Allocation.None();
        }
        return text.endsWith("%")
                ? new Allocation.Share(new BigDecimal(text.replace("%", "")))
                : new Allocation.Fixed(number(text));
    }

    private static long number(String text) {
        return Long.parseLong(text);
    }
}
