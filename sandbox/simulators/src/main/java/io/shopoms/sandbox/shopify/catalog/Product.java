package io.shopoms.sandbox.shopify.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A product with its options, variants, images and metafields. Only {@link Catalog} and the rules beside it change one. */
public final class Product implements MetafieldOwner {

    private final long id;
    private final Instant createdAt;
    private Instant updatedAt;
    private ProductText text;
    private ProductStatus status = ProductStatus.ACTIVE;
    private List<String> tags = List.of();
    private String handle;
    private Instant publishedAt;
    private List<ProductOption> options = List.of();
    private List<Variant> variants = List.of();
    private List<Media> media = List.of();
    private List<Metafield> metafields = List.of();
    private boolean deleted;

    Product(long id, ProductText text, Instant now) {
        this.id = id;
        this.text = text;
        this.createdAt = now;
        this.updatedAt = now;
    }

    @Override
    public long id() {
        return id;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    /** Title, description and what else is plain text. */
    public ProductText text() {
        return text;
    }

    public String title() {
        return text.title();
    }

    public ProductStatus status() {
        return status;
    }

    /** In alphabetical order, as Shopify shows them. */
    public List<String> tags() {
        return tags;
    }

    /** Unique in the shop. */
    public String handle() {
        return handle;
    }

    /** When it came to the online store; empty if it is not there. */
    public Optional<Instant> publishedAt() {
        return Optional.ofNullable(publishedAt);
    }

    public List<ProductOption> options() {
        return options;
    }

    /** By position; never empty. */
    public List<Variant> variants() {
        return variants;
    }

    public List<Media> media() {
        return media;
    }

    @Override
    public List<Metafield> metafields() {
        return metafields;
    }

    @Override
    public String ownerType() {
        return "PRODUCT";
    }

    /** Whether it has no options of its own, and therefore one variant. */
    public boolean hasOnlyDefaultVariant() {
        return options.size() == 1
                && options.get(0).name().equals(ProductOption.DEFAULT_NAME)
                && options.get(0).values().size() == 1
                && options.get(0).values().get(0).name().equals(ProductOption.DEFAULT_VALUE);
    }

    boolean isDeleted() {
        return deleted;
    }

    void describe(ProductText newText) {
        text = newText;
    }

    void become(ProductStatus newStatus) {
        status = newStatus;
    }

    void tag(List<String> newTags) {
        tags = List.copyOf(newTags);
    }

    void answerTo(String newHandle) {
        handle = newHandle;
    }

    void publish(Instant at) {
        publishedAt = at;
    }

    void offer(List<ProductOption> newOptions, List<Variant> newVariants) {
        options = List.copyOf(newOptions);
        variants = List.copyOf(newVariants);
    }

    void show(List<Media> newMedia) {
        media = List.copyOf(newMedia);
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
