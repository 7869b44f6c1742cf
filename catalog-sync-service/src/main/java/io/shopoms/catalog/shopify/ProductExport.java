package io.shopoms.catalog.shopify;

import io.shopoms.catalog.shopify.BulkOperations.Operation;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.shopify.GraphqlDocument;
import io.shopoms.sync.shopify.UpdatedSince;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads many products as one bulk operation. Its file is read in parts of bounded size, each from where the last ended. */
@ApplicationScoped
public class ProductExport {

    private static final GraphqlDocument EXPORT = GraphqlDocument.of(ProductExport.class, "products_export");
    private static final String FILTER = "FILTER";

    private final BulkOperations operations;
    private final FileTransfer files;
    private final ShopifyProducts products;

    ProductExport(BulkOperations operations, FileTransfer files, ShopifyProducts products) {
        this.operations = operations;
        this.files = files;
        this.products = products;
    }

    /**
     * A part of the file.
     *
     * @param products raw nodes, each with all its parts
     * @param offset where the next part begins, in bytes
     * @param rows how many rows this part had
     * @param end whether nothing follows
     */
    public record Part(List<String> products, long offset, long rows, boolean end) {}

    /** Asks Shopify for the products that changed in a period. */
    public Uni<ShopifyId> start(Store store, Instant from, Optional<Instant> to) {
        return operations.runQuery(store, EXPORT.text().replace(FILTER, UpdatedSince.filter(from, to)));
    }

    /** Reads the part at {@code offset}, of so many products at most. */
    public Uni<Part> part(Store store, Operation operation, long offset, int most) {
        if (operation.url().isEmpty()) {
            return Uni.createFrom().item(new Part(List.of(), offset, 0, true));
        }
        return Uni.createFrom().deferred(() -> {
            BulkRows rows = new BulkRows(most);
            return files.lines(operation.url().get(), offset, rows::take).chain(place -> {
                rows.end();
                return products.raw(store, rows.scattered()).map(again -> {
                    List<String> whole = new ArrayList<>(rows.products());
                    whole.addAll(again.values());
                    return new Part(whole, place.offset(), rows.rows(), place.end());
                });
            });
        });
    }
}
