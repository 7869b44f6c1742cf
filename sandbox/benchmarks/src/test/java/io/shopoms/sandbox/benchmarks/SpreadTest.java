package io.shopoms.sandbox.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {

    @Test
    void medianStandsBesideTheExtremes() {
        assertThat(new Spread(List.of(3.0, 1.0, 2.0))).hasToString("2.0 (1.0-3.0, n=3)");
        assertThat(new Spread(List.of(4.0, 1.0)).median()).isEqualTo(2.5);
    }

    @Test
    void nothingMeasuredHasNoSpread() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Spread(List.of()));
    }
}
