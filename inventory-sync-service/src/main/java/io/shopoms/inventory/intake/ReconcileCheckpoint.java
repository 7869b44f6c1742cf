package io.shopoms.inventory.intake;

import io.shopoms.model.ShopifyId;
import java.time.Instant;

/** Where a job that compares all stock stands, as text in its row. */
sealed interface ReconcileCheckpoint {

    String text();

    /**
     * In Shopify's export.
     *
     * @param asked when Shopify was asked for it
     * @param offset how many bytes of its file were read
     * @param rows how many rows these were
     * @param linked how many linked items were among them
     */
    record Export(ShopifyId operation, Instant asked, long offset, long rows, long linked)
            implements ReconcileCheckpoint {

        private static final String PREFIX = "export ";

        @Override
        public String text() {
            return PREFIX + operation + " " + asked + " " + offset + " " + rows + " " + linked;
        }
    }

    /** The export lacks linked items: which of them Shopify does not have any more. */
    record Missing() implements ReconcileCheckpoint {

        private static final String TEXT = "missing";

        @Override
        public String text() {
            return TEXT;
        }
    }

    /**
     * In Odoo's stock.
     *
     * @param after the last item that was compared; 0 before the first
     */
    record Free(long after) implements ReconcileCheckpoint {

        private static final String PREFIX = "odoo ";

        @Override
        public String text() {
            return PREFIX + after;
        }
    }

    /** @throws IllegalArgumentException for a text that no step wrote */
    static ReconcileCheckpoint parse(String text) {
        String[] parts = text.split(" ");
        if (text.equals(Missing.TEXT)) {
            return new Missing();
        }
        if (text.startsWith(Free.PREFIX) && parts.length == 2) {
            return new Free(Long.parseLong(parts[1]));
        }
        if (text.startsWith(Export.PREFIX) && parts.length == 6) {
            return new Export(
                    ShopifyId.parse(parts[1]),
                    Instant.parse(parts[2]),
                    Long.parseLong(parts[3]),
                    Long.parseLong(parts[4]),
                    Long.parseLong(parts[5]));
        }
        throw new IllegalArgumentException("'" + text + "' is no checkpoint of a job that compares stock");
    }
}
