package io.shopoms.sandbox.shopify.catalog;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** All products of the store, found by id, handle, SKU and time of the last change without reading the others. */
public final class Catalog {

    private static final Comparator<Product> BY_UPDATE =
            Comparator.comparing(Product::updatedAt).thenComparing(Product::id);

    private final LongSupplier ids;
    private final Supplier<Instant> clock;
    private final NavigableMap<Long, Product> products = new TreeMap<>();
    private final NavigableSet<Product> byUpdate = new TreeSet<>(BY_UPDATE);
    private final Map<String, Product> byHandle = new HashMap<>();
    private final NavigableMap<Long, Variant> variants = new TreeMap<>();
    private final SkuIndex skus = new SkuIndex();
    private final MetafieldDefinitions definitions;
    private Duration searchLag = Duration.ZERO;
    private Predicate<URI> fetchable = source -> true;
    private StockKeeping stock = StockKeeping.none();

    /** @param clock now, to the second */
    public Catalog(LongSupplier ids, Supplier<Instant> clock) {
        this.ids = ids;
        this.clock = clock;
        this.definitions = new MetafieldDefinitions(ids);
    }

    long nextId() {
        return ids.getAsLong();
    }

    /** Who counts the units of its items from now on. */
    public void keepStock(StockKeeping keeping) {
        stock = keeping;
    }

    StockKeeping stock() {
        return stock;
    }

    /** So many units of the variant are available, over all locations. */
    public void count(Variant variant, int units) {
        variant.stock(units);
    }

    /** Which addresses of images lead to one; of those that are not the store's own nothing is known. */
    public void fetchable(Predicate<URI> source) {
        fetchable = source;
    }

    boolean isFetchable(URI source) {
        return fetchable.test(source);
    }

    /** The number of a new variant; the next one is its inventory item's. */
    long nextVariantId() {
        long id = ids.getAsLong();
        ids.getAsLong();
        return id;
    }

    Instant now() {
        return clock.get();
    }

    /** How long searches do not find what was just made; by id and by handle it is found at once. */
    public void searchLag(Duration lag) {
        searchLag = lag;
    }

    /** Whether searches find the product by now. */
    public boolean isSearchable(Product product) {
        return searchLag.isZero() || product.createdAt().plus(searchLag).isBefore(now());
    }

    /** What metafields must look like. */
    public MetafieldDefinitions definitions() {
        return definitions;
    }

    public Optional<Product> find(long id) {
        return Optional.ofNullable(products.get(id));
    }

    /** @throws NoSuchElementException if there is no such product */
    public Product product(long id) {
        return find(id).orElseThrow(() -> new NoSuchElementException("there is no product " + id));
    }

    public Optional<Product> findByHandle(String handle) {
        return Optional.ofNullable(byHandle.get(handle));
    }

    public Optional<Variant> findVariant(long id) {
        return Optional.ofNullable(variants.get(id));
    }

    public Optional<Variant> findByItem(long inventoryItemId) {
        return findVariant(Variant.variantOfItem(inventoryItemId));
    }

    /** The variants with exactly this SKU. */
    public List<Variant> withSku(String sku) {
        return skus.exact(sku);
    }

    /** The variants that a search for this SKU finds: not only those that have it. */
    public List<Variant> likeSku(String sku) {
        return skus.matching(sku);
    }

    /** All of them by id; a view, not to be kept. */
    public NavigableMap<Long, Product> products() {
        return products;
    }

    /** All variants by id; a view, not to be kept. */
    public NavigableMap<Long, Variant> variants() {
        return variants;
    }

    /** Those changed at this time or later, oldest change first; a view, not to be kept. */
    public Collection<Product> changedSince(Instant from) {
        return byUpdate.tailSet(probe(0, from), true);
    }

    /** The other way round: newest change first, up to this time. */
    public Collection<Product> changedUntil(Instant to) {
        return byUpdate.headSet(probe(Long.MAX_VALUE, to), true).descendingSet();
    }

    private static Product probe(long id, Instant at) {
        return new Product(id, ProductText.of("", ""), at);
    }

    public int size() {
        return products.size();
    }

    void add(Product product) {
        products.put(product.id(), product);
        byUpdate.add(product);
        byHandle.put(product.handle(), product);
        product.variants().forEach(this::index);
    }

    void remove(Product product) {
        products.remove(product.id());
        byUpdate.remove(product);
        byHandle.remove(product.handle());
        product.variants().forEach(this::forget);
        product.delete();
    }

    /** The product was changed: it goes to the end of the list of changes. */
    void touch(Product product) {
        byUpdate.remove(product);
        product.touch(now());
        byUpdate.add(product);
    }

    void rename(Product product, String handle) {
        byHandle.remove(product.handle());
        product.answerTo(handle);
        byHandle.put(handle, product);
    }

    void index(Variant variant) {
        variants.put(variant.id(), variant);
        skus.add(variant);
        stock.born(variant);
    }

    void forget(Variant variant) {
        variants.remove(variant.id());
        skus.remove(variant);
        stock.gone(variant);
    }

    /** Changes a variant that is in the indexes. */
    void become(Variant variant, Offer offer, Item item) {
        boolean otherItem = !item.equals(variant.item());
        skus.remove(variant);
        variant.become(offer, item);
        skus.add(variant);
        if (otherItem) {
            stock.changed(variant);
        }
    }

    /** Forgets all products and definitions of metafields; ids go on. */
    public void clear() {
        products.values().forEach(Product::delete);
        products.clear();
        byUpdate.clear();
        byHandle.clear();
        variants.clear();
        skus.clear();
        definitions.clear();
        searchLag = Duration.ZERO;
    }
}
