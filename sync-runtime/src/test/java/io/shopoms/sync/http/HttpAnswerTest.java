package io.shopoms.sync.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpAnswerTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "7, 7000",
        "2.0, 2000",
        "0.25, 250",
        "7200, 3600000",
        "'Fri, 20 Nov 2026 12:00:09 GMT', 9000",
        "'Fri, 20 Nov 2026 11:00:00 GMT', 0"
    })
    void retryAfterIsReadInBothFormsUpToAnHour(String value, long millis) {
        assertThat(answer("Retry-After", value).retryAfter(NOON)).contains(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-1", "NaN", "Infinity", "99999999999999"})
    void otherValuesAreIgnored(String value) {
        assertThat(answer("Retry-After", value).retryAfter(NOON)).isEmpty();
    }

    @Test
    void jsonIsWhatSaysSo() {
        assertThat(answer("Content-Type", "Application/JSON; charset=utf-8").isJson())
                .isTrue();
        assertThat(answer("Content-Type", "text/html").isJson()).isFalse();
        assertThat(answer("Server", "x").isJson()).isFalse();
    }

    private static HttpAnswer answer(String header, String value) {
        return new HttpAnswer(200, MultiMap.caseInsensitiveMultiMap().add(header, value), Buffer.buffer());
    }
}
