package io.shopoms.sandbox.shopify.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScalarsTest {

    @ParameterizedTest
    @CsvSource({"13.50, 13.5", "0.00, 0.0", "1200, 1200.0", "1E+3, 1000.0", "0.125, 0.125", "-4.20, -4.2"})
    void decimalsAreWrittenWithoutTheZerosThatWebhooksHave(String amount, String expected) {
        assertThat(Scalars.decimal(new BigDecimal(amount))).isEqualTo(expected);
    }

    @Property
    void noDecimalChangesItsValue(@ForAll BigDecimal amount) {
        assertThat(new BigDecimal(Scalars.decimal(amount))).isEqualByComparingTo(amount);
    }
}
