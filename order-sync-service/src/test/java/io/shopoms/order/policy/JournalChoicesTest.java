package io.shopoms.order.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalChoicesTest {

    @Test
    void gatewaysAreFoundHoweverTheyAreSpelled() {
        // When
        JournalChoices choices =
                JournalChoices.parse(List.of("shopify_payments=BNK1", " Cash on Delivery (COD) = CSH1 "));

        // Then
        assertThat(choices.of("Shopify Payments")).contains("BNK1");
        assertThat(choices.of("cash_on_delivery_cod")).contains("CSH1");
        assertThat(choices.of("gift_card")).isEmpty();
        assertThat(choices.all()).containsExactly("BNK1", "CSH1");
    }

    @Test
    void aStarStandsForEveryOtherGateway() {
        // When
        JournalChoices choices = JournalChoices.parse(List.of("gift_card=GIFT", "*=BNK1"));

        // Then
        assertThat(choices.of("gift_card")).contains("GIFT");
        assertThat(choices.of("stripe")).contains("BNK1");
    }

    @Test
    void noEntriesMeanNoPayments() {
        assertThat(JournalChoices.parse(List.of()).isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"shopify_payments", "=BNK1", "stripe=", "a=b=c", "stripe=BNK 1", "--=BNK1"})
    void aMalformedEntryIsNamed(String entry) {
        assertThatThrownBy(() -> JournalChoices.parse(List.of("*=BNK1", entry)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + entry + "'");
    }

    @Test
    void twoJournalsForOneGatewayAreNamed() {
        assertThatThrownBy(() -> JournalChoices.parse(List.of("gift_card=A", "Gift Card=B")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'Gift Card=B' names another journal than A");
    }
}
