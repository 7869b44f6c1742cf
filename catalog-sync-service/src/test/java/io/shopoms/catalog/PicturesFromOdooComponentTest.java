package io.shopoms.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.shopoms.bus.migration.Migrations;
import io.shopoms.catalog.cache.ProductLink;
import io.shopoms.catalog.cache.ProductLinks;
import io.shopoms.catalog.fixtures.OdooLeadsSimulators;
import io.shopoms.catalog.fixtures.ProductTables;
import io.shopoms.sandbox.embedded.EmbeddedServersResource;
import io.shopoms.sandbox.fault.Fault;
import io.shopoms.sandbox.fault.LoggedRequest;
import io.shopoms.sandbox.odoo.OdooSimulator;
import io.shopoms.sandbox.shopify.ShopifySimulator;
import io.shopoms.sandbox.shopify.catalog.Media;
import io.shopoms.sandbox.shopify.catalog.Product;
import io.shopoms.sync.job.ScheduledTask;
import io.shopoms.sync.store.Stores;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedServersResource.class)
@WithTestResource(OdooLeadsSimulators.class)
class PicturesFromOdooComponentTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int TOO_LARGE = 150_000;
    private static final AtomicLong NUMBERS = new AtomicLong();

    @Inject
    ProductTables tables;

    @Inject
    ProductLinks links;

    @Inject
    Migrations migrations;

    @Inject
    Stores stores;

    @Inject
    @Any
    Instance<ScheduledTask> tasks;

    OdooSimulator odoo;
    ShopifySimulator shopify;

    private final String sku = "PICTURE-" + NUMBERS.incrementAndGet();

    @BeforeEach
    void tablesAreThere() {
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(migrations.areDone()).isTrue());
        tables.clear();
    }

    @Test
    void aPictureIsBroughtOnceAndReplacedAndTakenAway() throws Exception {
        // Given
        long mug = mug();
        draw(mug, png("first"));
        push(mug);
        ProductLink link = link(mug);
        List<Media> first = product(link).media();
        assertThat(first).hasSize(1);
        byte[] shown = fetched(first.get(0).url());
        shopify.requests().clear();
        odoo.requests().clear();

        // When
        webhook(link);
        String note = tables.processed(link.productId().value()).note();
        long callsOfTheWebhook = shopify.requests().total() + odoo.requests().total();
        push(mug);
        long callsOfTheSecondRun = shopify.requests().total();
        draw(mug, png("second"));
        push(mug);
        List<Media> second = product(link).media();
        odoo.data().goods().edit(mug, Map.of("image_1920", false));
        push(mug);

        // Then
        assertThat(shown).isEqualTo(png("first"));
        assertThat(note).startsWith("nothing to change: as it was");
        assertThat(callsOfTheWebhook).isZero();
        assertThat(callsOfTheSecondRun).isZero();
        assertThat(second).hasSize(1);
        assertThat(fetched(second.get(0).url())).isEqualTo(png("second"));
        assertThat(product(link).media()).isEmpty();
    }

    @Test
    void aLostAnswerDoesNotShowThePictureTwice() {
        // Given
        long mug = mug();
        push(mug);
        ProductLink link = link(mug);
        draw(mug, png("lost"));
        shopify.requests().clear();
        shopify.faults().add(Fault.lostResponse("ProductSet"));

        // When
        push(mug);

        // Then
        assertThat(product(link).media()).hasSize(1);
        assertThat(calls("ProductSet")).isEqualTo(1);
        assertThat(calls("StagedUploadsCreate")).isEqualTo(1);
    }

    @Test
    void aPictureThatIsTooLargeHoldsUpNothingElse() {
        // Given
        long mug = mug();
        push(mug);
        ProductLink link = link(mug);
        shopify.requests().clear();

        // When
        odoo.data().goods().edit(mug, Map.of("name", "Renamed " + sku));
        draw(mug, png("x".repeat(TOO_LARGE)));
        push(mug);
        String note = tables.seenInOdoo(mug).note();
        odoo.data().goods().edit(mug, Map.of("list_price", 7));
        push(mug);

        // Then
        assertThat(product(link).title()).isEqualTo("Renamed " + sku);
        assertThat(product(link).media()).isEmpty();
        assertThat(note).contains("without picture").contains("SHOPOMS_CATALOG_PICTURES_MAX_SIZE");
        assertThat(tables.seenInOdoo(mug).note()).doesNotContain("picture");
        assertThat(calls("StagedUploadsCreate")).isZero();
    }

    private long mug() {
        return odoo.data().goods().create("Mug " + sku, sku, "5", Map.of()).id();
    }

    private void draw(long template, byte[] picture) {
        odoo.data()
                .goods()
                .edit(template, Map.of("image_1920", Base64.getEncoder().encodeToString(picture)));
    }

    private static byte[] png(String text) {
        return ("\u0089PNG\r\n\u001a\n" + text).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] fetched(URI address) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofByteArray())
                .body();
    }

    /** Has changes found, and waits until they are dealt with. */
    private void push(long template) {
        tasks.stream()
                .filter(task -> task.name().equals("odoo-products"))
                .findFirst()
                .orElseThrow()
                .run(stores.all().get(0))
                .await()
                .atMost(LIMIT);
        await().atMost(LIMIT)
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> assertThat(tables.seenInOdoo(template).status())
                        .as("%s", tables.seenInOdoo(template))
                        .isEqualTo("PROCESSED"));
    }

    /** As Shopify would tell the product now. */
    private void webhook(ProductLink link) {
        tables.receive(new String(shopify.bodyOf(product(link)), StandardCharsets.UTF_8));
    }

    private ProductLink link(long template) {
        return links.ofTemplates(ProductTables.SHOP, List.of(template))
                .await()
                .atMost(LIMIT)
                .get(template);
    }

    private Product product(ProductLink link) {
        return shopify.catalog().product(link.productId().value());
    }

    private long calls(String operation) {
        return shopify.requests().entries().stream()
                .map(LoggedRequest::operation)
                .filter(operation::equals)
                .count();
    }
}
