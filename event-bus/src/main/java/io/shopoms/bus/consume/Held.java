package io.shopoms.bus.consume;

import com.rabbitmq.client.AlreadyClosedException;
import com.rabbitmq.client.Channel;
import java.io.IOException;
import org.jboss.logging.Logger;

/**
 * A message that this process has and the broker still keeps. Settling it has no effect if its connection was lost: then it
 * comes again.
 */
record Held<T>(T item, long bytes, Channel channel, long tag) {

    private static final Logger LOG = Logger.getLogger(Held.class);

    boolean isCurrent() {
        return channel.isOpen();
    }

    /** The broker may forget this message and all before it on its channel. */
    void ackUpToHere() {
        settle(() -> channel.basicAck(tag, true));
    }

    void giveBack() {
        settle(() -> channel.basicNack(tag, false, true));
    }

    private static void settle(Settlement settlement) {
        try {
            settlement.send();
        } catch (IOException | AlreadyClosedException e) {
            LOG.debug("the connection was lost; the message comes again", e);
        }
    }

    @FunctionalInterface
    private interface Settlement {
        void send() throws IOException;
    }
}
