package io.shopoms.bus.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The JDK's own reader says what is right. */
class TimestampsTest {

    private static final int MANY = 20_000;
    private static final long FIRST =
            OffsetDateTime.of(0, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC).toEpochSecond();
    private static final long LAST =
            OffsetDateTime.of(9999, 12, 31, 23, 59, 59, 0, ZoneOffset.UTC).toEpochSecond();

    private final Random random = new Random(20_261_121);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-20T10:00:00Z",
                "2026-11-20T10:00:00.5Z",
                "2026-11-20T10:00:00.000000123Z",
                "2026-11-20T10:00Z",
                "2026-11-20t10:00:00z",
                "2026-11-20T10:00:00-05:00",
                "2026-11-20T10:00:00.123+05:30",
                "2024-02-29T23:59:59.999999999Z",
                "0000-01-01T00:00:00Z",
                "+12026-11-20T10:00:00Z"
            })
    void whatTheJdkReadsIsReadTheSame(String text) {
        assertThat(Timestamps.parse(text)).isEqualTo(OffsetDateTime.parse(text).toInstant());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Z",
                "yesterday",
                "2026-11-20",
                "2026-11-20T10:00:00",
                "2026-11-20 10:00:00Z",
                "2026-13-20T10:00:00Z",
                "2026-02-29T10:00:00Z",
                "2026-11-20T24:00:00Z",
                "2026-11-20T10:60:00Z",
                "2026-11-20T10:00:60Z",
                "2026-11-20T10:00:00.1234567890Z",
                "2026-11-20T10:00:00,5Z",
                "2026-11-20T10:00:0٠Z",
                "2026-11-20T10:00:00ZZ"
            })
    void whatTheJdkRefusesIsRefused(String text) {
        assertThatThrownBy(() -> Timestamps.parse(text)).isInstanceOf(DateTimeException.class);
        assertThatThrownBy(() -> OffsetDateTime.parse(text)).isInstanceOf(DateTimeException.class);
    }

    @Test
    void everyInstantThatIsWrittenIsRead() {
        for (int i = 0; i < MANY; i++) {
            Instant instant = anyInstant();
            assertThat(Timestamps.parse(instant.toString())).isEqualTo(instant);
        }
    }

    @Test
    void aWrongCharacterIsJudgedAsTheJdkDoes() {
        for (int i = 0; i < MANY; i++) {
            StringBuilder text = new StringBuilder(anyInstant().toString());
            text.setCharAt(random.nextInt(text.length()), "0123456789-:.TZ+ x".charAt(random.nextInt(18)));
            assertThat(read(() -> Timestamps.parse(text.toString())))
                    .as("%s", text)
                    .isEqualTo(read(() -> OffsetDateTime.parse(text).toInstant()));
        }
    }

    private Instant anyInstant() {
        int[] units = {1, 1_000, 1_000_000, 1_000_000_000};
        int unit = units[random.nextInt(units.length)];
        return Instant.ofEpochSecond(
                random.nextLong(FIRST, LAST + 1), random.nextInt(1_000_000_000 / unit) * (long) unit);
    }

    private static Optional<Instant> read(java.util.function.Supplier<Instant> reader) {
        try {
            return Optional.of(reader.get());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
