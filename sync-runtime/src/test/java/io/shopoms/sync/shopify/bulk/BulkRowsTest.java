package io.shopoms.sync.shopify.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shopoms.model.ShopifyId;
import io.shopoms.sync.failure.SyncFailureException;
import java.util.List;
import org.junit.jupiter.api.Test;

class BulkRowsTest {

    private final BulkRows rows = new BulkRows(2);

    @Test
    void partsAreGatheredUnderTheirRecord() {
        // When
        product(1);
        child("ProductVariant", 11, 1);
        child("MediaImage", 12, 1);
        child("Metafield", 13, 1);
        child("ProductVariant", 14, 1);
        rows.end();

        // Then
        assertThat(rows.records()).hasSize(1);
        BulkRows.Record product = rows.records().get(0);
        assertThat(product.id()).isEqualTo(new ShopifyId(1));
        assertThat(product.parts())
                .extracting(part -> part.path("id").asText())
                .containsExactly(
                        "gid://shopify/ProductVariant/11",
                        "gid://shopify/MediaImage/12",
                        "gid://shopify/Metafield/13",
                        "gid://shopify/ProductVariant/14");
        assertThat(product.parts()).noneMatch(part -> part.has("__parentId"));
        assertThat(rows.rows()).isEqualTo(5);
    }

    @Test
    void aRecordTooManyIsLeftForTheNextPart() {
        // When
        product(1);
        product(2);
        child("ProductVariant", 21, 2);
        boolean taken = product(3);
        rows.end();

        // Then
        assertThat(taken).isFalse();
        assertThat(rows.records()).hasSize(2);
        assertThat(rows.rows()).isEqualTo(3);
    }

    @Test
    void recordsOfVeryManyRowsEndAPartEarly() {
        // Given
        BulkRows many = new BulkRows(250);
        many.take("{\"id\":\"gid://shopify/Product/1\"}");
        for (int i = 0; i < 20_000; i++) {
            many.take("{\"id\":\"gid://shopify/ProductVariant/" + i + "\",\"__parentId\":\"gid://shopify/Product/1\"}");
        }

        // When
        boolean taken = many.take("{\"id\":\"gid://shopify/Product/2\"}");

        // Then
        assertThat(taken).isFalse();
        many.end();
        assertThat(many.rows()).isEqualTo(20_001);
    }

    @Test
    void aPartElsewhereMakesItsRecordOneToReadAgain() {
        // When
        product(1);
        product(2);
        child("ProductVariant", 11, 1);
        rows.end();

        // Then
        assertThat(rows.scattered()).containsExactly(new ShopifyId(1));
        assertThat(rows.records()).as("half a product is not handed on").hasSize(1);
        assertThat(rows.rows()).isEqualTo(3);
    }

    @Test
    void aPartBeforeAnyRecordIsCounted() {
        // When
        child("InventoryLevel", 11, 1);
        rows.end();

        // Then
        assertThat(rows.scattered()).containsExactly(new ShopifyId(1));
        assertThat(rows.rows()).isEqualTo(1);
    }

    @Test
    void aRowThatIsNoRecordEndsTheRead() {
        for (String row : List.of("{\"id\":\"gid://sh", "[]", "{}")) {
            assertThatThrownBy(() -> rows.take(row))
                    .isInstanceOf(SyncFailureException.class)
                    .hasMessageContaining("a row that is no record");
        }
    }

    private boolean product(long id) {
        return rows.take("{\"id\":\"gid://shopify/Product/" + id + "\"}");
    }

    private void child(String type, long id, long parent) {
        rows.take("{\"id\":\"gid://shopify/" + type + "/" + id + "\",\"__parentId\":\"gid://shopify/Product/" + parent
                + "\"}");
    }
}
