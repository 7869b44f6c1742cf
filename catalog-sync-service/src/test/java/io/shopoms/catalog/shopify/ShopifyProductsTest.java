package io.shopoms.catalog.shopify;

import static io.shopoms.catalog.shopify.ShopifySide.STORE;
import static io.shopoms.catalog.shopify.ShopifySide.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.shopoms.catalog.product.Variant;
import io.shopoms.model.ShopifyId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ShopifyProductsTest {

    private final ShopifySide side = new ShopifySide();

    @AfterEach
    void close() {
        side.close();
    }

    @Test
    void manyProductsAreReadInFewCalls() {
        // Given
        List<ShopifyId> ids = new ArrayList<>();
        for (int i = 0; i < 45; i++) {
            ids.add(new ShopifyId(side.shopify().create("{\"handle\":\"p" + i + "\",\"title\":\"P" + i + "\"}")));
        }
        ids.add(new ShopifyId(999_999));

        // When
        Map<ShopifyId, ShopifyProduct> read = answer(side.products().read(STORE, ids));

        // Then
        assertThat(read).hasSize(45).doesNotContainKey(new ShopifyId(999_999));
        assertThat(read.get(ids.get(7)).content().title()).contains("P7");
        assertThat(side.shopify().calls()).containsOnly("products_by_id").hasSize(3);
    }

    @Test
    void allVariantsOfAProductAreRead() {
        // Given
        long screws = side.shopify().create(screws(730));

        // When
        ShopifyProduct read = answer(side.products().read(STORE, List.of(new ShopifyId(screws))))
                .get(new ShopifyId(screws));

        // Then
        assertThat(read.complete()).isTrue();
        assertThat(read.content().variants()).hasSize(730);
        assertThat(read.content().variants()).extracting(Variant::sku).doesNotHaveDuplicates();
        assertThat(side.shopify().calls()).as("50, then 250 at a time").hasSize(4);
    }

    @Test
    void pagesGoOnToTheEnd() {
        // Given
        for (int i = 0; i < 25; i++) {
            side.shopify().create("{\"handle\":\"p" + i + "\"}");
        }

        // When
        List<String> seen = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            ShopifyProducts.Page page =
                    answer(side.products().page(STORE, Instant.EPOCH, Optional.empty(), cursor, 10));
            seen.addAll(page.products());
            cursor = page.next();
        } while (cursor.isPresent());

        // Then
        assertThat(seen).hasSize(25).doesNotHaveDuplicates();
        assertThat(side.shopify().calls("products_updated_since")).isEqualTo(3);
    }

    static String screws(int count) {
        String values = IntStream.range(0, count)
                .mapToObj(i -> "{\"name\":\"M" + i + "\"}")
                .collect(Collectors.joining(","));
        String variants = IntStream.range(0, count)
                .mapToObj(i -> "{\"optionValues\":[{\"optionName\":\"Size\",\"name\":\"M" + i + "\"}],\"sku\":\"SCR-"
                        + i + "\",\"price\":\"0.10\"}")
                .collect(Collectors.joining(","));
        return "{\"handle\":\"screws\",\"title\":\"Screws\",\"productOptions\":[{\"name\":\"Size\",\"values\":["
                + values + "]}],\"variants\":[" + variants + "]}";
    }
}
