package io.shopoms.sandbox.shopify.order;

import io.shopoms.sandbox.shopify.inventory.Location;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What one location has to ship of an order. */
public final class FulfillmentOrder {

    /** A subset of Shopify's states: those that occur here. */
    public enum Status {
        OPEN,
        IN_PROGRESS,
        ON_HOLD,
        CLOSED,
        CANCELLED
    }

    /** Units of one line. */
    public static final class Line {

        private final long id;
        private final LineItem lineItem;
        private int total;
        private int remaining;
        private int committed;

        Line(long id, LineItem lineItem, int total) {
            this.id = id;
            this.lineItem = lineItem;
            this.total = total;
            this.remaining = total;
        }

        public long id() {
            return id;
        }

        public LineItem lineItem() {
            return lineItem;
        }

        public int total() {
            return total;
        }

        public int remaining() {
            return remaining;
        }

        void ship(int units) {
            remaining -= units;
        }

        /** So many of its units are promised in the inventory. */
        void commit(int units) {
            committed += units;
        }

        /** @return of the units, how many were promised */
        int uncommit(int units) {
            int released = Math.min(units, committed);
            committed -= released;
            return released;
        }

        void changeBy(int units) {
            total += units;
            remaining += units;
        }
    }

    private final long id;
    private final Order order;
    private final Location location;
    private final List<Line> lines;
    private final Instant createdAt;
    private Status status = Status.OPEN;
    private Status beforeHold = Status.OPEN;
    private Instant updatedAt;

    FulfillmentOrder(long id, Order order, Location location, List<Line> lines, Instant createdAt) {
        this.id = id;
        this.order = order;
        this.location = location;
        this.lines = new ArrayList<>(lines);
        this.createdAt = createdAt;
        this.updatedAt = createdAt;
    }

    public long id() {
        return id;
    }

    public Order order() {
        return order;
    }

    public Location location() {
        return location;
    }

    public List<Line> lines() {
        return List.copyOf(lines);
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    public Status status() {
        return status;
    }

    /** Whether units of it may be shipped now. */
    public boolean isFulfillable() {
        return status == Status.OPEN || status == Status.IN_PROGRESS;
    }

    public Optional<Line> line(long lineId) {
        return lines.stream().filter(line -> line.id() == lineId).findFirst();
    }

    Optional<Line> lineOf(LineItem lineItem) {
        return lines.stream().filter(line -> line.lineItem() == lineItem).findFirst();
    }

    void add(Line line) {
        lines.add(line);
    }

    /** Follows from what remains, once units were shipped, added or removed. */
    void settle(Instant now) {
        updatedAt = now;
        if (lines.stream().mapToInt(Line::remaining).sum() == 0) {
            boolean shipped = lines.stream().anyMatch(line -> line.total() > 0);
            status = shipped ? Status.CLOSED : Status.CANCELLED;
        } else if (isFulfillable()) {
            boolean partly = lines.stream().anyMatch(line -> line.remaining() < line.total());
            status = partly ? Status.IN_PROGRESS : Status.OPEN;
        }
    }

    void hold(Instant now) {
        beforeHold = status;
        status = Status.ON_HOLD;
        updatedAt = now;
    }

    void release(Instant now) {
        status = beforeHold;
        updatedAt = now;
    }
}
