package io.shopoms.catalog.feed.run;

import io.shopoms.model.ShopDomain;

/** What feeds may change in a store. When it changes, a file that did not change means something else. */
public interface FeedPolicy {

    /** The same text as long as it is the same. */
    String of(ShopDomain store);
}
