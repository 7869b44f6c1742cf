package io.shopoms.inventory.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class AuditMonthTest {

    @Test
    void monthsAreMadeAheadAcrossTheYear() {
        assertThat(AuditMonth.from(Instant.parse("2026-11-30T23:59:59Z"), 2))
                .extracting(AuditMonth::table)
                .containsExactly(
                        "inventory_sync_log_2026_11", "inventory_sync_log_2026_12", "inventory_sync_log_2027_01");
    }

    @Test
    void aTableIsCalledTheSameWhereverTheServiceRuns() {
        // Given
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));

        // Then
        try {
            assertThat(new AuditMonth(YearMonth.of(2026, 2)).table()).isEqualTo("inventory_sync_log_2026_02");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aMonthIsReadBackFromItsTable() {
        AuditMonth month = new AuditMonth(YearMonth.of(2026, 2));
        assertThat(AuditMonth.of(month.table())).contains(month);
        assertThat(AuditMonth.of("inventory_sync_log_default")).isEmpty();
        assertThat(AuditMonth.of("inventory_sync_log_2026_13")).isEmpty();
    }

    @Test
    void aMonthIsOldWhenItsLastMomentIs() {
        AuditMonth february = new AuditMonth(YearMonth.of(2026, 2));
        assertThat(february.isBefore(Instant.parse("2026-02-28T23:59:59Z"))).isFalse();
        assertThat(february.isBefore(Instant.parse("2026-03-01T00:00:00Z"))).isTrue();
    }
}
