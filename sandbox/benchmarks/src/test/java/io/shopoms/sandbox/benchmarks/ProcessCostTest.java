package io.shopoms.sandbox.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class ProcessCostTest {

    @Test
    void timeOfChildrenCountsForTheProcessThatStartedThem() throws IOException, InterruptedException {
        // Given
        Process idleParent = new ProcessBuilder("sh", "-c", "sh -c 'while :; do :; done' & wait").start();
        try {

            // When
            boolean counted =
                    Figures.await(() -> ProcessCost.cpuMicros(idleParent.pid()) > 200_000, Duration.ofSeconds(30));

            // Then
            assertThat(counted).isTrue();
        } finally {
            idleParent.descendants().forEach(ProcessHandle::destroyForcibly);
            idleParent.destroyForcibly();
        }
    }
}
