package io.shopoms.inventory.mapping;

import io.shopoms.inventory.stock.AuditLine;
import io.shopoms.inventory.stock.Level;
import java.util.List;
import java.util.stream.Stream;

/**
 * A level after something was booked, and the lines that tell it.
 *
 * @param level what is known now
 * @param lines in order; each begins where the one before it ended
 */
public record Booked(Level level, List<AuditLine> lines) {

    public Booked {
        lines = List.copyOf(lines);
    }

    /** These lines, then those of what was booked on {@link #level()}. */
    Booked then(Booked next) {
        return new Booked(
                next.level(),
                Stream.concat(lines.stream(), next.lines().stream()).toList());
    }
}
