package io.shopoms.order.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

    @ParameterizedTest
    @CsvSource({
        "13.5, USD, 13.50 USD",
        "13.500, USD, 13.50 USD",
        "0.0, USD, 0.00 USD",
        "23600, JPY, 23600 JPY",
        "23600.0, JPY, 23600 JPY",
        "2.36E+4, JPY, 23600 JPY",
        "1.1250, KWD, 1.125 KWD",
        "0.3333, USD, 0.3333 USD",
        "-0.00, USD, 0.00 USD",
        "5, USDC, 5.00 USDC"
    })
    void equalAmountsAreEqualHoweverSpelled(String amount, String currency, String printed) {
        // When
        Money money = new Money(new BigDecimal(amount), currency);

        // Then
        assertThat(money).hasToString(printed);
        assertThat(money).isEqualTo(new Money(new BigDecimal(printed.split(" ")[0]), currency));
    }

    @Test
    void currenciesDoNotMix() {
        // Given
        Money dollars = new Money(BigDecimal.ONE, "USD");
        Money euros = new Money(BigDecimal.ONE, "EUR");

        // When / Then
        assertThatThrownBy(() -> dollars.plus(euros)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aDifferenceKeepsItsSign() {
        // Given
        Money less = new Money(new BigDecimal("1.10"), "USD");
        Money more = new Money(new BigDecimal("1.15"), "USD");

        // When
        Money difference = less.minus(more);

        // Then
        assertThat(difference).hasToString("-0.05 USD");
        assertThat(difference.isZero()).isFalse();
    }
}
