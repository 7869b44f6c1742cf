package io.shopoms.sandbox.shopify.order;

/** A shipping line of an order. An edit can add one or remove one; a removed one stays, at no cost. */
public final class ShippingLine {

    private final long id;
    private final DraftShipping draft;
    private final boolean addedByEdit;
    private boolean removed;

    ShippingLine(long id, DraftShipping draft, boolean addedByEdit) {
        this.id = id;
        this.draft = draft;
        this.addedByEdit = addedByEdit;
    }

    public long id() {
        return id;
    }

    public DraftShipping draft() {
        return draft;
    }

    boolean addedByEdit() {
        return addedByEdit;
    }

    public boolean removed() {
        return removed;
    }

    void remove() {
        removed = true;
    }
}
