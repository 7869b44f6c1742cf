package io.shopoms.sandbox.shopify.order;

import io.shopoms.sandbox.shopify.catalog.Catalog;
import io.shopoms.sandbox.shopify.catalog.CatalogEvents;
import io.shopoms.sandbox.shopify.catalog.CatalogWriting;
import io.shopoms.sandbox.shopify.catalog.Input;
import io.shopoms.sandbox.shopify.catalog.Product;
import io.shopoms.sandbox.shopify.catalog.Variant;
import io.shopoms.sandbox.shopify.inventory.Location;
import io.shopoms.sandbox.shopify.inventory.Locations;
import io.shopoms.sandbox.shopify.inventory.Stock;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;

/** All that the simulated store remembers. */
public final class Shop {

    /**
     * Ids start above 2^53 and differ from one start to the next, and from one shop to the other: whoever keeps them in a
     * double, or takes them for the same order after a restart, is found out.
     */
    private static final long ABOVE_DOUBLE = 9_100_000_000_000_000L;

    /** Leaves room, so that a busy store that is started again does not repeat ids. */
    private static final int IDS_PER_MILLI = 1_000;

    private static final int SHOPS = 1_000;
    private static final long IDS_PER_SHOP = 100_000_000_000_000L;

    private static final int FIRST_NUMBER = 1001;

    private final String domain;
    private final Currency currency;
    private final ZoneId zone;
    private final Clock clock;
    private final Map<Long, Order> orders = new TreeMap<>();
    private final Catalog catalog = new Catalog(this::nextId, this::now);
    private final CatalogWriting unheard;
    private final Map<Long, Customer> customers = new TreeMap<>();
    private final List<Company> companies = new ArrayList<>();
    private final Locations locations;
    private final Stock stock;
    private long lastId;
    private int nextNumber = FIRST_NUMBER;

    /**
     * @param domain {@code acme.myshopify.com}
     * @param zone of the times in webhooks
     */
    public Shop(String domain, Currency currency, ZoneId zone, Clock clock) {
        this.domain = domain;
        this.currency = currency;
        this.zone = zone;
        this.clock = clock;
        this.lastId =
                ABOVE_DOUBLE + Math.floorMod(domain.hashCode(), SHOPS) * IDS_PER_SHOP + clock.millis() * IDS_PER_MILLI;
        this.locations = new Locations(this::nextId, this::now);
        this.stock = new Stock(catalog, locations, this::now);
        catalog.keepStock(stock);
        this.unheard = unheardWriting();
    }

    /** Changes of the catalogue, and of the inventory with it, that nobody is told of. */
    public CatalogWriting unheardWriting() {
        return writing(new CatalogEvents() {
            @Override
            public void created(Product product) {
                stock.drain();
            }

            @Override
            public void updated(Product product) {
                stock.drain();
            }

            @Override
            public void deleted(Product product) {
                stock.drain();
            }
        });
    }

    /** All that can be done to the catalogue. */
    public CatalogWriting writing(CatalogEvents events) {
        return CatalogWriting.of(catalog, events, name(), currency.getDefaultFractionDigits());
    }

    public Catalog catalog() {
        return catalog;
    }

    /** {@code acme}. */
    public String name() {
        return domain.replace(".myshopify.com", "");
    }

    public String domain() {
        return domain;
    }

    public Currency currency() {
        return currency;
    }

    public ZoneId zone() {
        return zone;
    }

    /** Now, to the second: Shopify's resolution for everything it stores. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    public long nextId() {
        return ++lastId;
    }

    int nextNumber() {
        return nextNumber++;
    }

    void add(Order order) {
        orders.put(order.id(), order);
    }

    public Collection<Order> orders() {
        return List.copyOf(orders.values());
    }

    public Optional<Order> findOrder(long id) {
        return Optional.ofNullable(orders.get(id));
    }

    /** @throws NoSuchElementException if there is no such order */
    public Order order(long id) {
        return findOrder(id).orElseThrow(() -> new NoSuchElementException("there is no order " + id));
    }

    public Optional<FulfillmentOrder> findFulfillmentOrder(long id) {
        return orders.values().stream()
                .flatMap(order -> order.fulfillmentOrders().stream())
                .filter(fulfillmentOrder -> fulfillmentOrder.id() == id)
                .findFirst();
    }

    public Optional<Fulfillment> findFulfillment(long id) {
        return orders.values().stream()
                .flatMap(order -> order.fulfillments().stream())
                .filter(fulfillment -> fulfillment.id() == id)
                .findFirst();
    }

    public Optional<Customer> findCustomer(long id) {
        return Optional.ofNullable(customers.get(id));
    }

    public Collection<Customer> customers() {
        return List.copyOf(customers.values());
    }

    /** @throws NoSuchElementException if there is no such customer */
    public Customer customer(long id) {
        return findCustomer(id).orElseThrow(() -> new NoSuchElementException("there is no customer " + id));
    }

    /** @param email null for none */
    Optional<Customer> findCustomer(String email) {
        return customers.values().stream()
                .filter(customer -> email != null && email.equals(customer.email()))
                .findFirst();
    }

    public List<Order> ordersOf(Customer customer) {
        return orders.values().stream()
                .filter(order -> order.customer().filter(customer::equals).isPresent())
                .toList();
    }

    public Optional<Refund> findRefund(long id) {
        return orders.values().stream()
                .flatMap(order -> order.refunds().stream())
                .filter(refund -> refund.id() == id)
                .findFirst();
    }

    public Locations locations() {
        return locations;
    }

    /** What lies where. */
    public Stock stock() {
        return stock;
    }

    /** The location of that name; a new one if the shop does not have it yet. */
    public Location location(String name) {
        return locations.named(name);
    }

    /** The catalogue's variant of a SKU, made when it is first ordered; null for a custom line or a deleted product. */
    Variant variant(DraftLine line) {
        return line.deleted() ? null : variant(line.sku(), line.title(), line.price());
    }

    /** The same, if it is there already. */
    Optional<Variant> existing(DraftLine line) {
        return line.deleted() || line.sku() == null
                ? Optional.empty()
                : catalog.withSku(line.sku()).stream().findFirst();
    }

    /** @param sku null for none */
    Variant variant(String sku, String title, BigDecimal price) {
        return sku == null || sku.isBlank()
                ? null
                : catalog.withSku(sku).stream().findFirst().orElseGet(() -> product(sku, title, price));
    }

    /** Nobody is told of it: as far as apps know, it was there before. */
    private Variant product(String sku, String title, BigDecimal price) {
        Product made = unheard.sets().set((Input) null, Input.simple(sku, title.isBlank() ? sku : title, price));
        unheard.products().publish(made, now());
        return made.variants().get(0);
    }

    /** The buyer of an order, known by e-mail address; null where protected data is withheld. */
    Customer customer(OrderDraft draft, String currencyCode) {
        if (draft.anonymous() || draft.email() == null) {
            return null;
        }
        return findCustomer(draft.email()).orElseGet(() -> {
            Customer added = new Customer(nextId(), nextId(), CustomerProfile.of(draft), currencyCode, now());
            customers.put(added.id(), added);
            return added;
        });
    }

    void remove(Customer customer) {
        customers.remove(customer.id());
    }

    void remove(Order order) {
        orders.remove(order.id());
    }

    /** The company of that name, at that place. */
    Company company(DraftCompany draft) {
        Company sister = companies.stream()
                .filter(each -> each.name().equals(draft.name()))
                .findFirst()
                .orElse(null);
        return companies.stream()
                .filter(each ->
                        each.name().equals(draft.name()) && each.locationName().equals(draft.location()))
                .findFirst()
                .orElseGet(() -> {
                    Company added = new Company(
                            sister == null ? nextId() : sister.id(),
                            draft.name(),
                            draft.externalId(),
                            nextId(),
                            draft.location(),
                            sister == null ? nextId() : sister.contactId(),
                            now());
                    companies.add(added);
                    return added;
                });
    }

    /** Forgets all orders, customers, products and what lies where; locations stay, ids and numbers go on. */
    public void clear() {
        orders.clear();
        catalog.clear();
        stock.clear();
        customers.clear();
        companies.clear();
    }
}
