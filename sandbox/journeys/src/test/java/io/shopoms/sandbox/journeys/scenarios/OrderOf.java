package io.shopoms.sandbox.journeys.scenarios;

/**
 * When a journey runs, where all run in one JVM: those that leave the stack alone first, for they say most when they fail.
 */
final class OrderOf {

    /** Kills parts of the shared stack. */
    static final int BREAKING = Integer.MAX_VALUE / 2 + 100;

    /** Brings processes of its own, beside the shared stack. */
    static final int OWN_STACK = Integer.MAX_VALUE / 2 + 200;

    private OrderOf() {}
}
