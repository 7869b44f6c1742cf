package io.shopoms.sandbox.odoo.tax;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.sandbox.fault.Json;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Amounts measured on Odoo 19.0: 126 orders under both rounding methods (contract, section 4.2). */
class TaxComputationTest {

    private static final BigDecimal CENT = new BigDecimal("0.01");

    static Stream<Arguments> measured() throws IOException {
        try (InputStream in = TaxComputationTest.class.getResourceAsStream("tax-cases.json")) {
            JsonNode cases = Json.MAPPER.readTree(in);
            return StreamSupport.stream(cases.spliterator(), false)
                    .map(order -> Arguments.of(
                            order.get("name").asText() + " "
                                    + order.get("rounding").asText(),
                            order));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("measured")
    void everyMeasuredOrderIsReproduced(String name, JsonNode measured) {
        // Given
        RoundingMethod method = RoundingMethod.parse(measured.get("rounding").asText());
        List<PricedLine> lines = new ArrayList<>();
        measured.get("lines").forEach(line -> lines.add(priced(line)));

        // When
        OrderAmounts amounts = new TaxComputation(method, 2).order(lines);

        // Then
        assertThat(amounts.untaxed()).isEqualByComparingTo(decimal(measured, "untaxed"));
        assertThat(amounts.tax()).isEqualByComparingTo(decimal(measured, "tax"));
        assertThat(amounts.total()).isEqualByComparingTo(decimal(measured, "total"));
        for (int i = 0; i < lines.size(); i++) {
            JsonNode line = measured.get("lines").get(i);
            assertThat(amounts.lines().get(i).subtotal()).isEqualByComparingTo(decimal(line, "subtotal"));
            assertThat(amounts.lines().get(i).tax()).isEqualByComparingTo(decimal(line, "tax"));
            assertThat(amounts.lines().get(i).total()).isEqualByComparingTo(decimal(line, "total"));
        }
    }

    /** The quirk of section 4.2: five lines of 1.04 at 7.25 %. */
    @Test
    void fiveSmallLinesDifferByTheRoundingMethod() {
        // Given
        PricedLine line = new PricedLine(
                new BigDecimal("1.04"),
                BigDecimal.ONE,
                BigDecimal.ZERO,
                List.of(new Tax(1, new BigDecimal("7.25"), false)));
        List<PricedLine> five = List.of(line, line, line, line, line);

        // When
        BigDecimal perLine =
                new TaxComputation(RoundingMethod.ROUND_PER_LINE, 2).order(five).total();
        BigDecimal globally =
                new TaxComputation(RoundingMethod.ROUND_GLOBALLY, 2).order(five).total();

        // Then
        assertThat(perLine).isEqualTo("5.60");
        assertThat(globally).isEqualTo("5.58");
    }

    @Test
    void currenciesWithoutAndWithThreeDecimalsAreRoundedToTheirOwn() {
        // Given
        PricedLine line = new PricedLine(
                new BigDecimal("33.335"), BigDecimal.ONE, BigDecimal.ZERO, List.of(new Tax(1, BigDecimal.TEN, false)));

        // When
        OrderAmounts yen = new TaxComputation(RoundingMethod.ROUND_PER_LINE, 0).order(List.of(line));
        OrderAmounts dinar = new TaxComputation(RoundingMethod.ROUND_PER_LINE, 3).order(List.of(line));

        // Then
        assertThat(yen.total()).isEqualTo("36");
        assertThat(dinar.total()).isEqualTo("36.669");
    }

    @Test
    void anEmptyOrderCostsNothing() {
        // When
        OrderAmounts amounts = new TaxComputation(RoundingMethod.ROUND_GLOBALLY, 2).order(List.of());

        // Then
        assertThat(amounts.total()).isLessThan(CENT);
        assertThat(amounts.lines()).isEmpty();
    }

    private static PricedLine priced(JsonNode line) {
        List<Tax> taxes = new ArrayList<>();
        line.get("taxes").forEach(tax -> {
            BigDecimal percent = tax.get(0).decimalValue();
            boolean included = tax.get(1).asBoolean();
            long id = percent.movePointRight(4).longValue() * 2 + (included ? 1 : 0);
            taxes.add(new Tax(id, percent.stripTrailingZeros(), included));
        });
        BigDecimal discount = decimal(line, "discount").setScale(2, java.math.RoundingMode.HALF_UP);
        return new PricedLine(decimal(line, "price"), decimal(line, "qty"), discount, taxes);
    }

    private static BigDecimal decimal(JsonNode node, String field) {
        return node.get(field).decimalValue();
    }
}
