package io.shopoms.inventory.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Two stores and one stock through all troubles, by seed: {@code -Dshopoms.simulation.seeds=1-200} runs others than the few of
 * each build. The story of a seed that fails is in {@code target/simulation}.
 */
class StockSimulationComponentTest {

    private static final Path STORIES = Path.of("target", "simulation");

    private static StockTables tables;

    @BeforeAll
    static void start() {
        tables = new StockTables();
    }

    @AfterAll
    static void stop() {
        tables.close();
    }

    @Test
    void noStoreSellsMoreThanWhatIsThereAndInFlightAndInTheEndAllAgree() throws IOException {
        // Given
        String[] seeds = System.getProperty("shopoms.simulation.seeds", "1-3").split("-");
        List<String> failed = new ArrayList<>();
        long worst = 0;

        // When
        for (long seed : LongStream.rangeClosed(Long.parseLong(seeds[0]), Long.parseLong(seeds[seeds.length - 1]))
                .toArray()) {
            StockSimulation run = new StockSimulation(seed, tables);
            run.run();
            List<String> wrong = Verification.of(run);
            worst = Math.max(worst, new InFlight(run.journal(), run.scenario().policy()).worst());
            if (!wrong.isEmpty()) {
                failed.add("seed " + seed + ", " + run.scenario() + ":\n  " + String.join("\n  ", wrong));
                Files.createDirectories(STORIES);
                Files.write(
                        STORIES.resolve("seed-" + seed + ".txt"), run.journal().lines());
            }
        }

        // Then
        assertThat(failed).as("stories are in " + STORIES.toAbsolutePath()).isEmpty();
        assertThat(worst)
                .as("units offered beyond what was there, all of them in flight: without any, nothing was shown")
                .isPositive();
    }
}
