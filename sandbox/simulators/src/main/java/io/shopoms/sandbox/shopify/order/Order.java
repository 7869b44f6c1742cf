package io.shopoms.sandbox.shopify.order;

import io.shopoms.sandbox.shopify.order.money.MoneyBag;
import io.shopoms.sandbox.shopify.order.money.OrderAmounts;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** An order with all that happened to it. */
public final class Order implements StoreRecord {

    private final long id;
    private final int number;
    private final OrderDraft draft;
    private final Currency currency;
    private final Company company;
    private final Instant createdAt;
    private final List<LineItem> lines;
    private final OrderCharges charges;
    private final Payments payments = new Payments(this);
    // Tests look while requests add.
    private final List<FulfillmentOrder> fulfillmentOrders = new CopyOnWriteArrayList<>();
    private final List<Fulfillment> fulfillments = new CopyOnWriteArrayList<>();
    private final List<Refund> refunds = new CopyOnWriteArrayList<>();
    private final List<OrderReturn> returns = new CopyOnWriteArrayList<>();
    private final MoneyBag originalTotal;
    private Customer customer;
    private OrderDetails details;
    private OrderPrices prices;
    private Instant updatedAt;
    private Instant cancelledAt;
    private Instant closedAt;
    private String cancelReason;
    private boolean edited;

    Order(
            long id,
            int number,
            OrderDraft draft,
            Currency currency,
            Company company,
            List<LineItem> lines,
            OrderCharges charges,
            Instant createdAt) {
        this.id = id;
        this.number = number;
        this.draft = draft;
        this.currency = currency;
        this.company = company;
        this.lines = new CopyOnWriteArrayList<>(lines);
        this.charges = charges;
        this.createdAt = createdAt;
        this.updatedAt = createdAt;
        this.details = OrderDetails.of(draft);
        this.originalTotal = prices().ordered(OrderAmounts::total);
    }

    @Override
    public long id() {
        return id;
    }

    /** {@code 1001}. */
    public int number() {
        return number;
    }

    /** {@code #1001}. */
    public String name() {
        return "#" + number;
    }

    /** What was ordered at first. */
    public OrderDraft draft() {
        return draft;
    }

    public Currency currency() {
        return currency;
    }

    public OrderDetails details() {
        return details;
    }

    /** Absent where protected data is withheld. */
    public Optional<Customer> customer() {
        return Optional.ofNullable(customer);
    }

    /** Who the buyer orders for; absent for a person. */
    public Optional<Company> company() {
        return Optional.ofNullable(company);
    }

    public List<LineItem> lines() {
        return List.copyOf(lines);
    }

    public int indexOf(LineItem line) {
        return lines.indexOf(line);
    }

    public OrderCharges charges() {
        return charges;
    }

    public List<FulfillmentOrder> fulfillmentOrders() {
        return List.copyOf(fulfillmentOrders);
    }

    public List<Fulfillment> fulfillments() {
        return List.copyOf(fulfillments);
    }

    public Payments payments() {
        return payments;
    }

    public List<Transaction> transactions() {
        return payments.all();
    }

    public List<Refund> refunds() {
        return List.copyOf(refunds);
    }

    public List<OrderReturn> returns() {
        return List.copyOf(returns);
    }

    @Override
    public Instant createdAt() {
        return createdAt;
    }

    @Override
    public Instant updatedAt() {
        return updatedAt;
    }

    public Optional<Instant> cancelledAt() {
        return Optional.ofNullable(cancelledAt);
    }

    public Optional<Instant> closedAt() {
        return Optional.ofNullable(closedAt);
    }

    /** Lower case, such as {@code customer}. */
    public Optional<String> cancelReason() {
        return Optional.ofNullable(cancelReason);
    }

    public boolean edited() {
        return edited;
    }

    public OrderPrices prices() {
        if (prices == null) {
            prices = OrderPrices.of(this);
        }
        return prices;
    }

    /** The total at checkout, whatever happened since. */
    public MoneyBag originalTotal() {
        return originalTotal;
    }

    /** Nothing, in both currencies. */
    public MoneyBag zero() {
        return prices().zero();
    }

    /** Money received and not given back. */
    public MoneyBag netPayment() {
        return payments.net();
    }

    public MoneyBag received() {
        return payments.received();
    }

    public MoneyBag refunded() {
        return payments.refunded();
    }

    /** What the buyer still has to pay; negative for what is owed to the buyer. */
    public MoneyBag outstanding() {
        return prices().current(OrderAmounts::total).minus(netPayment());
    }

    public FinancialStatus financialStatus() {
        return FinancialStatus.of(this);
    }

    /** UNFULFILLED, PARTIALLY_FULFILLED or FULFILLED. */
    public String fulfillmentStatus() {
        boolean some = lines.stream().anyMatch(line -> line.fulfilledQuantity() > 0);
        boolean more = lines.stream().anyMatch(line -> line.fulfillableQuantity() > 0);
        return !some ? "UNFULFILLED" : more ? "PARTIALLY_FULFILLED" : "FULFILLED";
    }

    /** Something that prices follow from has changed. */
    void reprice() {
        prices = null;
    }

    void touch(Instant now) {
        updatedAt = now;
        reprice();
    }

    void change(OrderDetails newDetails) {
        details = newDetails;
    }

    void belongsTo(Customer other) {
        customer = other;
    }

    void markEdited() {
        edited = true;
    }

    void markCancelled(String reason, Instant now) {
        cancelReason = reason;
        cancelledAt = now;
    }

    void close(Instant now) {
        closedAt = now;
    }

    void add(LineItem line) {
        lines.add(line);
    }

    void add(FulfillmentOrder fulfillmentOrder) {
        fulfillmentOrders.add(fulfillmentOrder);
    }

    void add(Fulfillment fulfillment) {
        fulfillments.add(fulfillment);
    }

    void add(Transaction transaction) {
        payments.add(transaction);
    }

    void add(Refund refund) {
        refunds.add(refund);
    }

    void add(OrderReturn orderReturn) {
        returns.add(orderReturn);
    }
}
