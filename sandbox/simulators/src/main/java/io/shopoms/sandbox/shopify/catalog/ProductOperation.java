package io.shopoms.sandbox.shopify.catalog;

import java.util.List;

/** A change of a product that goes on after the answer. */
public final class ProductOperation {

    /** What it does. */
    public enum Kind {
        SET,
        DELETE
    }

    /** How far it got. */
    public enum Status {
        CREATED,
        ACTIVE,
        COMPLETE
    }

    private final long id;
    private final Kind kind;
    private Status status = Status.CREATED;
    private Product product;
    private long deletedProductId;
    private List<CatalogError> errors = List.of();

    ProductOperation(long id, Kind kind) {
        this.id = id;
        this.kind = kind;
    }

    public long id() {
        return id;
    }

    public Kind kind() {
        return kind;
    }

    public Status status() {
        return status;
    }

    /** Null before it is done, if it failed, and once the product is deleted. */
    public Product product() {
        return product != null && product.isDeleted() ? null : product;
    }

    /** 0 for none. */
    public long deletedProductId() {
        return deletedProductId;
    }

    public List<CatalogError> errors() {
        return errors;
    }

    void begin() {
        status = Status.ACTIVE;
    }

    void complete(Product made) {
        product = made;
        status = Status.COMPLETE;
    }

    void completeDeleted(long productId) {
        deletedProductId = productId;
        status = Status.COMPLETE;
    }

    void fail(List<CatalogError> reasons) {
        errors = List.copyOf(reasons);
        status = Status.COMPLETE;
    }
}
