package io.shopoms.sandbox.shopify.order;

import io.shopoms.sandbox.shopify.catalog.Variant;
import java.util.Optional;

/** A line of an order. Its quantity only grows; units that are removed or refunded lower the current quantity. */
public final class LineItem {

    private final long id;
    private final DraftLine draft;
    private final Variant variant;
    private final LineGroup group;
    private final boolean addedByEdit;
    private int quantity;
    private int currentQuantity;
    private int fulfilledQuantity;
    private int openQuantity;

    LineItem(long id, DraftLine draft, Variant variant, LineGroup group, boolean addedByEdit) {
        this.id = id;
        this.draft = draft;
        this.variant = variant;
        this.group = group;
        this.addedByEdit = addedByEdit;
        this.quantity = draft.quantity();
        this.currentQuantity = draft.quantity();
        this.openQuantity = draft.isTip() ? 0 : draft.quantity();
    }

    public long id() {
        return id;
    }

    /** What was ordered: titles, price, flags. */
    public DraftLine draft() {
        return draft;
    }

    /** Absent for a custom line, and once the product is deleted. */
    public Optional<Variant> variant() {
        return Optional.ofNullable(variant).filter(Variant::exists);
    }

    /** The bundle that it is a part of. */
    public Optional<LineGroup> group() {
        return Optional.ofNullable(group);
    }

    /** Title and variant title, as Shopify joins them. */
    public String name() {
        return draft.variantTitle() == null ? draft.title() : draft.title() + " - " + draft.variantTitle();
    }

    /** A tip that stands among the lines. */
    public boolean isTip() {
        return draft.isTip();
    }

    boolean addedByEdit() {
        return addedByEdit;
    }

    /** All units ever ordered. */
    public int quantity() {
        return quantity;
    }

    /** Units ordered and neither removed nor refunded. */
    public int currentQuantity() {
        return currentQuantity;
    }

    public int fulfilledQuantity() {
        return fulfilledQuantity;
    }

    /**
     * Units that are still to be shipped: a refund that does not restock leaves them as they are.
     *
     * @see <a href="https://shopify.dev/docs/api/admin-rest/latest/resources/refund">restock_type</a>
     */
    public int fulfillableQuantity() {
        return openQuantity;
    }

    /** An edit adds units, or removes some that are not shipped. */
    void changeBy(int units) {
        currentQuantity += units;
        openQuantity += units;
        if (units > 0) {
            quantity += units;
        }
    }

    /** @param cancelled of the units, how many are not to be shipped any more */
    void takeBack(int units, int cancelled) {
        currentQuantity -= units;
        openQuantity -= cancelled;
    }

    void fulfil(int units) {
        fulfilledQuantity += units;
        openQuantity -= units;
    }
}
