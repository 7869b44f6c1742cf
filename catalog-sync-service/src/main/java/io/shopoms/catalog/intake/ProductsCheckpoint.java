package io.shopoms.catalog.intake;

import io.shopoms.model.ShopifyId;
import java.time.Instant;

/** Where a job that fetches products stands, as text in its row. */
sealed interface ProductsCheckpoint {

    String text();

    /** Between two pages. */
    record Pages(String cursor) implements ProductsCheckpoint {

        private static final String PREFIX = "page ";

        @Override
        public String text() {
            return PREFIX + cursor;
        }
    }

    /**
     * In an export.
     *
     * @param asked when Shopify was asked for it
     * @param offset how many bytes of its file were read
     * @param rows how many rows these were
     */
    record Export(ShopifyId operation, Instant asked, long offset, long rows) implements ProductsCheckpoint {

        private static final String PREFIX = "export ";

        Export after(long newOffset, long moreRows) {
            return new Export(operation, asked, newOffset, rows + moreRows);
        }

        @Override
        public String text() {
            return PREFIX + operation + " " + asked + " " + offset + " " + rows;
        }
    }

    /** @throws IllegalArgumentException for a text that no step wrote */
    static ProductsCheckpoint parse(String text) {
        if (text.startsWith(Pages.PREFIX)) {
            return new Pages(text.substring(Pages.PREFIX.length()));
        }
        String[] parts = text.split(" ");
        if (!text.startsWith(Export.PREFIX) || parts.length != 5) {
            throw new IllegalArgumentException("'" + text + "' is no checkpoint of a job that fetches products");
        }
        return new Export(
                ShopifyId.parse(parts[1]), Instant.parse(parts[2]), Long.parseLong(parts[3]), Long.parseLong(parts[4]));
    }
}
