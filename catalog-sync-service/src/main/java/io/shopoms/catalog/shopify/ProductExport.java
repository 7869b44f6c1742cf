package io.shopoms.catalog.shopify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.shopify.GraphqlDocument;
import io.shopoms.sync.shopify.UpdatedSince;
import io.shopoms.sync.shopify.bulk.BulkFiles;
import io.shopoms.sync.shopify.bulk.BulkOperations;
import io.shopoms.sync.shopify.bulk.BulkOperations.Operation;
import io.shopoms.sync.shopify.bulk.BulkRows;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads many products as one bulk operation. Its file is read in parts of bounded size, each from where the last ended. */
@ApplicationScoped
public class ProductExport {

    private static final GraphqlDocument EXPORT = GraphqlDocument.of(ProductExport.class, "products_export");
    private static final String FILTER = "FILTER";
    private static final String MEANWHILE = "Meanwhile set SHOPOMS_CATALOG_SHOPIFY_EXPORT_ABOVE=0 to fetch pages.";
    private static final String MEDIA = "media";

    /** The connection of a part, by the type in its global id; pictures have several. */
    private static final Map<String, String> PARTS = Map.of("ProductVariant", "variants", "Metafield", "metafields");

    private final BulkOperations operations;
    private final BulkFiles files;
    private final ShopifyProducts products;

    ProductExport(BulkOperations operations, BulkFiles files, ShopifyProducts products) {
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
        return operations.runQuery(store, EXPORT.text().replace(FILTER, UpdatedSince.filter(from, to)), MEANWHILE);
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
                    List<String> whole = new ArrayList<>(
                            rows.records().stream().map(ProductExport::product).toList());
                    whole.addAll(again.values());
                    return new Part(whole, place.offset(), rows.rows(), place.end());
                });
            });
        });
    }

    /** A node as the other ways of reading products bring it. */
    private static String product(BulkRows.Record record) {
        ObjectNode product = record.node();
        for (String connection : List.of("variants", MEDIA, "metafields")) {
            ObjectNode part = product.putObject(connection);
            part.putArray("nodes");
            part.putObject("pageInfo").put("hasNextPage", false);
        }
        for (ObjectNode part : record.parts()) {
            String type = part.path("id").asText().replaceFirst("gid://shopify/([A-Za-z0-9]+)/.*", "$1");
            ((ObjectNode) product.path(PARTS.getOrDefault(type, MEDIA)))
                    .withArray("nodes")
                    .add(part);
        }
        return product.toString();
    }
}
