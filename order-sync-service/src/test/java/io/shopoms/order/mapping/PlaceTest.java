package io.shopoms.order.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopoms.order.shopify.Address;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceTest {

    @ParameterizedTest
    @CsvSource({
        "us, us-ca, US, CA",
        "JP, JP-13, JP, 13",
        "UK, SCT, GB, SCT",
        "EL, , GR, ",
        "IE, D, IE, D",
        "ZZ, x, ZZ, X"
    })
    void codesAreSpelledInOneWay(String country, String province, String wantedCountry, String wantedState) {
        // When
        Place place = place(country, province, "Somewhere");

        // Then
        assertThat(place.country()).isEqualTo(wantedCountry);
        assertThat(place.stateCode()).isEqualTo(Optional.ofNullable(wantedState));
    }

    @Test
    void territoriesOfTheStatesHaveACountryCodeOfTheirOwn() {
        assertThat(place("US", "PR", "Puerto Rico").territory()).contains("PR");
        assertThat(place("US", "CA", "California").territory()).isEmpty();
        assertThat(place("BR", "PR", "Paraná").territory()).isEmpty();
    }

    @Test
    void onlyTheNationsOfTheKingdomAreLeftOut() {
        assertThat(place("GB", "ENG", "England").isNation()).isTrue();
        assertThat(place("AU", "ENG", "England").isNation()).isFalse();
    }

    @Test
    void accentsAndPunctuationDoNotMakeAnotherState() {
        assertThat(Place.sameName("Ciudad de México", "ciudad de mexico")).isTrue();
        assertThat(Place.sameName("Baja California", "Baja California Sur")).isFalse();
        assertThat(Place.sameName("東京都", "東京都")).isTrue();
        assertThat(Place.sameName("-", "")).isFalse();
    }

    private static Place place(String country, String province, String name) {
        Optional<String> none = Optional.empty();
        return Place.of(new Address(
                        none,
                        none,
                        none,
                        none,
                        none,
                        none,
                        none,
                        Optional.ofNullable(province),
                        Optional.of(name),
                        Optional.of(country),
                        none,
                        none))
                .orElseThrow();
    }
}
