package io.shopoms.catalog.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetafieldTypesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "single_line_text_field|Cotton",
                "multi_line_text_field|`a\nb`",
                "number_integer|-12",
                "number_decimal|12.50",
                "boolean|true",
                "date|2026-11-20",
                "date_time|2026-11-20T12:00:00Z",
                "date_time|2026-11-20T12:00:00",
                "url|https://example.com/a?b=c",
                "color|#ff00AA",
                "json|{\"a\":[1]}",
                "weight|{\"value\":2.5,\"unit\":\"kg\"}",
                "volume|{\"value\":\"20.0\",\"unit\":\"ml\"}",
                "dimension|{\"value\":25,\"unit\":\"cm\"}",
                "rating|{\"value\":\"3.5\",\"scale_min\":\"1.0\",\"scale_max\":\"5.0\"}",
                "money|{\"amount\":\"5.99\",\"currency_code\":\"EUR\"}",
                "product_reference|gid://shopify/Product/1",
                "rich_text_field|{\"type\":\"root\",\"children\":[]}",
                "list.single_line_text_field|[\"a\",\"b\"]",
                "list.weight|[{\"value\":2.5,\"unit\":\"kg\"}]",
                "list.number_integer|[1,2]",
            })
    void valuesOfTheirTypePass(String type, String value) {
        assertThat(MetafieldTypes.expectedInstead(type, value)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "single_line_text_field|`a\nb`",
                "single_line_text_field|` `",
                "number_integer|12.5",
                "number_integer|99999999999999999",
                "number_decimal|12,50",
                "number_decimal|1e5",
                "boolean|yes",
                "date|20.11.2026",
                "date_time|yesterday",
                "url|javascript:alert(1)",
                "url|www.example.com",
                "color|red",
                "json|{\"a\":",
                "json|{} {}",
                "weight|2.5 kg",
                "weight|{\"value\":2.5,\"unit\":\"stone\"}",
                "rating|4",
                "money|5.99",
                "product_reference|123",
                "rich_text_field|<p>text</p>",
                "list.number_integer|1,2",
                "list.number_integer|[1,\"two\"]",
            })
    void valuesOfAnotherFormAreToldWhatWouldBeRight(String type, String value) {
        assertThat(MetafieldTypes.expectedInstead(type, value)).isPresent();
    }

    @Test
    void unknownTypesAndListsThatShopifyDoesNotKnowAreRefused() {
        // Then
        assertThat(MetafieldTypes.isKnown("text")).isFalse();
        assertThat(MetafieldTypes.isKnown("list.boolean")).isFalse();
        assertThat(MetafieldTypes.isKnown("list.list.date")).isFalse();
        assertThat(MetafieldTypes.names()).contains("date", "list.date").doesNotContain("list.json");
        assertThatThrownBy(() -> MetafieldTypes.expectedInstead("text", "a"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'text'");
    }

    @Test
    void deeplyNestedJsonIsRefusedWithoutExhaustingTheStack() {
        // Given
        String deep = "[".repeat(100_000) + "]".repeat(100_000);

        // Then
        assertThat(MetafieldTypes.expectedInstead("json", deep)).isPresent();
    }
}
