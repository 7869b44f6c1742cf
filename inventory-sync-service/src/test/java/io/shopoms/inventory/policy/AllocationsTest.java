package io.shopoms.inventory.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shopoms.inventory.stock.Allocation;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllocationsTest {

    @Test
    void theDocumentedFormsAreRead() {
        assertThat(Allocations.parse("x", "none")).isEqualTo(new Allocation.None());
        assertThat(Allocations.parse("x", " 5 ")).isEqualTo(new Allocation.Fixed(5));
        assertThat(Allocations.parse("x", "20 %")).isEqualTo(new Allocation.Share(BigDecimal.valueOf(20)));
        assertThat(Allocations.parse("x", "12.5%")).isEqualTo(new Allocation.Share(new BigDecimal("12.5")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "101%", "-5%", "half", "5 units", "%"})
    void anythingElseNamesTheSetting(String text) {
        assertThatThrownBy(() -> Allocations.parse("shopoms.inventory.allocation", text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("shopoms.inventory.allocation");
    }
}
