package io.shopoms.order.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** By what people are recognised: e-mail addresses and telephone numbers. */
class PersonalMarksTest {

    @Test
    void anEmailIsComparedAsOdooDoes() {
        assertThat(EmailAddress.personal(Optional.of("  Ada.Example@EXAMPLE.com ")))
                .contains("ada.example@example.com");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "nobody",
                "a@b",
                "a b@example.com",
                "ada@example.com, bob@example.com",
                "no-reply@example.com",
                "noreply@shop.example.com",
                "pos@example.com",
                "ada@customer.invalid"
            })
    void whatIsNoPersonsEmailIdentifiesNobody(String email) {
        assertThat(EmailAddress.personal(Optional.of(email))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0171 1234567, DE, +491711234567",
        "+49 (0)171 1234567, US, +491711234567",
        "0049-171-1234567, DE, +491711234567",
        "(202) 555-0143, US, +12025550143",
        "020 7946 0958, GB, +442079460958",
        "09012345678, JP, +819012345678",
        "98765 43210, IN, +919876543210",
    })
    void aNumberIsOneNumberHoweverItIsTyped(String typed, String country, String e164) {
        // When
        PhoneNumber number = PhoneNumber.of(typed, Optional.of(country)).orElseThrow();

        // Then
        assertThat(number.e164()).isEqualTo(e164);
        assertThat(number.spellings()).contains(e164, typed);
        assertThat(number).asString().doesNotContain(e164);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12", "ring twice", "0171 1234567", "+999999999999999999"})
    void whatCannotBeDialledIdentifiesNobody(String typed) {
        assertThat(PhoneNumber.of(typed, Optional.empty())).isEmpty();
    }
}
