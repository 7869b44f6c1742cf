package io.shopoms.catalog.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shopoms.model.ShopifyId;
import io.shopoms.sync.failure.SyncFailureException;
import java.util.List;
import org.junit.jupiter.api.Test;

class BulkRowsTest {

    private final BulkRows rows = new BulkRows(2);

    @Test
    void childrenAreGatheredUnderTheirProduct() {
        // When
        product(1);
        child("ProductVariant", 11, 1);
        child("MediaImage", 12, 1);
        child("Metafield", 13, 1);
        child("ProductVariant", 14, 1);
        rows.end();

        // Then
        assertThat(rows.products())
                .containsExactly("{\"id\":\"gid://shopify/Product/1\",\"variants\":{\"nodes\":["
                        + "{\"id\":\"gid://shopify/ProductVariant/11\"},{\"id\":\"gid://shopify/ProductVariant/14\"}],"
                        + "\"pageInfo\":{\"hasNextPage\":false}},\"media\":{\"nodes\":[{\"id\":\"gid://shopify/MediaImage/12\"}],"
                        + "\"pageInfo\":{\"hasNextPage\":false}},\"metafields\":{\"nodes\":[{\"id\":\"gid://shopify/Metafield/13\"}],"
                        + "\"pageInfo\":{\"hasNextPage\":false}}}");
        assertThat(rows.rows()).isEqualTo(5);
    }

    @Test
    void aProductTooManyIsLeftForTheNextPart() {
        // When
        product(1);
        product(2);
        child("ProductVariant", 21, 2);
        boolean taken = product(3);
        rows.end();

        // Then
        assertThat(taken).isFalse();
        assertThat(rows.products()).hasSize(2);
        assertThat(rows.rows()).isEqualTo(3);
    }

    @Test
    void productsOfVeryManyRowsEndAPartEarly() {
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
    void aChildElsewhereMakesItsProductOneToReadAgain() {
        // When
        product(1);
        product(2);
        child("ProductVariant", 11, 1);
        rows.end();

        // Then
        assertThat(rows.scattered()).containsExactly(new ShopifyId(1));
        assertThat(rows.products()).as("half a product is not handed on").hasSize(1);
        assertThat(rows.rows()).isEqualTo(3);
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
