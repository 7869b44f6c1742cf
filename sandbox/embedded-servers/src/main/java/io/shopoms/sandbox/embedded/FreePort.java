package io.shopoms.sandbox.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Ports on the loopback interface. */
final class FreePort {

    /** What the caller passes to get any free port. */
    static final int ANY = 0;

    private FreePort() {}

    /** A port that nobody listens on at this moment, or the wanted one if it is not {@link #ANY}. */
    static int orWanted(int wanted) {
        if (wanted != ANY) {
            return wanted;
        }
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free port on the loopback interface", e);
        }
    }
}
