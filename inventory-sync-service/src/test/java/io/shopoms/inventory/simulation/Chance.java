package io.shopoms.inventory.simulation;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** All that a run leaves to chance, by its seed. */
final class Chance {

    private final Random random;

    Chance(long seed) {
        // Neighbouring seeds of Random begin alike.
        this.random = new Random(seed * 0x9E3779B97F4A7C15L);
    }

    /** A chance of its own, so that more draws here do not change those there. */
    Chance branch() {
        return new Chance(random.nextLong());
    }

    Random random() {
        return random;
    }

    boolean happens(double probability) {
        return random.nextDouble() < probability;
    }

    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    Duration millis(int least, int most) {
        return Duration.ofMillis(between(least, most));
    }

    Duration seconds(double least, double most) {
        return Duration.ofMillis((long) (1000 * (least + random.nextDouble() * (most - least))));
    }

    <T> T of(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    UUID uuid() {
        return new UUID(random.nextLong(), random.nextLong());
    }
}
