package io.shopoms.sandbox.shopify;

import io.shopoms.sandbox.shopify.bulk.BulkFault;
import io.shopoms.sandbox.shopify.bulk.BulkFiles;
import io.shopoms.sandbox.shopify.bulk.BulkOperation;
import io.shopoms.sandbox.shopify.bulk.BulkOperations;
import io.shopoms.sandbox.shopify.bulk.StagedUploads;
import io.shopoms.sandbox.shopify.catalog.CatalogWriting;
import io.shopoms.sandbox.shopify.catalog.ProductOperations;
import io.shopoms.sandbox.shopify.catalog.Scheduler;
import io.shopoms.sandbox.shopify.order.Shop;
import io.shopoms.sandbox.shopify.order.StoreChange;
import io.shopoms.sandbox.shopify.order.StoreEvent;
import io.shopoms.sandbox.shopify.order.StoreEvents;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicInteger;

/** How long work takes that goes on after the answer, and how it goes wrong. Safe for use by several threads. */
public final class ShopifyBulk {

    private final Shop lock;
    private final Scheduler scheduler;
    private final BulkFiles files = new BulkFiles();
    private final AtomicInteger resets = new AtomicInteger();
    private final BulkOperations operations;
    private final StagedUploads uploads;
    private final ProductOperations products;

    /** @param events is told when an operation has ended */
    ShopifyBulk(Shop shop, CatalogWriting writing, StoreEvents events, Scheduler scheduler) {
        this.lock = shop;
        this.scheduler = scheduler;
        this.operations = new BulkOperations(
                shop::nextId, shop::now, this::later, files, operation -> events.changed(finished(operation)));
        this.uploads = new StagedUploads(files);
        shop.catalog().fetchable(uploads::isFetchable);
        this.products = new ProductOperations(shop.catalog(), writing, this::later);
    }

    private static StoreChange finished(BulkOperation operation) {
        return new StoreChange(
                Long.toString(operation.id()),
                operation.type().name(),
                List.of(new StoreEvent("bulk_operations/finish", operation)));
    }

    /** What is to happen after a reset does not happen any more. */
    private void later(Duration delay, Runnable work) {
        int now = resets.get();
        scheduler.after(delay, () -> {
            synchronized (lock) {
                if (resets.get() == now) {
                    work.run();
                }
            }
        });
    }

    BulkOperations all() {
        return operations;
    }

    StagedUploads uploads() {
        return uploads;
    }

    ProductOperations products() {
        return products;
    }

    /** Forgets all operations and uploads. */
    void reset() {
        resets.incrementAndGet();
        operations.clear();
        uploads.clear();
    }

    void close() {
        files.close();
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
