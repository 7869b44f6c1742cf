package io.shopoms.order.mapping;

/**
 * Where each kind of line stands among an order's lines. An order has at most some hundred items, so the ranges never meet;
 * a line keeps its place when others come and go.
 */
final class LineSequence {

    /** An item takes every second place from here on: the one before it is for the heading of a bundle. */
    static final int FIRST_ITEM = 10;

    static final int FIRST_DUTY = 7_000;
    static final int FIRST_FEE = 8_000;
    static final int TIP = 9_000;
    static final int FIRST_SHIPPING = 10_000;
    static final int ADJUSTMENT = 18_000;
    static final int CASH_ROUNDING = 19_000;
    static final int ROUNDING = 20_000;
    static final int NOTE = 30_000;

    private LineSequence() {}
}
