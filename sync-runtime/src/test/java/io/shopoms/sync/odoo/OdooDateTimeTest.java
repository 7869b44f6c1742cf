package io.shopoms.sync.odoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OdooDateTimeTest {

    @Test
    void instantIsWrittenInUtcWithoutZone() {
        assertThat(OdooDateTime.format(Instant.parse("2026-11-19T10:11:12.999999Z")))
                .isEqualTo("2026-11-19 10:11:12");
    }

    @Test
    void odoosTextIsReadAsUtc() {
        assertThat(OdooDateTime.parse("2026-11-19 10:11:12")).isEqualTo("2026-11-19T10:11:12Z");
    }

    @Test
    void microsecondsOfAPushedWebhookAreDropped() {
        assertThat(OdooDateTime.parse("2026-11-20 17:11:35.744588")).isEqualTo("2026-11-20T17:11:35Z");
    }

    @Test
    void falseIsNoTime() {
        assertThat(OdooDateTime.read(BooleanNode.FALSE)).isEmpty();
        assertThat(OdooDateTime.read(TextNode.valueOf("2026-11-19 10:11:12"))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026-11-19T10:11:12Z", "2026-11-19", "2026-02-30 10:11:12", "2026-11-19 10:11:12+01"})
    void anotherFormIsRefused(String text) {
        assertThatThrownBy(() -> OdooDateTime.parse(text)).isInstanceOf(DateTimeParseException.class);
    }

    @Property
    void everySecondComesBack(@ForAll @LongRange(min = 0, max = 4_102_444_800L) long second) {
        Instant instant = Instant.ofEpochSecond(second);

        assertThat(OdooDateTime.parse(OdooDateTime.format(instant.plus(999, ChronoUnit.MILLIS))))
                .isEqualTo(instant);
    }
}
