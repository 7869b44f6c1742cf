package io.shopoms.catalog.feed.run;

import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Tells what would become of products, and changes nothing. */
public interface FeedPreview {

    /** One result for each record, in any order. */
    Uni<List<RecordResult>> preview(Store store, List<FeedRecord> records);
}
