package io.shopoms.inventory.shopify;

import io.shopoms.model.ShopifyId;
import io.shopoms.sync.failure.SyncFailure;
import io.shopoms.sync.failure.SyncFailureException;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
     * @param unclear of which neither the file nor Shopify itself told what is needed, with what is lacking
     * @param offset where the next part begins, in bytes
     * @param rows how many rows this part had
     * @param end whether nothing follows
     */
    public record Part(
            List<ItemReading> items, Map<ShopifyId, SyncFailure> unclear, long offset, long rows, boolean end) {

        public Part {
            items = List.copyOf(items);
            unclear = Map.copyOf(unclear);
        }
    }

    /** Asks Shopify for the export. */
    public Uni<ShopifyId> start(Store store) {
        return operations.runQuery(store, EXPORT.text(), MEANWHILE);
    }

    /** Reads the part at {@code offset}, of so many items at most. */
    public Uni<Part> part(Store store, Operation operation, long offset, int most) {
        if (operation.url().isEmpty()) {
            return Uni.createFrom().item(new Part(List.of(), Map.of(), offset, 0, true));
        }
        return Uni.createFrom().deferred(() -> {
            BulkRows rows = new BulkRows(most);
            return files.lines(operation.url().get(), offset, rows::take).chain(place -> {
                rows.end();
                return whole(store, rows)
                        .map(read -> new Part(
                                List.copyOf(read.found().values()),
                                read.unclear(),
                                place.offset(),
                                rows.rows(),
                                place.end()));
            });
        });
    }

    /** What the file tells badly of an item is asked for: it may be told better, and if not it is counted. */
    private Uni<ItemReadings> whole(Store store, BulkRows rows) {
        Map<ShopifyId, ItemReading> items = new LinkedHashMap<>();
        List<ShopifyId> again = new ArrayList<>(rows.scattered());
        for (BulkRows.Record record : rows.records()) {
            try {
                items.put(record.id(), item(record));
            } catch (SyncFailureException e) {
                again.add(record.id());
            }
        }
        return again.isEmpty()
                ? Uni.createFrom().item(new ItemReadings(items, Map.of()))
                : new ItemReads(shopify.of(store)).read(again).map(read -> {
                    items.putAll(read.found());
                    return new ItemReadings(items, read.unclear());
                });
    }

    private static ItemReading item(BulkRows.Record record) {
        return ItemNodes.item(
                record.node(), record.parts().stream().map(ItemNodes::level).toList());
    }
}
