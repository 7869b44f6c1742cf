package io.shopoms.sandbox.shopify.catalog;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** A catalogue with a clock that tests move, and all that it told of. */
final class CatalogFixture implements CatalogEvents {

    final List<String> told = new ArrayList<>();
    final Catalog catalog;
    final CatalogWriting writing;
    private final AtomicLong ids = new AtomicLong(9_000_000_000_000_000L);
    private Instant now = Instant.parse("2026-11-21T10:00:00Z");

    CatalogFixture() {
        catalog = new Catalog(ids::incrementAndGet, () -> now);
        writing = CatalogWriting.of(catalog, this, "acme", 2);
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    Product make(String draft) {
        return writing.sets().set((Input) null, ProductDraft.parse(draft));
    }

    Product set(Product product, String draft) {
        return writing.sets().set(product, ProductDraft.parse(draft));
    }

    /** Shirts in two sizes and two colours, but none in M and red. */
    Product shirt() {
        return make(
                "{\"title\":\"Shirt\",\"options\":{\"Size\":[\"S\",\"M\"],\"Color\":[\"Red\",\"Blue\"]},\"variants\":["
                        + "{\"sku\":\"S-R\",\"price\":\"10.00\",\"options\":{\"Size\":\"S\",\"Color\":\"Red\"}},"
                        + "{\"sku\":\"S-B\",\"price\":\"11.00\",\"options\":{\"Size\":\"S\",\"Color\":\"Blue\"}},"
                        + "{\"sku\":\"M-B\",\"price\":\"12.00\",\"options\":{\"Size\":\"M\",\"Color\":\"Blue\"}}]}");
    }

    static List<String> titles(Product product) {
        return product.variants().stream().map(Variant::title).toList();
    }

    static List<String> codes(Refused refused) {
        return refused.errors().stream().map(CatalogError::code).toList();
    }

    @Override
    public void created(Product product) {
        told.add("create " + product.title());
    }

    @Override
    public void updated(Product product) {
        told.add("update " + product.title());
    }

    @Override
    public void deleted(Product product) {
        told.add("delete " + product.title());
    }
}
