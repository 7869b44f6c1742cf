package io.shopoms.catalog.feed.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopoms.catalog.feed.config.Connection;
import io.shopoms.catalog.feed.config.ConnectionType;
import io.shopoms.catalog.feed.config.DeletePolicy;
import io.shopoms.catalog.feed.config.FeedConfig;
import io.shopoms.catalog.feed.config.FeedSchedule;
import io.shopoms.catalog.feed.format.FeedFormat;
import io.shopoms.catalog.feed.format.FormatOptions;
import io.shopoms.catalog.feed.mapping.FeedMapping;
import io.shopoms.catalog.feed.run.FeedStage.Counts;
import io.shopoms.model.ShopDomain;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RemovalGuardTest {

    @Test
    void aRunMayRemoveUpToItsLimit() {
        assertThat(question("10", new Counts(90, 0, 0, 100, 10), 90, 100)).isEmpty();
        assertThat(question("10", new Counts(89, 0, 0, 100, 11), 100, 100))
                .contains("would remove 11 of 100 products (11.0 %, the limit is 10 %)");
    }

    @Test
    void aFileWithFarFewerRowsIsUnusualEvenIfEveryProductIsThere() {
        assertThat(question("10", new Counts(100, 0, 0, 100, 0), 250, 300))
                .contains("has 250 rows instead of 300 (16.7 % fewer, the limit is 10 %)");
    }

    @Test
    void anEmptyFileIsUnusualUnlessTheFeedWasEmptyBefore() {
        assertThat(question("99.9", new Counts(0, 0, 0, 3, 3), 0, 3)).isPresent();
        assertThat(question("10", new Counts(0, 0, 0, 0, 0), 0, 0)).isEmpty();
    }

    @Test
    void aLimitOfZeroAsksForEachAndOneOfAHundredForNone() {
        assertThat(question("0", new Counts(99, 0, 0, 100, 1), 99, 99)).isPresent();
        assertThat(question("100", new Counts(1, 0, 0, 100, 99), 1, 100)).isEmpty();
    }

    @Test
    void anEmptyFileIsUnusualWhateverTheLimitIs() {
        assertThat(question("100", new Counts(0, 0, 0, 100, 100), 0, 100))
                .contains("is empty, and would remove all 100 products");
    }

    @Test
    void whatIsNotRemovedIsNotAskedAbout() {
        assertThat(question("10", new Counts(50, 0, 0, 100, 50), false, 100, 100))
                .isEmpty();
        assertThat(question("10", new Counts(50, 0, 0, 100, 50), false, 50, 100))
                .isPresent();
    }

    @Test
    void aFirstRunIsNeverUnusual() {
        assertThat(question("0", new Counts(5, 0, 5, 0, 0), 5, 0)).isEmpty();
    }

    private static Optional<String> question(String limit, Counts counts, long rows, long before) {
        return question(limit, counts, true, rows, before);
    }

    private static Optional<String> question(String limit, Counts counts, boolean remove, long rows, long before) {
        FeedConfig config = new FeedConfig(
                "erp",
                new ShopDomain("acme.myshopify.com"),
                "ERP",
                true,
                new Connection(ConnectionType.FILE, Map.of("filePath", "a.json")),
                new FormatOptions(FeedFormat.JSON, "", Optional.empty(), ',', '"', StandardCharsets.UTF_8, true),
                new FeedMapping(
                        Map.of(), List.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                FeedSchedule.never(),
                DeletePolicy.ARCHIVE,
                new BigDecimal(limit),
                1);
        return RemovalGuard.question(config, counts, remove, rows, before);
    }
}
