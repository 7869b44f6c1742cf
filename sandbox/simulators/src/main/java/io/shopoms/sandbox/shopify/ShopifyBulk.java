package io.shopoms.sandbox.shopify;

import io.shopoms.sandbox.shopify.bulk.BulkFault;
import io.shopoms.sandbox.shopify.bulk.BulkOperation;
import io.shopoms.sandbox.shopify.bulk.BulkOperations;
import io.shopoms.sandbox.shopify.catalog.ProductOperations;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;

/** How long work takes that goes on after the answer, and how it goes wrong. Safe for use by several threads. */
public final class ShopifyBulk {

    private final Object lock;
    private final BulkOperations operations;
    private final ProductOperations products;

    ShopifyBulk(Object lock, BulkOperations operations, ProductOperations products) {
        this.lock = lock;
        this.operations = operations;
        this.products = products;
    }

    /** How long bulk operations and asynchronous {@code productSet}s wait before they run, and again before they end. */
    public void take(Duration time) {
        synchronized (lock) {
            operations.take(time);
            products.take(time);
        }
    }

    /** The next bulk operation goes wrong like this; several wait in line. */
    public void fail(BulkFault fault) {
        synchronized (lock) {
            operations.fail(fault);
        }
    }

    /** Oldest first. */
    public List<BulkOperation> operations() {
        synchronized (lock) {
            return operations.all();
        }
    }

    /** The result cannot be downloaded any longer, as after seven days. */
    public void expire(long id) {
        synchronized (lock) {
            operations.expire(operations
                    .find(id)
                    .orElseThrow(() -> new NoSuchElementException("there is no bulk operation " + id)));
        }
    }
}
