package io.shopoms.sandbox.shopify.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InputCostTest {

    @Test
    void aSetCostsWhatItsVariantsImagesAndMetafieldsCost() {
        // Given Shopify's own example: 200 variants, 10 files, 20 metafields
        Map<String, Object> input = Map.of(
                "variants", Collections.nCopies(200, Map.of()),
                "files", Collections.nCopies(10, Map.of()),
                "metafields", Collections.nCopies(20, Map.of()));

        // When
        double cost = InputCost.of("productSet", Map.of("input", input));

        // Then
        assertThat(10 + cost).isCloseTo(77, within(0.01));
    }

    @Test
    void anUpdateOfVariantsCostsByTheVariantAndOtherMutationsNothing() {
        // Given
        Map<String, Object> variants =
                Map.of("variants", List.of(Map.of("metafields", List.of(Map.of(), Map.of())), Map.of("mediaId", "1")));

        // Then
        assertThat(InputCost.of("productVariantsBulkUpdate", variants)).isCloseTo(1.8, within(0.01));
        assertThat(InputCost.of("productUpdate", variants)).isZero();
    }
}
