package io.shopoms.sandbox.fault;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How a request goes wrong. */
public enum FaultKind {
    /** The given HTTP status is answered; nothing is carried out. */
    STATUS,
    /** The answer is late. The effect is there at once, or with {@code commitLate} only after the delay. */
    SLOW,
    /** The connection is dropped before anything is carried out. */
    RESET,
    /** The request is carried out and committed, then the connection is dropped instead of an answer. */
    LOST_RESPONSE,
    /** The request is carried out; the connection is dropped when half of the answer is sent. */
    CUT,
    /** The API's own way to say "too many requests"; nothing is carried out. */
    THROTTLED;

    /** The name in the control API: {@code lost-response}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException naming the kinds that exist */
    public static FaultKind parse(String text) {
        return Arrays.stream(values())
                .filter(kind -> kind.wireName().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("kind must be one of "
                        + Arrays.stream(values()).map(FaultKind::wireName).collect(Collectors.joining(", "))));
    }
}
