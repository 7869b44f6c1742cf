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
import io.shopoms.sandbox.fault.LoggedRequest;
import io.shopoms.sandbox.odoo.OdooSimulator;
import io.shopoms.sandbox.odoo.view.TemplateView;
import io.shopoms.sandbox.odoo.view.VariantView;
import io.shopoms.sandbox.shopify.ShopifySimulator;
import io.shopoms.sandbox.shopify.catalog.Product;
import io.shopoms.sandbox.shopify.catalog.ProductStatus;
import io.shopoms.sandbox.shopify.catalog.Variant;
import io.shopoms.sync.job.ScheduledTask;
import io.shopoms.sync.store.Store;
import io.shopoms.sync.store.Stores;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedServersResource.class)
@WithTestResource(OdooLeadsSimulators.class)
class ProductsFromOdooComponentTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Set<String> MUTATIONS =
            Set.of("ProductSet", "ProductUpdate", "ProductVariantsBulkUpdate", "MetafieldsSet", "ProductDelete");
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

    private final String sku = "PUSH-" + NUMBERS.incrementAndGet();

    @BeforeEach
    void tablesAreThere() {
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(migrations.areDone()).isTrue());
        tables.clear();
    }

    @Test
    void aTemplateIsMadeInShopifyAndItsOwnWebhookIsNoWork() {
        // When
        TemplateView shirt = shirt();
        push(shirt.id());
        ProductLink link = link(shirt.id());
        long calls = shopify.requests().total();
        long odooCalls = odoo.requests().total();
        webhook(link);

        // Then
        assertThat(prices(link)).isEqualTo(Map.of(sku + "-1", "10", sku + "-2", "10"));
        assertThat(link.variants()).hasSize(2);
        assertThat(tables.processed(link.productId().value()).note()).startsWith("nothing to change: as it was");
        assertThat(shopify.requests().total()).isEqualTo(calls);
        assertThat(odoo.requests().total()).isEqualTo(odooCalls);
        push(shirt.id());
        assertThat(shopify.requests().total()).isEqualTo(calls);
    }

    @Test
    void nameAndPriceAreWrittenWithOneCallEach() {
        // Given
        TemplateView shirt = shirt();
        push(shirt.id());
        ProductLink link = link(shirt.id());
        List<Long> ids = ids(link);
        shopify.requests().clear();

        // When
        odoo.data().goods().edit(shirt.id(), Map.of("name", "Renamed " + sku, "list_price", 12.5));
        push(shirt.id());

        // Then
        assertThat(product(link).title()).isEqualTo("Renamed " + sku);
        assertThat(prices(link)).isEqualTo(Map.of(sku + "-1", "12.5", sku + "-2", "12.5"));
        assertThat(ids(link)).isEqualTo(ids);
        assertThat(mutations()).containsExactlyInAnyOrder("ProductUpdate", "ProductVariantsBulkUpdate");
    }

    @Test
    void variantsComeAndGoAndSwapTheirSkus() {
        // Given
        TemplateView shirt = shirt();
        push(shirt.id());
        List<Long> before = ids(link(shirt.id()));

        // When
        List<VariantView> variants =
                odoo.data().goods().addValue(shirt.id(), "Size", "L " + sku).variants();
        odoo.data().goods().editVariant(variants.get(0).id(), Map.of("default_code", sku + "-2"));
        odoo.data().goods().editVariant(variants.get(1).id(), Map.of("default_code", sku + "-1"));
        push(shirt.id());
        List<Variant> grown = product(link(shirt.id())).variants();
        odoo.data().goods().removeValue(shirt.id(), "Size", "L " + sku);
        push(shirt.id());

        // Then
        assertThat(grown).hasSize(3);
        assertThat(product(link(shirt.id())).variants()).extracting(Variant::id).containsExactlyElementsOf(before);
        assertThat(product(link(shirt.id())).variants())
                .extracting(Variant::sku)
                .containsExactly(sku + "-2", sku + "-1");
    }

    @Test
    void oneMissingCombinationStaysMissingAndCausesNoChange() {
        // Given
        TemplateView mug = odoo.data()
                .goods()
                .create(
                        "Mug " + sku,
                        sku,
                        "5",
                        Map.of("Size", List.of("S", "M", "L"), "Colour", List.of("Red", "Blue")));
        odoo.data().goods().editVariant(mug.variants().get(3).id(), Map.of("active", false));
        push(mug.id());
        ProductLink link = link(mug.id());
        shopify.requests().clear();

        // When
        webhook(link);
        tables.processed(link.productId().value());
        odoo.data().goods().edit(mug.id(), Map.of("description_sale", "seen by nobody"));
        push(mug.id());

        // Then
        assertThat(product(link).variants()).hasSize(5);
        assertThat(shopify.requests().total()).isZero();
        assertThat(odoo.data().goods().template(mug.id()).variants())
                .filteredOn(VariantView::active)
                .hasSize(5);
    }

    @Test
    void whatAPersonChangesInShopifyIsPutBackAndThenAllIsQuiet() {
        // Given
        TemplateView shirt = shirt();
        push(shirt.id());
        ProductLink link = link(shirt.id());

        // When
        shopify.catalog().rename(link.productId().value(), "Sale!");
        odoo.data().goods().edit(shirt.id(), Map.of("list_price", 11));
        webhook(link);
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(product(link).title()).isEqualTo("Shirt " + sku));
        push(shirt.id());
        webhook(link);
        tables.processed(link.productId().value());
        shopify.requests().clear();
        odoo.requests().clear();
        webhook(link);
        tables.processed(link.productId().value());

        // Then
        assertThat(odoo.data().goods().template(shirt.id()).name()).isEqualTo("Shirt " + sku);
        assertThat(prices(link)).isEqualTo(Map.of(sku + "-1", "11", sku + "-2", "11"));
        assertThat(shopify.requests().total()).isZero();
        assertThat(odoo.requests().total()).isZero();
        push(shirt.id());
        assertThat(mutations()).isEmpty();
    }

    @Test
    void archivingAndDeletingTakesAProductOutOfTheShopAndUnarchivingBringsItBack() {
        // Given
        TemplateView shirt = shirt();
        push(shirt.id());
        ProductLink link = link(shirt.id());

        // When
        odoo.data().goods().edit(shirt.id(), Map.of("active", false));
        push(shirt.id());
        ProductStatus archived = product(link).status();
        odoo.data().goods().edit(shirt.id(), Map.of("active", true));
        push(shirt.id());
        ProductStatus revived = product(link).status();
        odoo.data().goods().delete(shirt.id());
        run("odoo-products-deletions");

        // Then
        assertThat(archived).isEqualTo(ProductStatus.ARCHIVED);
        assertThat(revived).isEqualTo(ProductStatus.ACTIVE);
        assertThat(product(link).status()).isEqualTo(ProductStatus.ARCHIVED);
        assertThat(tables.link(link.productId().value())).isEmpty();
    }

    @Test
    void aProductThatSomebodyDeletedInShopifyIsMadeAgain() {
        // Given
        TemplateView shirt = shirt();
        push(shirt.id());
        ProductLink link = link(shirt.id());

        // When
        shopify.catalog().delete(link.productId().value());
        tables.receive("{\"id\":" + link.productId() + "}");

        // Then
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(link(shirt.id()).productId()).isNotEqualTo(link.productId()));
        assertThat(prices(link(shirt.id()))).hasSize(2);
        assertThat(odoo.data().goods().template(shirt.id()).active()).isTrue();
    }

    @Test
    void whatShopifyMustNotHaveIsLeftOutAndWhatItHasIsRecognised() {
        // Given
        odoo.data().service(sku + "-S", "Delivery " + sku);
        long service = odoo.data().goods().latest(1).get(0).id();
        Product known = shopify.catalog().create(sku, "Known " + sku, "3.00");
        TemplateView mug = odoo.data().goods().create("Mug " + sku, sku, "4", Map.of());

        // When
        push(mug.id());
        push(service);

        // Then
        assertThat(link(mug.id()).productId().value()).isEqualTo(known.id());
        assertThat(product(link(mug.id())).title()).isEqualTo("Mug " + sku);
        assertThat(tables.seenInOdoo(service).note()).contains("service");
        assertThat(shopify.catalog().products())
                .extracting(Product::title)
                .doesNotContain("Delivery " + sku)
                .containsOnlyOnce("Mug " + sku);
    }

    @Test
    void ofTwoTemplatesOfOneSkuTheSecondIsNamedAndOneWithoutAnyIsMadeOnce() {
        // Given
        TemplateView first = odoo.data().goods().create("First " + sku, sku, "4", Map.of());
        push(first.id());

        // When
        TemplateView second = odoo.data().goods().create("Second " + sku, sku, "5", Map.of());
        TemplateView without = odoo.data().goods().create("Without " + sku, sku + "-NONE", "6", Map.of());
        odoo.data().goods().editVariant(without.variants().get(0).id(), Map.of("default_code", ""));
        push(without.id());
        odoo.data().goods().edit(without.id(), Map.of("list_price", 7));
        push(without.id());

        // Then
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(tables.seenInOdoo(second.id()).status())
                        .as("%s", tables.seenInOdoo(second.id()))
                        .isEqualTo("FAILED"));
        assertThat(tables.seenInOdoo(second.id()).message())
                .contains("Second " + sku)
                .contains(link(first.id()).productId().toString())
                .contains(String.valueOf(first.id()));
        assertThat(tables.seenInOdoo(second.id()).remedy()).isNotBlank();
        assertThat(product(link(first.id())).title()).isEqualTo("First " + sku);
        assertThat(shopify.catalog().products())
                .extracting(Product::title)
                .containsOnlyOnce("Without " + sku)
                .doesNotContain("Second " + sku);
        assertThat(product(link(without.id())).variants().get(0).price()).isEqualByComparingTo("7");
        // Every look of the tests that follow would find it again, and search for it.
        odoo.data().goods().delete(second.id());
    }

    @Test
    void severalCandidatesAreNamedAndNothingIsWritten() {
        // Given
        Product one = shopify.catalog().create(sku, "One", "3.00");
        Product two = shopify.catalog().create(sku, "Two", "3.00");
        TemplateView mug = odoo.data().goods().create("Mug " + sku, sku, "4", Map.of());
        shopify.requests().clear();

        // When
        poll();
        await().atMost(LIMIT)
                .untilAsserted(
                        () -> assertThat(tables.seenInOdoo(mug.id()).status()).isEqualTo("FAILED"));

        // Then
        assertThat(tables.seenInOdoo(mug.id()).message())
                .contains(String.valueOf(one.id()))
                .contains(String.valueOf(two.id()));
        assertThat(mutations()).isEmpty();
    }

    private TemplateView shirt() {
        return odoo.data().goods().create("Shirt " + sku, sku, "10", Map.of("Size", List.of("S " + sku, "M " + sku)));
    }

    private void poll() {
        run("odoo-products");
    }

    private void run(String name) {
        tasks.stream()
                .filter(task -> task.name().equals(name))
                .findFirst()
                .orElseThrow()
                .run(store())
                .await()
                .atMost(LIMIT);
    }

    /** Has changes found, and waits until they are dealt with. */
    private void push(long template) {
        poll();
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
        return Optional.ofNullable(links.ofTemplates(ProductTables.SHOP, List.of(template))
                        .await()
                        .atMost(LIMIT)
                        .get(template))
                .orElseThrow(
                        () -> new AssertionError(tables.seenInOdoo(template).toString()));
    }

    private Product product(ProductLink link) {
        return shopify.catalog().product(link.productId().value());
    }

    private List<Long> ids(ProductLink link) {
        return product(link).variants().stream().map(Variant::id).toList();
    }

    private Map<String, String> prices(ProductLink link) {
        return product(link).variants().stream()
                .collect(Collectors.toMap(
                        Variant::sku,
                        variant -> variant.price().stripTrailingZeros().toPlainString()));
    }

    private List<String> mutations() {
        return shopify.requests().entries().stream()
                .map(LoggedRequest::operation)
                .filter(MUTATIONS::contains)
                .toList();
    }

    private Store store() {
        return stores.all().get(0);
    }
}
