package io.shopoms.inventory.ops;

import io.shopoms.sync.ops.Asked;
import io.shopoms.sync.ops.ProblemException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Reads parameters that only this service's requests have. */
final class Parameters {

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private Parameters() {}

    /** The number of a record. */
    static Optional<Long> id(String name, String text) {
        return Asked.text(name, text).map(value -> {
            if (!value.matches("[1-9]\\d{0,17}")) {
                throw ProblemException.badRequest(name + ": expected a number");
            }
            return Long.parseLong(value);
        });
    }

    static Optional<Boolean> flag(String name, String text) {
        return Asked.text(name, text).map(value -> switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw ProblemException.badRequest(name + ": expected true or false");
        });
    }

    static Optional<Instant> moment(String name, String text) {
        return Asked.text(name, text).map(value -> {
            try {
                return instant(value);
            } catch (DateTimeException e) {
                throw ProblemException.badRequest(name + ": expected a moment such as 2026-11-20T12:00:00Z");
            }
        });
    }

    /** @throws DateTimeException also for a moment that no database can tell */
    static Instant instant(String text) {
        Instant moment = Instant.parse(text);
        if (moment.isBefore(EARLIEST) || moment.isAfter(LATEST)) {
            throw new DateTimeException("not between the years 1 and 9999");
        }
        return moment;
    }

    static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw ProblemException.badRequest("id: expected a UUID");
        }
    }
}
