package io.shopoms.inventory.simulation;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Hands messages to whichever process is there, again and again until one has acknowledged: late, twice, in any order. */
final class Broker {

    private static final Duration REDELIVERY = Duration.ofSeconds(1);

    private final StockSimulation simulation;
    private final Chance chance;
    private final Map<Replica, Set<Copy>> unacknowledged = new LinkedHashMap<>();
    private int open;

    /** A message: what a process does with it, and what is noted once that is committed. */
    record Message(String name, Function<Replica, Uni<Void>> taken, Runnable noted) {}

    /** One copy of a message. */
    private static final class Copy {
        private final Message message;

        Copy(Message message) {
            this.message = message;
        }
    }

    Broker(StockSimulation simulation, Chance chance) {
        this.simulation = simulation;
        this.chance = chance;
    }

    /** Sends it once or more, each copy up to so many seconds late. */
    void send(Message message, int latest) {
        int copies = chance.happens(0.3) ? 2 : 1;
        for (int i = 0; i < copies; i++) {
            open++;
            Copy copy = new Copy(message);
            simulation.time().after(chance.seconds(0.02, chance.happens(0.5) ? latest : 2), () -> deliver(copy));
        }
    }

    /** How many messages are not acknowledged. */
    int open() {
        return open;
    }

    private void deliver(Copy copy) {
        Optional<Replica> to = simulation.anyReplica();
        if (to.isEmpty()) {
            again(copy);
            return;
        }
        Replica replica = to.get();
        unacknowledged.computeIfAbsent(replica, each -> new LinkedHashSet<>()).add(copy);
        copy.message
                .taken()
                .apply(replica)
                .subscribe()
                .with(
                        taken -> {
                            unacknowledged.get(replica).remove(copy);
                            open--;
                            copy.message.noted().run();
                        },
                        failure -> {
                            simulation.journal().unexpected(copy.message.name(), failure);
                            unacknowledged.get(replica).remove(copy);
                            again(copy);
                        });
    }

    /** What a process had not acknowledged when it was killed comes again. */
    void lost(Replica replica) {
        Set<Copy> copies = unacknowledged.remove(replica);
        if (copies != null) {
            copies.forEach(this::again);
        }
    }

    private void again(Copy copy) {
        simulation.time().after(REDELIVERY, () -> deliver(copy));
    }
}
