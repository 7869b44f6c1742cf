package io.shopoms.bus.connection;

import com.rabbitmq.client.Connection;
import java.io.IOException;
import java.net.Socket;
import org.jboss.logging.Logger;

/**
 * A connection to the broker.
 *
 * @param connection for channels
 * @param socket below it
 */
public record OpenConnection(Connection connection, Socket socket) {

    private static final Logger LOG = Logger.getLogger(OpenConnection.class);

    /**
     * For whoever writes much: while true, what is written may wait in memory for what follows; false sends it.
     *
     * @throws IOException if the connection was lost
     */
    public void holdBack(boolean more) throws IOException {
        if (socket instanceof BufferedSocket buffered) {
            buffered.holdBack(more);
        }
    }

    /**
     * Ends the connection now, without a word to the other side: closing it properly would wait behind whatever is stuck
     * in its output.
     */
    public void cut() {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("the socket was closed already", e);
        }
    }
}
