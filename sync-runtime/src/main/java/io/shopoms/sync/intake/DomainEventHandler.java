package io.shopoms.sync.intake;

import io.smallrye.mutiny.Uni;
import java.util.List;

/**
 * Takes in one kind of event that another service tells. A bean of this type and the setting
 * {@code shopoms.sync.events.queue} are all that a service needs.
 *
 * @param <E> the event, as JSON in the message's body
 */
public interface DomainEventHandler<E> {

    /** Under which the event is published, such as {@code order.linked}. */
    String routingKey();

    Class<E> type();

    /** Whether everything that the handler relies on is there; JSON of another shape can leave fields out. */
    boolean isComplete(E event);

    /**
     * Takes events in, given in the order in which they came. Completes when all of it is committed; safe to repeat, and
     * safe for an event that is older than one taken in before. A failure of the database's connection is retried until it
     * passes; if the database refuses data, each event is tried alone, and the culprit kept as rejected.
     */
    Uni<Void> accept(List<E> events);
}
