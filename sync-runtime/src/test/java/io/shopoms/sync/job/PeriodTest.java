package io.shopoms.sync.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-01, 2026-11-01T00:00:00Z",
        "2026-11-01T10:00:00Z, 2026-11-01T10:00:00Z",
        "2026-11-01T10:00:00+05:30, 2026-11-01T04:30:00Z"
    })
    void datesAndDatesWithTimeAreUnderstood(String text, Instant instant) {
        assertThat(Period.of(Map.of("from", text)).from()).isEqualTo(instant);
    }

    @Test
    void theEndMayBeLeftOut() {
        assertThat(Period.of(Map.of("from", "2026-11-01", "to", "")).to()).isEmpty();
        assertThat(Period.of(Map.of("from", "2026-11-01", "to", "2026-11-02")).to())
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "to, 2026-11-01, from is missing",
        "from, soon, from is neither",
        "from, '', from is missing",
        "from, -999999999-01-01, from is not of the years",
        "from, +10000-01-01T00:00:00Z, from is not of the years"
    })
    void aWrongDateIsNamed(String name, String value, String message) {
        assertThatThrownBy(() -> Period.of(Map.of(name, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void anEndBeforeTheStartIsRefused() {
        assertThatThrownBy(() -> Period.of(Map.of("from", "2026-11-02", "to", "2026-11-01")))
                .hasMessage("to is before from");
    }

    @Test
    void aMisspelledParameterIsRefused() {
        assertThatThrownBy(() -> Period.of(Map.of("from", "2026-11-02", "until", "2026-11-01")))
                .hasMessageContaining("unknown parameter 'until'");
    }
}
