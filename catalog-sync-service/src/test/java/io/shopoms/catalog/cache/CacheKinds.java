package io.shopoms.catalog.cache;

import io.shopoms.model.ShopDomain;
import io.shopoms.model.ShopifyId;
import io.smallrye.mutiny.Uni;
import java.util.Comparator;
import java.util.List;

/** Makes kinds for tests of other rooms. */
public final class CacheKinds {

    private CacheKinds() {}

    public static ProductCache products() {
        return new ProductCache();
    }

    /** Products that are said to be cached. */
    public static CachedProducts cached(List<ShopifyId> ids) {
        return new CachedProducts(null) {
            @Override
            public Uni<List<ShopifyId>> after(ShopDomain shop, long product, int most) {
                return Uni.createFrom()
                        .item(ids.stream()
                                .filter(id -> id.value() > product)
                                .sorted(Comparator.comparingLong(ShopifyId::value))
                                .limit(most)
                                .toList());
            }
        };
    }
}
