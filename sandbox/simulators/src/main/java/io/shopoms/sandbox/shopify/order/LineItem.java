package io.shopoms.sandbox.shopify.order;

import java.util.Optional;

/** A line of an order. Its quantity only grows; units that are removed lower the current quantity. */
public final class LineItem {

    private final long id;
    private final DraftLine draft;
    private final Variant variant;
    private final boolean addedByEdit;
    private int quantity;
    private int currentQuantity;
    private int fulfilledQuantity;

    LineItem(long id, DraftLine draft, Variant variant, boolean addedByEdit) {
        this.id = id;
        this.draft = draft;
        this.variant = variant;
        this.addedByEdit = addedByEdit;
        this.quantity = draft.quantity();
        this.currentQuantity = draft.quantity();
    }

    public long id() {
        return id;
    }

    /** What was ordered: titles, price, flags. */
    public DraftLine draft() {
        return draft;
    }

    /** Absent for a custom line. */
    public Optional<Variant> variant() {
        return Optional.ofNullable(variant);
    }

    /** Title and variant title, as Shopify joins them. */
    public String name() {
        return draft.variantTitle() == null ? draft.title() : draft.title() + " - " + draft.variantTitle();
    }

    boolean addedByEdit() {
        return addedByEdit;
    }

    /** All units ever ordered. */
    public int quantity() {
        return quantity;
    }

    /** Units ordered and not removed. */
    public int currentQuantity() {
        return currentQuantity;
    }

    public int fulfilledQuantity() {
        return fulfilledQuantity;
    }

    /** Units that are still to be shipped. */
    public int fulfillableQuantity() {
        return Math.max(0, currentQuantity - fulfilledQuantity);
    }

    void changeBy(int units) {
        currentQuantity += units;
        if (units > 0) {
            quantity += units;
        }
    }

    void fulfil(int units) {
        fulfilledQuantity += units;
    }
}
