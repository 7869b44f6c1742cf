package io.shopoms.gateway.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TraceContextTest {

    @Test
    void everyTraceIsNewAndWellFormed() {
        // When
        Set<String> traces =
                new HashSet<>(Stream.generate(TraceContext::start).limit(1_000).toList());

        // Then
        assertThat(traces).hasSize(1_000).allMatch(trace -> trace.matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01"));
    }
}
