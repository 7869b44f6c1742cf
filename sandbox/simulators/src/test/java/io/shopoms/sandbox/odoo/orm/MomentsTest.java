package io.shopoms.sandbox.odoo.orm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates and times in values and domains (contract, sections 1.2 and 7.2). */
class MomentsTest {

    @Test
    void aMomentIsShownInWholeSecondsOfUtc() {
        // When
        String shown = Moments.show(Instant.parse("2026-11-20T17:11:35.744588Z"));

        // Then
        assertThat(shown).isEqualTo("2026-11-20 17:11:35");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-19T10:11:12",
                "2026-11-19T10:11:12Z",
                "2026-11-19 10:11:12.5",
                "2026-13-19 10:11:12",
                "yesterday",
                ""
            })
    void valuesTakeOdoosOwnFormatOnly(String text) {
        assertThatThrownBy(() -> Moments.parse(text))
                .isInstanceOf(OdooException.class)
                .hasMessageContaining("does not match format");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-19T10:11:12", "2026-11-19 10:11:12", "2026-11-19 10:11:12.999999"})
    void domainsTakeATAndDropFractions(String text) {
        assertThat(Moments.parseInDomain(text)).isEqualTo("2026-11-19T10:11:12Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-19T10:11:12Z", "2026-11-19 10:11:12+02:00"})
    void domainsRefuseZones(String text) {
        assertThatThrownBy(() -> Moments.parseInDomain(text)).hasMessageContaining("no timezone");
    }
}
