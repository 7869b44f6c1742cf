package io.shopoms.sandbox.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void freePortsDifferAndAreFree() {
        Ports ports = Ports.free();

        List<Integer> all = List.of(
                ports.gateway(),
                ports.gateway() + 1000,
                ports.order(),
                ports.order() + 1000,
                ports.inventory(),
                ports.inventory() + 1000,
                ports.fulfillment(),
                ports.fulfillment() + 1000,
                ports.shopify(),
                ports.odoo(),
                ports.database(),
                ports.broker());
        assertThat(all).doesNotHaveDuplicates().allMatch(Ports::isFree);
    }

    @Test
    void portInUseIsNotFree() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(Ports.isFree(socket.getLocalPort())).isFalse();
        }
    }
}
