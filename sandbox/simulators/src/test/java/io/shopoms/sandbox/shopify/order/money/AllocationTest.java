package io.shopoms.sandbox.shopify.order.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class AllocationTest {

    @Test
    void theCentsLeftOverGoToThePartsThatLostMost() {
        // When
        List<BigDecimal> parts =
                Allocation.largestRemainder(new BigDecimal("10.00"), amounts("10.00", "10.00", "10.00"), 2);

        // Then
        assertThat(parts).containsExactlyElementsOf(amounts("3.34", "3.33", "3.33"));
    }

    @Test
    void yenAreNotSplit() {
        assertThat(Allocation.largestRemainder(new BigDecimal("100"), amounts("1", "1", "298"), 0))
                .containsExactlyElementsOf(amounts("1", "0", "99"));
    }

    @Test
    void nothingIsSpreadOverLinesThatCostNothing() {
        assertThat(Allocation.largestRemainder(new BigDecimal("0.00"), amounts("0.00", "0.00"), 2))
                .containsExactlyElementsOf(amounts("0.00", "0.00"));
    }

    @Property
    void thePartsAddUpExactlyAndNoneIsAboveItsWeight(
            @ForAll @Size(min = 1, max = 30) List<@IntRange(max = 1_000_000) Integer> cents,
            @ForAll @IntRange(max = 100) int percent) {
        // Given
        List<BigDecimal> weights =
                cents.stream().map(each -> BigDecimal.valueOf(each, 2)).toList();
        BigDecimal sum = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal total =
                sum.multiply(BigDecimal.valueOf(percent)).movePointLeft(2).setScale(2, RoundingMode.DOWN);

        // When
        List<BigDecimal> parts = Allocation.largestRemainder(total, weights, 2);

        // Then
        assertThat(parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo(total);
        for (int i = 0; i < parts.size(); i++) {
            assertThat(parts.get(i)).isNotNegative().isLessThanOrEqualTo(weights.get(i));
        }
    }

    private static List<BigDecimal> amounts(String... amounts) {
        return List.of(amounts).stream().map(BigDecimal::new).toList();
    }
}
