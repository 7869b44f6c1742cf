package io.shopoms.sandbox.shopify.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetafieldTypesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "single_line_text_field | Cotton",
                "number_integer | -12",
                "number_decimal | 12.5",
                "boolean | true",
                "date | 2026-11-21",
                "date_time | 2026-11-21T10:00:00",
                "date_time | 2026-11-21T10:00:00Z",
                "json | {\"a\":1}",
                "color | #00ff80",
                "url | https://example.com/a",
                "money | {\"amount\":\"5.99\",\"currency_code\":\"USD\"}",
                "weight | {\"value\":20,\"unit\":\"kg\"}",
                "product_reference | gid://shopify/Product/1",
                "list.color | [\"#000000\",\"#ffffff\"]",
                "list.number_integer | [1,2]"
            })
    void aValueOfItsTypeIsTaken(String type, String value) {
        assertThat(MetafieldTypes.exists(type)).isTrue();
        assertThat(MetafieldTypes.problem(type, value)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "number_integer | 1.5",
                "number_decimal | 12,50",
                "boolean | yes",
                "date | 21.11.2026",
                "json | {",
                "color | red",
                "url | example.com",
                "money | 5.99",
                "product_reference | gid://shopify/Order/1",
                "list.color | #000000"
            })
    void anotherValueIsRefused(String type, String value) {
        assertThat(MetafieldTypes.problem(type, value).orElseThrow().code()).isEqualTo("INVALID_VALUE");
    }

    @Test
    void whichEntryOfAListIsWrongIsSaid() {
        assertThat(MetafieldTypes.problem("list.date", "[\"2026-01-01\",\"soon\"]")
                        .orElseThrow()
                        .elementIndex())
                .isEqualTo(1);
    }

    @Test
    void typesThatThereAreNotAndListsThatCannotBeAreUnknown() {
        assertThat(MetafieldTypes.exists("string")).isFalse();
        assertThat(MetafieldTypes.exists("list.boolean")).isFalse();
        assertThat(MetafieldTypes.exists("list.single_line_text_field")).isTrue();
        assertThat(MetafieldTypes.problem("number_integer", " ").orElseThrow().code())
                .isEqualTo("BLANK");
    }
}
