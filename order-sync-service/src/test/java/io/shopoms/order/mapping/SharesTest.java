package io.shopoms.order.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SharesTest {

    @Property(edgeCases = EdgeCasesMode.FIRST)
    void sharesSumUpAndNoneGrowsByMoreThanACent(
            @ForAll @Size(min = 1, max = 9) List<@IntRange(max = 100_000) Integer> cents,
            @ForAll @IntRange(max = 100) int percent) {
        // Given
        List<BigDecimal> parts =
                cents.stream().map(amount -> BigDecimal.valueOf(amount, 2)).toList();
        BigDecimal sum =
                BigDecimal.valueOf(cents.stream().mapToLong(Integer::longValue).sum() * percent / 100, 2);

        // When
        List<BigDecimal> shares = Shares.shrink(parts, sum, 2);

        // Then
        assertThat(OrderLines.sum(shares)).isEqualByComparingTo(sum);
        for (int i = 0; i < shares.size(); i++) {
            assertThat(shares.get(i).subtract(parts.get(i))).isLessThanOrEqualTo(new BigDecimal("0.01"));
            assertThat(shares.get(i)).isNotNegative();
        }
    }

    @Test
    void aSumThatMakesNoSenseLeavesThePartsAsTheyAre() {
        // Given
        List<BigDecimal> nothing = List.of(BigDecimal.ZERO);

        // When / Then
        assertThat(Shares.shrink(nothing, new BigDecimal("-5.00"), 2)).isEqualTo(nothing);
        assertThat(Shares.shrink(nothing, new BigDecimal("5.00"), 2)).isEqualTo(nothing);
    }
}
