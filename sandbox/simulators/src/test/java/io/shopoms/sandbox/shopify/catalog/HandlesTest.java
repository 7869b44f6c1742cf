package io.shopoms.sandbox.shopify.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HandlesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Black Sunglasses | black-sunglasses",
                "  Crème brûlée (2 pcs)! | creme-brulee-2-pcs",
                "Größe | grosse",
                "Men's T-Shirt | mens-t-shirt",
                "東京 シャツ | 東京-シャツ",
                "!!! | product"
            })
    void aTitleBecomesAHandle(String title, String handle) {
        assertThat(Handles.of(title)).isEqualTo(handle);
    }

    @Test
    void aHandleThatIsTakenGetsANumber() {
        assertThat(Handles.free("mug", Set.of("mug", "mug-1")::contains)).isEqualTo("mug-2");
        assertThat(Handles.free("cup", Set.of("mug")::contains)).isEqualTo("cup");
    }
}
