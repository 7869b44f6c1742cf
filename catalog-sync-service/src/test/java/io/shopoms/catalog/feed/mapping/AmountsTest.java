package io.shopoms.catalog.feed.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shopoms.catalog.product.Weight;
import io.shopoms.catalog.product.WeightUnit;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12,50 €|COMMA|12.50",
                "€ 12,50|COMMA|12.50",
                "1.234,50 EUR|COMMA|1234.50",
                "1 234,5|COMMA|1234.5",
                "1.234|COMMA|1234",
                "12|COMMA|12",
                "1,234.50|POINT|1234.50",
                "$1,234.50|POINT|1234.50",
                "1'234.50 CHF|POINT|1234.50",
                "12.50||12.50",
                "12.5 €||12.5",
                "0.125||0.125",
                "1234.567||1234.567",
                "12||12",
            })
    void pricesAreReadAsTheirFormIsDeclared(String text, DecimalForm form, String expected) throws Exception {
        assertThat(Amounts.money(SourceValue.text(text), Optional.ofNullable(form), Optional.empty()))
                .isEqualByComparingTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12,50 €||more than one way",
                "1.234||more than one way",
                "1,234.50||more than one way",
                "12.50|COMMA|decimal comma",
                "1.23,50|COMMA|decimal comma",
                "1,23,456|POINT|decimal point",
                "on request||not a number",
                "12-15||not a number",
                "$12.50 USD||not a number",
                "12.50 apples||not an amount",
                "-1||negative",
                "1e5||not a number",
                "999999999999999999999999999999999||not a number",
            })
    void whatCanBeReadInTwoWaysOrInNoneIsRefusedWithItsValue(String text, DecimalForm form, String reason) {
        assertThatThrownBy(() -> Amounts.money(SourceValue.text(text), Optional.ofNullable(form), Optional.empty()))
                .isInstanceOf(UnusableRow.class)
                .hasMessageContaining("'" + text + "'")
                .hasMessageContaining(reason);
    }

    @Test
    void anotherCurrencyThanTheDeclaredOneIsRefused() throws Exception {
        // Given
        Optional<String> euro = Optional.of("EUR");

        // Then
        assertThat(Amounts.money(SourceValue.text("12.50 €"), Optional.empty(), euro))
                .isEqualByComparingTo("12.50");
        assertThat(Amounts.money(SourceValue.text("EUR 12.50"), Optional.empty(), euro))
                .isEqualByComparingTo("12.50");
        assertThat(Amounts.money(SourceValue.text("12.50"), Optional.empty(), euro))
                .isEqualByComparingTo("12.50");
        assertThatThrownBy(() -> Amounts.money(SourceValue.text("12.50 $"), Optional.empty(), euro))
                .hasMessage("'12.50 $' is not an amount in EUR");
    }

    @Test
    void aNumberOfTheFileItselfHasOneMeaningWhateverIsDeclared() throws Exception {
        assertThat(Amounts.money(new SourceValue("1.234", true), Optional.of(DecimalForm.COMMA), Optional.empty()))
                .isEqualByComparingTo("1.234");
    }

    @Test
    void weightsTakeTheUnitThatTheyNameOrTheDeclaredOne() throws Exception {
        // Given
        Optional<DecimalForm> comma = Optional.of(DecimalForm.COMMA);

        // Then
        assertThat(Amounts.weight(SourceValue.text("1,5 kg"), comma, Optional.empty()))
                .isEqualTo(new Weight(new BigDecimal("1500")));
        assertThat(Amounts.weight(SourceValue.text("250"), comma, Optional.of(WeightUnit.GRAMS)))
                .isEqualTo(new Weight(new BigDecimal("250")));
        assertThatThrownBy(() -> Amounts.weight(SourceValue.text("250"), comma, Optional.empty()))
                .hasMessageContaining("has no unit");
        assertThatThrownBy(() -> Amounts.weight(SourceValue.text("2 stone"), comma, Optional.empty()))
                .hasMessageContaining("none of the units");
    }

    @Property(tries = 300)
    void aPriceWrittenInADeclaredFormIsReadBack(
            @ForAll @BigRange(min = "0", max = "99999999") @Scale(2) BigDecimal price) throws Exception {
        // Given
        String point = String.format(Locale.US, "%,.2f", price);
        String comma = String.format(Locale.GERMANY, "%,.2f €", price);

        // Then
        assertThat(Amounts.money(SourceValue.text(point), Optional.of(DecimalForm.POINT), Optional.empty()))
                .isEqualByComparingTo(price);
        assertThat(Amounts.money(SourceValue.text(comma), Optional.of(DecimalForm.COMMA), Optional.of("EUR")))
                .isEqualByComparingTo(price);
    }
}
