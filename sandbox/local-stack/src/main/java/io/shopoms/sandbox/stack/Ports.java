package io.shopoms.sandbox.stack;

import io.shopoms.sandbox.embedded.FreePort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/**
 * The loopback ports of the stack. A service's management port (health, metrics) is its own port + 1000.
 *
 * @param gateway the webhook gateway
 * @param order the order sync service
 * @param catalog the catalog sync service
 * @param inventory the inventory sync service
 * @param fulfillment the fulfillment sync service
 * @param shopify the simulated Shopify
 * @param odoo the simulated Odoo
 * @param database PostgreSQL
 * @param broker AMQP
 */
public record Ports(
        int gateway,
        int order,
        int catalog,
        int inventory,
        int fulfillment,
        int shopify,
        int odoo,
        int database,
        int broker) {

    /** The ports that the documentation names. */
    public static final Ports FIXED = new Ports(8080, 8081, 8082, 8083, 8084, 8090, 8091, 25432, 25672);

    static final int MANAGEMENT_OFFSET = 1000;

    /**
     * Ports that nobody uses now. They are all held open while they are chosen, so that they differ; between this call and
     * the start of a part another program could still take one, which then shows as a taken port.
     */
    public static Ports free() {
        List<ServerSocket> held = new ArrayList<>();
        try {
            return new Ports(
                    freeWithManagement(held),
                    freeWithManagement(held),
                    freeWithManagement(held),
                    freeWithManagement(held),
                    freeWithManagement(held),
                    hold(held, 0),
                    hold(held, 0),
                    hold(held, 0),
                    hold(held, 0));
        } finally {
            held.forEach(Ports::release);
        }
    }

    static boolean isFree(int port) {
        try (ServerSocket socket = bind(port)) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private static int freeWithManagement(List<ServerSocket> held) {
        for (int attempt = 0; attempt < 100; attempt++) {
            int port = hold(held, 0);
            if (FreePort.claim(port + MANAGEMENT_OFFSET) && isFree(port + MANAGEMENT_OFFSET)) {
                hold(held, port + MANAGEMENT_OFFSET);
                return port;
            }
        }
        throw new StackProblem("no pair of free ports was found; is something listening on most of them?");
    }

    /** @param port 0 for a free one */
    private static int hold(List<ServerSocket> held, int port) {
        try {
            ServerSocket socket = bind(port == 0 ? FreePort.any() : port);
            held.add(socket);
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new StackProblem("no free port was found: " + e.getMessage(), e);
        }
    }

    private static ServerSocket bind(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.setReuseAddress(true);
        try {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private static void release(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new StackProblem("port " + socket.getLocalPort() + " could not be released: " + e.getMessage(), e);
        }
    }
}
