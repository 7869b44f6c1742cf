package io.shopoms.catalog.shopify;

import static io.shopoms.catalog.fixtures.Wanted.product;
import static io.shopoms.catalog.fixtures.Wanted.variant;
import static io.shopoms.catalog.shopify.ShopifySide.STORE;
import static io.shopoms.catalog.shopify.ShopifySide.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.shopoms.catalog.fixtures.ChosenSettings;
import io.shopoms.catalog.fixtures.RememberedHandles;
import io.shopoms.catalog.fixtures.SimulatedShopify;
import io.shopoms.catalog.fixtures.Wanted;
import io.shopoms.catalog.product.Metafield;
import io.shopoms.catalog.product.Product;
import io.shopoms.catalog.product.ProductDifference;
import io.shopoms.catalog.product.ProductField;
import io.shopoms.catalog.product.ProductImage;
import io.shopoms.catalog.product.Variant;
import io.shopoms.catalog.shopify.ShopifyWriter.Written;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.cache.RawFormat;
import io.shopoms.sync.http.Timers;
import io.shopoms.sync.shopify.bulk.BulkFiles;
import io.shopoms.sync.shopify.bulk.BulkOperations;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Reading and writing against the simulated Shopify, whose rules are its own. */
class SimulatedProductsTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static final Set<ProductField> ALL = EnumSet.allOf(ProductField.class);
    private static final List<String> OPTIONS = List.of("Size", "Colour");

    private final Vertx vertx = Vertx.vertx();
    private final SimulatedShopify shopify = new SimulatedShopify();
    private final ShopifyProducts products = new ShopifyProducts(shopify);
    private final BulkOperations operations = new BulkOperations(shopify, Timers.of(vertx));
    private final BulkFiles files = new BulkFiles(vertx);
    private final ChosenSettings settings = new ChosenSettings(10, 0, 10);
    private final BulkUpload upload = new BulkUpload(
            new StagedUploads(shopify, new FileUpload(vertx)), operations, files, settings, Clock.systemUTC());
    private final RememberedHandles handles = new RememberedHandles();
    private final ShopifyMutations mutations = new ShopifyMutations(shopify, Timers.of(vertx));
    private final ProductPublisher publisher = new ProductPublisher(
            store -> List.of("Online Store"), new Publications(shopify), handles, mutations, upload, settings);
    private final ShopifyWriter writer = new ShopifyWriter(mutations, products, handles, publisher);
    private final ProductExport export = new ProductExport(operations, files, products);

    @AfterEach
    void close() {
        shopify.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void aProductIsReadAsItWasWritten() {
        // Given
        Product wanted = Wanted.withMetafields(
                Wanted.withImages(
                        Wanted.described(product(
                                "\"Ōkami\" 🐺 tee",
                                OPTIONS,
                                List.of(
                                        Wanted.heavy(variant("S-R", "19.90", "S / klein", "Red"), "180.5"),
                                        Wanted.heavy(variant("S-R", "0", "M", "Red, \"dark\""), "2500")))),
                        new ProductImage("https://odoo.example.com/web/image/1.png", Optional.of("Front")),
                        new ProductImage("https://odoo.example.com/web/image/2", Optional.empty())),
                List.of(
                        new Metafield("custom", "care", "single_line_text_field", "Cold"),
                        new Metafield("custom", "size", "number_integer", "3")));

        // When
        Written written = answer(writer.write(STORE, ProductWish.creation("odoo:42", wanted)));

        // Then
        ShopifyProduct created = read(written.product());
        assertThat(ShopifyPlan.of(wish(created, wanted)).steps()).isEmpty();
        assertThat(created.content().variants())
                .extracting(Variant::weight)
                .isEqualTo(wanted.variants().stream().map(Variant::weight).toList());
        assertThat(created.source()).contains("odoo:42");
    }

    @Test
    void structureAndFieldsChangeAndNothingElseGoes() {
        // Given
        Product first = Wanted.withMetafields(
                product(
                        "Shirt",
                        OPTIONS,
                        List.of(
                                Wanted.heavy(variant("S-R", "10", "S", "Red"), "200"),
                                Wanted.heavy(variant("M-R", "10", "M", "Red"), "210"),
                                Wanted.heavy(variant("M-B", "10", "M", "Blue"), "220"))),
                List.of(new Metafield("custom", "origin", "single_line_text_field", "Portugal")));
        ShopifyId id = answer(writer.write(STORE, ProductWish.creation("odoo:1", first)))
                .product();
        ShopifyProduct before = read(id);
        Product second = product(
                "Shirt, new",
                OPTIONS,
                List.of(
                        variant("S-R", "10", "S", "Red"),
                        variant("M-R", "11", "Medium", "Red"),
                        variant("L-G", "12", "L", "Green")));

        // When
        answer(writer.write(STORE, wish(before, second)));

        // Then
        ShopifyProduct after = read(id);
        assertThat(ShopifyPlan.of(wish(after, second)).steps()).isEmpty();
        assertThat(after.byValues().get(List.of("S", "Red")))
                .isEqualTo(before.byValues().get(List.of("S", "Red")));
        assertThat(after.byValues().get(List.of("Medium", "Red")))
                .isEqualTo(before.byValues().get(List.of("M", "Red")));
        assertThat(after.content().variants().get(0))
                .isEqualTo(before.content().variants().get(0));
        assertThat(after.content().metafields()).isEqualTo(before.content().metafields());
        assertThat(after.source()).contains("odoo:1");
    }

    @Test
    void variantsSwapTheirSkusAndValues() {
        // Given
        Product first = product(
                "Shirt",
                List.of("Size"),
                List.of(variant("A", "1", "S"), variant("B", "2", "M"), variant("C", "3", "L")));
        ShopifyId id = answer(writer.write(STORE, ProductWish.creation("odoo:1", first)))
                .product();
        ShopifyProduct before = read(id);
        Product skus = product(
                "Shirt",
                List.of("Size"),
                List.of(variant("B", "1", "S"), variant("A", "2", "M"), variant("C", "3", "L")));

        // When
        answer(writer.write(STORE, wish(before, skus)));
        ShopifyProduct swapped = read(id);
        Map<List<String>, ShopifyId> known = Map.of(
                List.of("M"), before.variants().get(0).id(),
                List.of("S"), before.variants().get(1).id());
        answer(writer.write(STORE, new ProductWish("odoo:1", Optional.of(swapped), skus, Set.of(), true, known)));

        // Then
        assertThat(swapped.byValues()).isEqualTo(before.byValues());
        assertThat(swapped.content().variants())
                .extracting(Variant::sku)
                .startsWith(Optional.of("B"), Optional.of("A"));
        assertThat(read(id).byValues().get(List.of("M")).id())
                .isEqualTo(before.variants().get(0).id());
        assertThat(read(id).byValues().get(List.of("S")).id())
                .isEqualTo(before.variants().get(1).id());
    }

    @Test
    void moreThanAHundredVariantsAreWrittenReadAndToldInPart() {
        // Given
        List<Variant> variants = new ArrayList<>();
        for (int i = 0; i < 260; i++) {
            variants.add(variant("SCR-" + i, "0.1", "M" + i / 20, "L" + i % 20));
        }
        Product screws = product("Screws", List.of("Thread", "Length"), variants);

        // When
        ShopifyId id = answer(writer.write(STORE, ProductWish.creation("odoo:9", screws)))
                .product();

        // Then
        ShopifyProduct read = read(id);
        assertThat(read.content().variants()).hasSize(260);
        assertThat(ShopifyPlan.of(wish(read, screws)).steps()).isEmpty();
        ShopifyProduct told = webhook(id);
        assertThat(told.complete()).isFalse();
        assertThat(told.variants()).hasSize(100);
        assertThat(shopify.dearest()).as("points of the dearest document").isLessThan(1000);
    }

    @Test
    void webhooksTellTheSameAsGraphql() {
        // Given
        ShopifyId id = answer(writer.write(
                        STORE,
                        ProductWish.creation(
                                "odoo:42",
                                Wanted.described(product(
                                        "Tom & Jerry's <i>tee</i>",
                                        OPTIONS,
                                        List.of(
                                                Wanted.heavy(variant("", "10", "S", "Ünïcødé"), "200"),
                                                variant("B", "1200", "M", "日本")))))))
                .product();

        // When
        ShopifyProduct told = webhook(id);
        ShopifyProduct read = read(id);

        // Then
        assertThat(ProductDifference.between(read.content(), told.content(), ALL, true))
                .isEqualTo(new ProductDifference(List.of(), List.of(), List.of(), false));
        assertThat(told.variants()).isEqualTo(read.variants());
        assertThat(told.updatedAt()).isEqualTo(read.updatedAt());
    }

    @Test
    void aSecondTryMeetsItsOwnProductAndLeavesAnothersAlone() {
        // Given
        Product mug = product("Mug", List.of("Title"), List.of(variant("MUG", "5", "Default Title")));
        Written first = answer(writer.write(STORE, ProductWish.creation("odoo:7", mug)));

        // When
        Written again = answer(writer.write(STORE, ProductWish.creation("odoo:7", mug)));
        Written other = answer(writer.write(STORE, ProductWish.creation("odoo:8", mug)));

        // Then
        assertThat(again.product()).isEqualTo(first.product());
        assertThat(again.mutations()).isZero();
        assertThat(other.product()).isNotEqualTo(first.product());
        assertThat(shopify.simulator().catalog().size()).isEqualTo(2);
    }

    @Test
    void anExportBringsWhatTheReaderBrings() {
        // Given
        List<ShopifyId> ids = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            ids.add(answer(writer.write(
                            STORE,
                            ProductWish.creation(
                                    "odoo:" + i,
                                    Wanted.withMetafields(
                                            Wanted.described(product(
                                                    "Shirt " + i,
                                                    OPTIONS,
                                                    List.of(
                                                            Wanted.heavy(variant("A-" + i, "1", "S", "Red"), "200"),
                                                            variant("B-" + i, "2", "M", "Red")))),
                                            List.of(new Metafield("custom", "number", "number_integer", "" + i))))))
                    .product());
        }

        // When
        ShopifyId operation = answer(export.start(STORE, Instant.parse("2020-01-01T00:00:00Z"), Optional.empty()));
        BulkOperations.Operation done = finished(operation);
        Map<ShopifyId, ShopifyProduct> exported = new HashMap<>();
        long rows = 0;
        ProductExport.Part part = new ProductExport.Part(List.of(), 0, 0, false);
        while (!part.end()) {
            part = answer(export.part(STORE, done, part.offset(), 7));
            rows += part.rows();
            part.products().forEach(node -> {
                ShopifyProduct read =
                        ProductJson.decode(RawFormat.GRAPHQL, node).product().orElseThrow();
                exported.put(read.id(), read);
            });
        }

        // Then
        assertThat(rows).isEqualTo(done.objects());
        assertThat(exported).isEqualTo(answer(products.read(STORE, ids)));
    }

    @Test
    void manyProductsAreUploadedAndEachLineIsAnswered() {
        // Given
        ShopifyBulkWriter bulk = new ShopifyBulkWriter(writer, products, upload, publisher, settings);
        List<ProductWish> wishes = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            wishes.add(ProductWish.creation(
                    "feed:" + i,
                    product(
                            "New " + i,
                            List.of("Title"),
                            List.of(variant("N-" + i, i == 3 ? "-5" : "5", "Default Title")))));
        }
        shopify.simulator().catalog().create("{\"title\":\"Somebody's\",\"handle\":\"new-5\"}");

        // When
        List<ShopifyBulkWriter.Result> created = answer(bulk.write(STORE, wishes));
        List<ProductWish> dearer = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            if (created.get(i).written().isPresent()) {
                ShopifyProduct present = read(created.get(i).written().get().product());
                dearer.add(wish(
                        present,
                        Wanted.described(product(
                                "Newer " + i, List.of("Title"), List.of(variant("N-" + i, "6", "Default Title"))))));
            }
        }
        assertThat(created)
                .allSatisfy(result -> assertThat(result.written().flatMap(Written::unpublished))
                        .isEmpty());
        List<ShopifyBulkWriter.Result> changed = answer(bulk.write(STORE, dearer));

        // Then
        assertThat(created.get(3).failure().orElseThrow().message()).contains("variant Default Title (N-3)");
        assertThat(dearer).hasSize(19);
        assertThat(changed).allSatisfy(result -> assertThat(result.failure()).isEmpty());
        assertThat(shopify.simulator().catalog().size()).isEqualTo(20);
        dearer.forEach(wish -> assertThat(ShopifyPlan.of(
                                wish.over(read(wish.present().orElseThrow().id())))
                        .steps())
                .isEmpty());
    }

    @Test
    void aRefusedMetafieldIsNamed() {
        // Given
        Product mug = Wanted.withMetafields(
                product("Mug", List.of("Title"), List.of(variant("MUG", "5", "Default Title"))),
                List.of(new Metafield("custom", "n", "number_integer", "1")));

        // Then
        assertThatThrownBy(() -> answer(writer.write(STORE, ProductWish.creation("odoo:1", mug))))
                .hasMessageContaining("key of metafield custom.n");
        assertThat(shopify.simulator().catalog().size()).isZero();
    }

    @Test
    void aDeletedProductIsGone() {
        // Given
        ShopifyId id = answer(writer.write(
                        STORE,
                        ProductWish.creation(
                                "odoo:7",
                                product("Mug", List.of("Title"), List.of(variant("MUG", "5", "Default Title"))))))
                .product();

        // Then
        assertThat(answer(writer.delete(STORE, id))).isTrue();
        assertThat(answer(products.read(STORE, List.of(id)))).isEmpty();
        assertThat(answer(writer.delete(STORE, id))).isFalse();
    }

    private BulkOperations.Operation finished(ShopifyId operation) {
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(
                                answer(operations.look(STORE, operation)).state())
                        .isEqualTo(BulkOperations.State.COMPLETED));
        return answer(operations.look(STORE, operation));
    }

    private ProductWish wish(ShopifyProduct present, Product wanted) {
        return new ProductWish("odoo:1", Optional.of(present), wanted, ALL, true, Map.of());
    }

    private ShopifyProduct read(ShopifyId id) {
        return answer(products.read(STORE, List.of(id))).get(id);
    }

    private ShopifyProduct webhook(ShopifyId id) {
        byte[] body = shopify.simulator().bodyOf(shopify.simulator().catalog().product(id.value()));
        return ProductJson.decode(RawFormat.WEBHOOK, new String(body, StandardCharsets.UTF_8))
                .product()
                .orElseThrow();
    }
}
