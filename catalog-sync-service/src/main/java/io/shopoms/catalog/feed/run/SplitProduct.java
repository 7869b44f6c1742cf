package io.shopoms.catalog.feed.run;

import io.shopoms.catalog.feed.mapping.ProductParts;
import io.shopoms.catalog.feed.mapping.UnusableRow;
import io.shopoms.catalog.feed.run.FeedBatch.Staged;
import io.shopoms.catalog.product.Product;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A product whose rows stand far apart in the feed.
 *
 * @param part the number of its first row
 * @param contents the products that its parts make, in their order
 * @param problem why one of its parts makes none
 */
record SplitProduct(String key, long part, List<String> contents, Optional<String> problem) {

    Staged merged() {
        if (problem.isPresent()) {
            return new Staged(key, part, Optional.empty(), problem);
        }
        try {
            Product whole = null;
            for (String content : contents) {
                Product next = FeedRecord.product(Objects.requireNonNull(content, "content of a part"));
                whole = whole == null ? next : ProductParts.merged(whole, next);
            }
            return new Staged(key, part, Optional.ofNullable(whole), Optional.empty());
        } catch (UnusableRow e) {
            return new Staged(key, part, Optional.empty(), Optional.of(e.getMessage()));
        }
    }
}
