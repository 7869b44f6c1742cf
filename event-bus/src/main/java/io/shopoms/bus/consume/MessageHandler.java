package io.shopoms.bus.consume;

import io.smallrye.mutiny.Uni;
import java.util.List;

/**
 * What a service does with the messages of a queue.
 *
 * @param <T> what it keeps of a message until that is dealt with
 */
public interface MessageHandler<T> {

    /** Called once for each message, by the connection's reading thread: must neither block nor throw. */
    T read(Delivery delivery);

    /** How much memory {@code item} holds, in bytes; its bodies count, the rest need not. */
    long bytes(T item);

    /**
     * Deals with some messages, in the order of the queue; the next batch comes when this one has ended.
     *
     * @return completes when the broker may forget them all. While something is only away for a time, wait and try again in
     *     here. A failure gives the messages back to the queue, from where they come at once, until their delivery limit
     *     sets them aside.
     */
    Uni<Void> handle(List<T> batch);
}
