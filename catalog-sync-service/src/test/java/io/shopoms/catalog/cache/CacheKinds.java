package io.shopoms.catalog.cache;

/** Makes kinds for tests of other rooms. */
public final class CacheKinds {

    private CacheKinds() {}

    public static ProductCache products() {
        return new ProductCache();
    }
}
