package io.shopoms.sandbox.shopify.catalog;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** One thing that can be bought: a combination of its product's option values, with its inventory item. */
public final class Variant implements MetafieldOwner {

    private final long id;
    private final Product product;
    private final Instant createdAt;
    private Instant updatedAt;
    private List<OptionValue> values;
    private int position;
    private Offer offer = Offer.DEFAULT;
    private Item item = Item.DEFAULT;
    private int quantity;
    private long mediaId;
    private List<Metafield> metafields = List.of();
    private boolean deleted;

    Variant(long id, Product product, List<OptionValue> values, Instant now) {
        this.id = id;
        this.product = product;
        this.values = List.copyOf(values);
        this.createdAt = now;
        this.updatedAt = now;
    }

    @Override
    public long id() {
        return id;
    }

    /** Ids are given out so that an item is found by its own number without an index: it follows its variant's. */
    public long inventoryItemId() {
        return id + 1;
    }

    static long variantOfItem(long inventoryItemId) {
        return inventoryItemId - 1;
    }

    public Product product() {
        return product;
    }

    public long productId() {
        return product.id();
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    /** One for each option of the product, in their order. */
    public List<OptionValue> values() {
        return values;
    }

    /** {@code S / Red}. */
    public String title() {
        return values.size() == 1
                ? values.get(0).name()
                : values.stream().map(OptionValue::name).collect(Collectors.joining(" / "));
    }

    /** From 1. */
    public int position() {
        return position;
    }

    /** What the buyer sees and pays. */
    public Offer offer() {
        return offer;
    }

    /** What lies in the warehouse. */
    public Item item() {
        return item;
    }

    /** Null for none. */
    public String sku() {
        return item.sku();
    }

    public BigDecimal price() {
        return offer.price();
    }

    /** Units available, over all locations. */
    public int quantity() {
        return quantity;
    }

    /** Its image among the product's; 0 for none. */
    public long mediaId() {
        return mediaId;
    }

    @Override
    public List<Metafield> metafields() {
        return metafields;
    }

    @Override
    public String ownerType() {
        return "PRODUCTVARIANT";
    }

    /** Whether it is in the store still. */
    public boolean exists() {
        return !deleted && !product.isDeleted();
    }

    void move(int newPosition) {
        position = newPosition;
    }

    void combine(List<OptionValue> newValues) {
        values = List.copyOf(newValues);
    }

    void become(Offer newOffer, Item newItem) {
        offer = newOffer;
        item = newItem;
    }

    void stock(int units) {
        quantity = units;
    }

    void show(long newMediaId) {
        mediaId = newMediaId;
    }

    void keep(List<Metafield> newMetafields) {
        metafields = List.copyOf(newMetafields);
    }

    void touch(Instant now) {
        updatedAt = now;
    }

    void delete() {
        deleted = true;
    }
}
