package io.shopoms.sandbox.fault;

import java.time.Duration;
import java.util.Objects;

/**
 * An order to let requests go wrong.
 *
 * @param match part of an operation's name or path; {@code *} matches every request
 * @param kind how it goes wrong
 * @param status HTTP status, for {@link FaultKind#STATUS}
 * @param retryAfterSeconds value of the {@code Retry-After} header; below 0 for none
 * @param delay how late the answer is, for {@link FaultKind#SLOW}
 * @param commitLate whether the effect comes after the delay too, even when the client has gone by then
 * @param times how many requests it takes
 */
public record Fault(
        String match,
        FaultKind kind,
        int status,
        int retryAfterSeconds,
        Duration delay,
        boolean commitLate,
        int times) {

    private static final Duration LONGEST = Duration.ofMinutes(10);

    /** @throws IllegalArgumentException naming the value that is out of range */
    public Fault {
        Objects.requireNonNull(kind, "kind");
        if (match == null || match.isBlank()) {
            throw new IllegalArgumentException("match must name an operation, part of a path, or * for all");
        }
        if (status < 200 || status > 599) {
            throw new IllegalArgumentException("status must lie between 200 and 599");
        }
        if (times < 1) {
            throw new IllegalArgumentException("times must be 1 or more");
        }
        if (delay.isNegative() || delay.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("delayMillis must lie between 0 and " + LONGEST.toMillis());
        }
    }

    /** Answers {@code status} once. */
    public static Fault status(String match, int status) {
        return new Fault(match, FaultKind.STATUS, status, -1, Duration.ZERO, false, 1);
    }

    /** Answers once, late; the effect is there at once. */
    public static Fault slow(String match, Duration delay) {
        return new Fault(match, FaultKind.SLOW, 200, -1, delay, false, 1);
    }

    /** Has its effect once, late, even though the client may have gone. */
    public static Fault lateCommit(String match, Duration delay) {
        return new Fault(match, FaultKind.SLOW, 200, -1, delay, true, 1);
    }

    /** Drops one connection before anything happens. */
    public static Fault reset(String match) {
        return new Fault(match, FaultKind.RESET, 200, -1, Duration.ZERO, false, 1);
    }

    /** Carries one request out and drops the connection instead of answering. */
    public static Fault lostResponse(String match) {
        return new Fault(match, FaultKind.LOST_RESPONSE, 200, -1, Duration.ZERO, false, 1);
    }

    /** Carries one request out and drops the connection in the middle of the answer. */
    public static Fault cut(String match) {
        return new Fault(match, FaultKind.CUT, 200, -1, Duration.ZERO, false, 1);
    }

    /** Says "too many requests" once. */
    public static Fault throttled(String match) {
        return new Fault(match, FaultKind.THROTTLED, 429, -1, Duration.ZERO, false, 1);
    }

    /** The same fault for {@code count} requests. */
    public Fault times(int count) {
        return new Fault(match, kind, status, retryAfterSeconds, delay, commitLate, count);
    }

    /** The same fault with a {@code Retry-After} header. */
    public Fault retryAfter(int seconds) {
        return new Fault(match, kind, status, seconds, delay, commitLate, times);
    }

    boolean hits(Operation operation) {
        return match.equals("*") || operation.contains(match);
    }
}
