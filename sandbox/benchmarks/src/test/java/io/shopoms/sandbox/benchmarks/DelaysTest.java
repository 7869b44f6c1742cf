package io.shopoms.sandbox.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DelaysTest {

    @Test
    void ofAHundredFiveMayTakeLonger() {
        // Given
        List<Double> descending =
                IntStream.range(0, 100).mapToObj(i -> 100.0 - i).toList();

        // When
        Delays delays = new Delays(descending);

        // Then
        assertThat(delays).hasToString("p50 50.00, p95 95.00, longest 100.00, n=100");
    }

    @Test
    void theOnlyOneIsEachOfThem() {
        assertThat(new Delays(List.of(0.5))).hasToString("p50 0.50, p95 0.50, longest 0.50, n=1");
    }

    @Test
    void nothingMeasuredHasNoDelays() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Delays(List.of()));
    }
}
