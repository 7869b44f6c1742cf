package io.shopoms.inventory.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.inventory.shopify.ItemReading.LevelReading;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.shopify.GraphqlDocument;
import io.shopoms.sync.shopify.ShopifyClients;
import io.shopoms.sync.shopify.bulk.BulkFiles;
import io.shopoms.sync.shopify.bulk.BulkOperations;
import io.shopoms.sync.shopify.bulk.BulkOperations.Operation;
import io.shopoms.sync.shopify.bulk.BulkRows;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Reads all inventory items with their levels as one bulk operation, its file in parts of bounded size. */
@ApplicationScoped
public class LevelExport {

    private static final GraphqlDocument EXPORT = GraphqlDocument.of(LevelExport.class, "inventory_export");
    private static final String MEANWHILE = "Until then, what changed lately is still found every few minutes.";

    private final BulkOperations operations;
    private final BulkFiles files;
    private final ShopifyClients shopify;

    public LevelExport(BulkOperations operations, BulkFiles files, ShopifyClients shopify) {
        this.operations = operations;
        this.files = files;
        this.shopify = shopify;
    }

    /**
     * A part of the file.
     *
     * @param items each with all its levels
     * @param offset where the next part begins, in bytes
     * @param rows how many rows this part had
     * @param end whether nothing follows
     */
    public record Part(List<ItemReading> items, long offset, long rows, boolean end) {

        public Part {
            items = List.copyOf(items);
        }
    }

    /** Asks Shopify for the export. */
    public Uni<ShopifyId> start(Store store) {
        return operations.runQuery(store, EXPORT.text(), MEANWHILE);
    }

    /** Reads the part at {@code offset}, of so many items at most. */
    public Uni<Part> part(Store store, Operation operation, long offset, int most) {
        if (operation.url().isEmpty()) {
            return Uni.createFrom().item(new Part(List.of(), offset, 0, true));
        }
        return Uni.createFrom().deferred(() -> {
            BulkRows rows = new BulkRows(most);
            return files.lines(operation.url().get(), offset, rows::take).chain(place -> {
                rows.end();
                return whole(store, rows).map(items -> new Part(items, place.offset(), rows.rows(), place.end()));
            });
        });
    }

    private Uni<List<ItemReading>> whole(Store store, BulkRows rows) {
        List<ItemReading> items =
                new ArrayList<>(rows.records().stream().map(LevelExport::item).toList());
        return rows.scattered().isEmpty()
                ? Uni.createFrom().item(items)
                : new ItemReads(shopify.of(store)).read(rows.scattered()).map(again -> {
                    items.addAll(again.values());
                    return items;
                });
    }

    private static ItemReading item(BulkRows.Record record) {
        JsonNode node = record.node();
        List<LevelReading> levels =
                record.parts().stream().map(ItemNodes::level).toList();
        return new ItemReading(
                record.id(), node.path("sku").asText(""), node.path("tracked").asBoolean(), levels);
    }
}
