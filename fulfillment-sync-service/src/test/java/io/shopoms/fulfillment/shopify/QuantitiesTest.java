package io.shopoms.fulfillment.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.shopoms.model.ShopifyId;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class QuantitiesTest {

    private static final ShopifyId A = new ShopifyId(1);
    private static final ShopifyId B = new ShopifyId(2);

    @Test
    void aLineWithoutUnitsIsNotThere() {
        // When
        Quantities none = new Quantities(Map.of(A, 0));

        // Then
        assertThat(none).isEqualTo(Quantities.NONE);
        assertThat(none.isEmpty()).isTrue();
    }

    @Test
    void aNegativeQuantityIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Quantities.of(A, -1))
                .withMessageContaining("negative");
    }

    @Test
    void linesAreAddedAndTakenAwayOneByOne() {
        // Given
        Quantities both = Quantities.of(A, 3).plus(Quantities.of(B, 1));

        // When
        Quantities left = both.minus(Quantities.of(A, 1).plus(Quantities.of(B, 5)));

        // Then
        assertThat(left).isEqualTo(Quantities.of(A, 2));
        assertThat(both.total()).isEqualTo(4);
    }

    @Property
    void whatIsTakenAwayAndTheOverlapMakeTheWhole(
            @ForAll @IntRange(max = 9) int a, @ForAll @IntRange(max = 9) int b, @ForAll @IntRange(max = 9) int c) {
        // Given
        Quantities mine = Quantities.of(A, a).plus(Quantities.of(B, b));
        Quantities other = Quantities.of(A, b).plus(Quantities.of(B, c));

        // Then
        assertThat(mine.minus(other).plus(mine.atMost(other))).isEqualTo(mine);
    }
}
