package io.shopoms.sync.intake;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.quarkus.arc.All;
import io.shopoms.sync.cache.RawFormat;
import io.shopoms.sync.cache.RejectedMessages;
import io.shopoms.sync.cache.Rejection;
import io.shopoms.sync.database.Database;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads events and hands each to its handler; one that cannot be understood is kept as rejected. */
@Singleton
class DomainEvents {

    private final Map<String, Reader<?>> readers = new HashMap<>();
    private final RejectedMessages rejected;
    private final Database database;
    private final Clock clock;

    DomainEvents(
            @All List<DomainEventHandler<?>> handlers,
            RejectedMessages rejected,
            Database database,
            ObjectMapper json,
            Clock clock) {
        handlers.forEach(handler -> readers.put(handler.routingKey(), new Reader<>(handler, json)));
        this.rejected = rejected;
        this.database = database;
        this.clock = clock;
    }

    /** Completes when the events, or their rejections, are committed. */
    Uni<Void> accept(List<DomainEvent> batch) {
        List<Uni<Void>> work = new ArrayList<>();
        Map<String, List<DomainEvent>> byKey = new LinkedHashMap<>();
        batch.forEach(event -> byKey.computeIfAbsent(event.routingKey(), key -> new ArrayList<>())
                .add(event));
        byKey.forEach((key, events) -> {
            Reader<?> reader = readers.get(key);
            if (reader == null) {
                events.forEach(event -> work.add(reject(event, "no handler is there for " + key)));
            } else {
                work.add(reader.accept(events, this));
            }
        });
        return inTurn(work);
    }

    private static Uni<Void> inTurn(List<Uni<Void>> work) {
        return Multi.createFrom()
                .iterable(work)
                .onItem()
                .transformToUniAndConcatenate(one -> one)
                .onItem()
                .ignoreAsUni();
    }

    /** Keeps what cannot be taken in, so that it can be looked at. */
    Uni<Void> reject(DomainEvent event, String reason) {
        Rejection.Source source = new Rejection.Source(
                Optional.empty(),
                Optional.of(event.routingKey()),
                Optional.empty(),
                RawFormat.WEBHOOK,
                Map.of(),
                event.body(),
                clock.instant());
        return database.transaction(tx -> rejected.add(tx, List.of(new Rejection(Optional.empty(), source, reason))));
    }

    /** An event as it came from the broker. */
    record DomainEvent(String routingKey, byte[] body) {}

    private static final class Reader<E> {

        private final DomainEventHandler<E> handler;
        private final ObjectReader json;

        Reader(DomainEventHandler<E> handler, ObjectMapper mapper) {
            this.handler = handler;
            // A part of a unit is a mistake and not a unit less.
            this.json = mapper.readerFor(handler.type()).without(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        }

        Uni<Void> accept(List<DomainEvent> batch, DomainEvents events) {
            List<E> understood = new ArrayList<>();
            List<Uni<Void>> work = new ArrayList<>();
            for (DomainEvent event : batch) {
                try {
                    understood.add(read(event));
                } catch (IOException | IllegalArgumentException e) {
                    // The reason must not quote the text.
                    work.add(events.reject(
                            event,
                            "not of the form of " + handler.routingKey() + ": "
                                    + e.getClass().getSimpleName()));
                }
            }
            if (!understood.isEmpty()) {
                work.add(handler.accept(understood));
            }
            return inTurn(work);
        }

        private E read(DomainEvent event) throws IOException {
            E read = json.readValue(event.body());
            if (read == null || !handler.isComplete(read)) {
                throw new IllegalArgumentException("a field of " + handler.routingKey() + " is missing");
            }
            return read;
        }
    }
}
