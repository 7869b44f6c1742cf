package io.shopoms.catalog.shopify;

import io.shopoms.catalog.fixtures.ChosenSettings;
import io.shopoms.catalog.fixtures.LittleShopify;
import io.shopoms.catalog.fixtures.RememberedHandles;
import io.shopoms.model.ShopDomain;
import io.shopoms.sync.http.Timers;
import io.shopoms.sync.shopify.bulk.BulkFiles;
import io.shopoms.sync.shopify.bulk.BulkOperations;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The parts of this room put together over a {@link LittleShopify}, for tests of this and other rooms. */
public final class ShopifySide implements AutoCloseable {

    public static final Store STORE =
            new Store(new ShopDomain("acme.myshopify.com"), Optional.empty(), Optional.empty());

    private final Vertx vertx = Vertx.vertx();
    private final LittleShopify shopify = new LittleShopify();
    private final ShopifyProducts products = new ShopifyProducts(shopify);
    private final BulkOperations operations = new BulkOperations(shopify, Timers.of(vertx));
    private final BulkFiles files = new BulkFiles(vertx);
    private final ProductExport export = new ProductExport(operations, files, products);
    private final RememberedHandles handles = new RememberedHandles();
    private final ShopifyMutations mutations = new ShopifyMutations(shopify, Timers.of(vertx));
    private final Publications publications = new Publications(shopify);
    private List<String> channels = List.of();

    public LittleShopify shopify() {
        return shopify;
    }

    public ShopifyProducts products() {
        return products;
    }

    public BulkOperations operations() {
        return operations;
    }

    public ProductExport export() {
        return export;
    }

    public ShopifyWriter writer() {
        return writer(new ChosenSettings(10, 0, 0));
    }

    /** From now on, what is created is published in these channels. */
    public void publishTo(String... names) {
        channels = List.of(names);
    }

    private ShopifyWriter writer(ChosenSettings settings) {
        return new ShopifyWriter(mutations, products, handles, publisher(settings));
    }

    private ProductPublisher publisher(ChosenSettings settings) {
        return new ProductPublisher(store -> channels, publications, handles, mutations, upload(settings), settings);
    }

    private BulkUpload upload(ChosenSettings settings) {
        return new BulkUpload(
                new StagedUploads(shopify, new FileUpload(vertx)), operations, files, settings, Clock.systemUTC());
    }

    /** @param uploadAbove more products than this are uploaded */
    public ShopifyBulkWriter bulkWriter(int uploadAbove) {
        ChosenSettings settings = new ChosenSettings(10, 0, uploadAbove);
        return new ShopifyBulkWriter(writer(settings), products, upload(settings), publisher(settings), settings);
    }

    /** The answer; fails the test if there is none within seconds. */
    public static <T> T answer(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(60));
    }

    @Override
    public void close() {
        shopify.bulk().close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
