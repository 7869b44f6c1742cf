package io.shopoms.sandbox.odoo.transport;

import java.util.ArrayList;
import java.util.List;

/** Serialization failures that were ordered: calls that lose against another transaction which nobody sees. */
public final class Conflicts {

    private final List<Order> orders = new ArrayList<>();

    private record Order(String match, int times) {}

    /**
     * @param match part of {@code model/method}, {@code *} for every call
     * @param times how many calls it hits
     */
    public synchronized void add(String match, int times) {
        if (match.isBlank() || times < 1) {
            throw new IllegalArgumentException("a conflict needs a match and a number of times above 0");
        }
        orders.add(new Order(match, times));
    }

    public synchronized void clear() {
        orders.clear();
    }

    synchronized boolean hits(String operation) {
        for (int i = 0; i < orders.size(); i++) {
            Order order = orders.get(i);
            if (order.match().equals("*") || operation.contains(order.match())) {
                if (order.times() == 1) {
                    orders.remove(i);
                } else {
                    orders.set(i, new Order(order.match(), order.times() - 1));
                }
                return true;
            }
        }
        return false;
    }
}
