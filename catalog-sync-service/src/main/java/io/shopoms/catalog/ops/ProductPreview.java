package io.shopoms.catalog.ops;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.shopoms.catalog.product.FieldChange;
import io.shopoms.catalog.product.ProductDifference;
import io.shopoms.catalog.product.Variant;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;

/** Tells what one direction would do to products, page by page, and writes nothing anywhere. */
public interface ProductPreview {

    /** Its name in {@code /api/sync/products/preview}. */
    String direction();

    /** @param after where the page before ended; empty text for the first page */
    Uni<Page> preview(Store store, String after, int limit);

    /** @param next null at the end */
    record Page(List<Item> items, String next) {}

    /**
     * What would become of one product.
     *
     * @param productId in Shopify; null if it would be made there
     * @param templateId in Odoo; null if it would be made there
     * @param message why, for people
     * @param remedy of a conflict: what a person can do
     */
    @JsonInclude(Include.NON_NULL)
    record Item(
            Result result,
            String title,
            Long productId,
            Long templateId,
            List<Change> changes,
            String message,
            String remedy) {}

    /** What would be done. */
    enum Result {
        CREATE,
        UPDATE,
        ARCHIVE,
        UNCHANGED,
        SKIPPED,
        CONFLICT
    }

    /** One field with its values, or a variant that comes or goes. */
    @JsonInclude(Include.NON_NULL)
    record Change(
            String field, String variant, String before, String after, String variantAdded, String variantRemoved) {

        /** A difference, field by field. */
        public static List<Change> of(ProductDifference difference) {
            List<Change> changes = new ArrayList<>();
            difference.fields().forEach(change -> changes.add(of(change)));
            difference.added().forEach(variant -> changes.add(new Change(null, null, null, null, name(variant), null)));
            difference
                    .removed()
                    .forEach(variant -> changes.add(new Change(null, null, null, null, null, name(variant))));
            if (difference.optionsDiffer()) {
                changes.add(new Change("options", null, null, null, null, null));
            }
            return changes;
        }

        private static Change of(FieldChange change) {
            return new Change(
                    change.name(),
                    change.variant().map(values -> String.join(" / ", values)).orElse(null),
                    change.before().orElse(null),
                    change.after().orElse(null),
                    null,
                    null);
        }

        private static String name(Variant variant) {
            return String.join(" / ", variant.optionValues())
                    + variant.sku()
                            .filter(sku -> !sku.isEmpty())
                            .map(sku -> " (" + sku + ")")
                            .orElse("");
        }
    }
}
