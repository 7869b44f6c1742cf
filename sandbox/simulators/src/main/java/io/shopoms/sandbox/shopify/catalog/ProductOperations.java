package io.shopoms.sandbox.shopify.catalog;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Changes that are made after they were answered: {@code synchronous: false}. */
public final class ProductOperations {

    private static final int REMEMBERED = 1_000;

    private final Catalog catalog;
    private final CatalogWriting writing;
    private final Scheduler scheduler;
    private Duration delay = Duration.ofMillis(50);
    private final Map<Long, ProductOperation> operations = new LinkedHashMap<>();

    public ProductOperations(Catalog catalog, CatalogWriting writing, Scheduler scheduler) {
        this.catalog = catalog;
        this.writing = writing;
        this.scheduler = scheduler;
    }

    /** How long it takes until an operation begins, and again until it is done. */
    public void take(Duration time) {
        delay = time;
    }

    public Optional<ProductOperation> find(long id) {
        return Optional.ofNullable(operations.get(id));
    }

    /** @param identifier null for a new product */
    public ProductOperation set(Input identifier, Input input) {
        ProductOperation operation = started(ProductOperation.Kind.SET);
        later(operation, () -> operation.complete(writing.sets().set(identifier, input)));
        return operation;
    }

    public ProductOperation delete(Product product) {
        ProductOperation operation = started(ProductOperation.Kind.DELETE);
        later(operation, () -> {
            writing.products().delete(product);
            operation.completeDeleted(product.id());
        });
        return operation;
    }

    private ProductOperation started(ProductOperation.Kind kind) {
        ProductOperation operation = new ProductOperation(catalog.nextId(), kind);
        operations.put(operation.id(), operation);
        if (operations.size() > REMEMBERED) {
            operations.remove(operations.keySet().iterator().next());
        }
        return operation;
    }

    private void later(ProductOperation operation, Runnable work) {
        scheduler.after(delay, () -> {
            operation.begin();
            scheduler.after(delay, () -> {
                try {
                    work.run();
                } catch (Refused e) {
                    operation.fail(e.errors());
                }
            });
        });
    }
}
