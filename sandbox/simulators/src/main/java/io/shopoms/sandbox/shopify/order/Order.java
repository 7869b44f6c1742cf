package io.shopoms.sandbox.shopify.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** An order with all that happened to it. */
public final class Order {

    private final long id;
    private final int number;
    private final OrderDraft draft;
    private final Currency currency;
    private final Customer customer;
    private final List<Long> shippingLineIds;
    private final Instant createdAt;
    private final List<LineItem> lines;
    private final List<FulfillmentOrder> fulfillmentOrders = new ArrayList<>();
    private final List<Fulfillment> fulfillments = new ArrayList<>();
    private final List<Transaction> transactions = new ArrayList<>();
    private final List<Refund> refunds = new ArrayList<>();
    private OrderDetails details;
    private OrderPrices prices;
    private Instant updatedAt;
    private Instant cancelledAt;
    private String cancelReason;
    private boolean edited;

    Order(
            long id,
            int number,
            OrderDraft draft,
            Currency currency,
            Customer customer,
            List<LineItem> lines,
            List<Long> shippingLineIds,
            Instant createdAt) {
        this.id = id;
        this.number = number;
        this.draft = draft;
        this.currency = currency;
        this.customer = customer;
        this.lines = new ArrayList<>(lines);
        this.shippingLineIds = List.copyOf(shippingLineIds);
        this.createdAt = createdAt;
        this.updatedAt = createdAt;
        this.details = OrderDetails.of(draft);
    }

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

    public OrderDetails details() {
        return details;
    }

    /** Absent where protected data is withheld. */
    public Optional<Customer> customer() {
        return Optional.ofNullable(customer);
    }

    public List<LineItem> lines() {
        return List.copyOf(lines);
    }

    public int indexOf(LineItem line) {
        return lines.indexOf(line);
    }

    public List<Long> shippingLineIds() {
        return shippingLineIds;
    }

    public List<FulfillmentOrder> fulfillmentOrders() {
        return List.copyOf(fulfillmentOrders);
    }

    public List<Fulfillment> fulfillments() {
        return List.copyOf(fulfillments);
    }

    public List<Transaction> transactions() {
        return List.copyOf(transactions);
    }

    public List<Refund> refunds() {
        return List.copyOf(refunds);
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    public Optional<Instant> cancelledAt() {
        return Optional.ofNullable(cancelledAt);
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
            prices = OrderPrices.of(draft, lines, currency, cancelledAt != null);
        }
        return prices;
    }

    /** Money received and not given back. */
    public MoneyBag netPayment() {
        return prices().difference(received(), refunded());
    }

    public MoneyBag received() {
        return moved(Transaction.Kind.SALE);
    }

    public MoneyBag refunded() {
        return moved(Transaction.Kind.REFUND);
    }

    /** What the buyer still has to pay. */
    public MoneyBag outstanding() {
        return cancelledAt != null
                ? prices().zero()
                : prices().difference(prices().current(OrderAmounts::total), netPayment());
    }

    private MoneyBag moved(Transaction.Kind kind) {
        return prices().sum(transactions.stream()
                .filter(transaction -> transaction.kind() == kind && transaction.status() == Transaction.Status.SUCCESS)
                .map(Transaction::amount)
                .toList());
    }

    public FinancialStatus financialStatus() {
        BigDecimal received = received().shopMoney().amount();
        BigDecimal refunded = refunded().shopMoney().amount();
        return FinancialStatus.of(
                cancelledAt != null, received, refunded, prices().current().total());
    }

    /** UNFULFILLED, PARTIALLY_FULFILLED or FULFILLED. */
    public String fulfillmentStatus() {
        boolean some = lines.stream().anyMatch(line -> line.fulfilledQuantity() > 0);
        boolean more = lines.stream().anyMatch(line -> line.fulfillableQuantity() > 0);
        return !some ? "UNFULFILLED" : more ? "PARTIALLY_FULFILLED" : "FULFILLED";
    }

    void touch(Instant now) {
        updatedAt = now;
        prices = null;
    }

    void change(OrderDetails newDetails) {
        details = newDetails;
    }

    void markEdited() {
        edited = true;
    }

    void markCancelled(String reason, Instant now) {
        cancelReason = reason;
        cancelledAt = now;
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
        transactions.add(transaction);
    }

    void add(Refund refund) {
        refunds.add(refund);
    }
}
