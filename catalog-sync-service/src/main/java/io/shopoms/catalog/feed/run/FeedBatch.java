package io.shopoms.catalog.feed.run;

import io.shopoms.catalog.product.Product;
import java.util.List;
import java.util.Optional;

/**
 * What was read of a feed in one go.
 *
 * @param rows how many rows that were
 * @param last whether the file ended
 */
record FeedBatch(List<Staged> products, List<RecordResult> unreadable, long rows, boolean last) {

    /**
     * A product, or why its rows make none.
     *
     * @param part the number of its first row: a product whose rows stand far apart has several parts
     */
    record Staged(String key, long part, Optional<Product> product, Optional<String> problem) {}
}
