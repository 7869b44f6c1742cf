package io.shopoms.inventory.cache;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A partition of the audit log: one month of UTC. Pure.
 *
 * @param month which
 */
record AuditMonth(YearMonth month) {

    private static final Pattern NAME = Pattern.compile("inventory_sync_log_(\\d{4})_(\\d{2})");

    AuditMonth {
        Objects.requireNonNull(month, "month");
    }

    /** The month of {@code now} and those that follow. */
    static List<AuditMonth> from(Instant now, int ahead) {
        YearMonth current = YearMonth.from(now.atOffset(ZoneOffset.UTC));
        List<AuditMonth> months = new ArrayList<>();
        for (int i = 0; i <= ahead; i++) {
            months.add(new AuditMonth(current.plusMonths(i)));
        }
        return months;
    }

    /** The month of a partition; empty if that is the name of another table. */
    static Optional<AuditMonth> of(String table) {
        Matcher name = NAME.matcher(table);
        if (!name.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new AuditMonth(YearMonth.of(Integer.parseInt(name.group(1)), Integer.parseInt(name.group(2)))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    String table() {
        return String.format(Locale.ROOT, "inventory_sync_log_%04d_%02d", month.getYear(), month.getMonthValue());
    }

    /** The first moment of it, as a literal of SQL. */
    String begin() {
        return month.atDay(1) + " 00:00:00+00";
    }

    /** The first moment after it. */
    String end() {
        return month.plusMonths(1).atDay(1) + " 00:00:00+00";
    }

    /** Whether all of it lies before {@code cutoff}. */
    boolean isBefore(Instant cutoff) {
        return !month.plusMonths(1)
                .atDay(1)
                .atStartOfDay()
                .toInstant(ZoneOffset.UTC)
                .isAfter(cutoff);
    }
}
