package io.shopoms.sandbox.journeys.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.sandbox.journeys.fixtures.Eventually;
import io.shopoms.sandbox.journeys.fixtures.FtpPlace;
import io.shopoms.sandbox.journeys.fixtures.Goods;
import io.shopoms.sandbox.journeys.fixtures.JsonHttp;
import io.shopoms.sandbox.journeys.fixtures.Landscape;
import io.shopoms.sandbox.journeys.fixtures.OnTheLandscape;
import io.shopoms.sandbox.journeys.fixtures.ShopProducts;
import io.shopoms.sandbox.journeys.fixtures.TestStore;
import io.shopoms.sandbox.shopify.catalog.Product;
import io.shopoms.sandbox.shopify.catalog.ProductStatus;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A supplier's file on a real FTP server becomes products in Shopify, whatever happens to the file on its way. */
@ExtendWith(OnTheLandscape.class)
final class FeedJourney {

    private static final Duration LONG = Duration.ofSeconds(240);

    private final Landscape landscape;
    private final TestStore initech;
    private final ShopProducts products;
    private final FtpPlace ftp = FtpPlace.open();

    /** Feeds may not share articles, so those of one test begin alike. */
    private final String prefix = Goods.unknown();

    FeedJourney(Landscape landscape) {
        this.landscape = landscape;
        this.initech = landscape.initech();
        this.products = initech.shop().products();
    }

    @AfterEach
    void closeTheServer() {
        ftp.close();
    }

    @Test
    void aFeedCreatesUpdatesAndArchivesOnSchedule() {
        // Given
        create("\"sync_frequency\": \"24\", \"removal_limit\": 60");
        put("A;A-S;Tee;S;12.50", "A;A-M;Tee;M;12.50", "B;B-S;Hoodie;S;40.00");

        // When
        landscape.feedIsDue(prefix);

        // Then
        Eventually.see(() -> {
            assertThat(prices("A-S")).isEqualTo(Map.of(sku("A-S"), "12.50", sku("A-M"), "12.50"));
            assertThat(prices("B-S")).isEqualTo(Map.of(sku("B-S"), "40.00"));
            assertThat(newest().path("status").asText()).isEqualTo("completed");
        });

        // And when: a price changes, a variant comes, a product goes
        put("A;A-S;Tee;S;13.00", "A;A-M;Tee;M;12.50", "A;A-L;Tee;L;12.50");
        landscape.feedIsDue(prefix);

        // Then
        Eventually.see(() -> {
            assertThat(prices("A-S")).isEqualTo(Map.of(sku("A-S"), "13.00", sku("A-M"), "12.50", sku("A-L"), "12.50"));
            assertThat(product("B-S").status()).isEqualTo(ProductStatus.ARCHIVED);
        });
        assertThat(newest().path("requestedBy").asText()).isEqualTo("schedule");
        Eventually.see(() -> assertThat(initech.templates(product("A-S").id()))
                .as("what feeds bring goes on to Odoo")
                .hasSize(1));
    }

    @Test
    void aConnectionLostInTheMiddleRemovesNothingAndTheRunIsTriedAgain() {
        // Given
        create("\"removal_limit\": 100");
        String[] rows = rows(1_000);
        put(rows);
        products.unheard(() -> {
            assertEnded(run(), Map.of("created", 200));

            // When
            rows[0] = rows[0].replace("5.00", "6.00");
            put(rows);
            ftp.slowDown();
            String run = run();
            ftp.dieInTheMiddle();
            ftp.comeBack();

            // Then
            assertEnded(run, Map.of("updated", 1));
        });
        assertThat(prices("P0-0")).containsEntry(sku("P0-0"), "6.00");
        assertThat(IntStream.range(0, 200).mapToObj(i -> product("P" + i + "-0").status()))
                .containsOnly(ProductStatus.ACTIVE);
    }

    @Test
    void oneBadRowAmongTenThousandStopsNoneOfTheOthers() {
        // Given
        create("\"removal_limit\": 10");
        String[] rows = rows(10_000);
        rows[7_003] = rows[7_003].replace("5.00", "12,50 €");
        put(rows);

        // When
        products.unheard(() -> assertEnded(run(), Map.of("created", 1_999, "failed", 1)));

        // Then
        String run = newest().path("id").asText();
        JsonNode failed = landscape
                .catalog()
                .get("/api/logs/" + run + "/records?result=failed")
                .ok();
        assertThat(failed).hasSize(1);
        assertThat(failed.toString()).contains("P1400").contains("12,50");
        assertThat(products.withSku(sku("P1400-0"))).isEmpty();
        assertThat(prices("P1999-4")).containsEntry(sku("P1999-4"), "5.00").hasSize(5);
    }

    /** Five variants to a product. */
    private static String[] rows(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "P%1$d;P%1$d-%2$d;Product %1$d;S%2$d;5.00".formatted(i / 5, i % 5))
                .toArray(String[]::new);
    }

    private void create(String more) {
        String config = """
                {"id": "%1$s", "name": "%1$s", "store": "%2$s", "connection_type": "ftp",
                 "credentials": {"host": "127.0.0.1", "port": %3$d, "username": "%4$s", "password": "%5$s",
                                 "filePath": "/products.csv"},
                 "format_options": {"delimiter": ";"}, "product_key": "parent", %6$s,
                 "mapping": {"title": "name", "variant.sku": "sku", "variant.price": "price",
                             "option1.name": {"constant": "Size"}, "option1.value": "size"}}
                """.formatted(prefix, initech.domain(), ftp.port(), FtpPlace.USER, FtpPlace.PASSWORD, more);
        landscape.catalog().post("/api/configs", JsonHttp.tree(config)).ok();
    }

    private void put(String... rows) {
        ftp.put(
                "products.csv",
                Stream.of(rows)
                        .map(row -> {
                            String[] cells = row.split(";", 3);
                            return prefix + "-" + cells[0] + ";" + sku(cells[1]) + ";" + cells[2];
                        })
                        .collect(Collectors.joining("\n", "parent;sku;name;size;price\n", "\n")));
    }

    private String run() {
        return landscape
                .catalog()
                .post("/api/sync/" + prefix, Map.of())
                .ok()
                .path("run")
                .asText();
    }

    private JsonNode newest() {
        return landscape.catalog().get("/api/configs/" + prefix + "/logs").ok().path(0);
    }

    private void assertEnded(String run, Map<String, Integer> results) {
        Eventually.see(LONG, () -> {
            JsonNode log = landscape.catalog().get("/api/logs/" + run).ok();
            assertThat(log.path("status").asText()).as("%s", log).isEqualTo("completed");
            Map<String, Integer> happened = new LinkedHashMap<>();
            log.path("results")
                    .fields()
                    .forEachRemaining(
                            each -> happened.put(each.getKey(), each.getValue().asInt()));
            happened.values().removeIf(count -> count == 0);
            assertThat(happened).isEqualTo(results);
        });
    }

    private String sku(String own) {
        return prefix + "-" + own;
    }

    private Product product(String ownSku) {
        return products.withSku(sku(ownSku)).orElseThrow(() -> new AssertionError("no product has " + sku(ownSku)));
    }

    private Map<String, String> prices(String ownSku) {
        return ShopProducts.prices(product(ownSku));
    }
}
