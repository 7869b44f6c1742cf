package io.shopoms.catalog.feed.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "169.254.169.254",
                "127.0.0.1",
                "localhost",
                "10.1.2.3",
                "172.31.0.1",
                "192.168.1.1",
                "100.100.100.200",
                "0.0.0.0",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "fe80::1",
                "fd00:ec2::254",
                "::ffff:169.254.169.254",
                "64:ff9b::a9fe:a9fe",
                "2002:7f00:1::",
                "2130706433",
                "0x7f000001",
            })
    void addressesThatAreNotPublicAreRefusedByName(String host) {
        assertThatThrownBy(() -> new AddressGuard(List.of()).check(host))
                .hasMessageContaining("The feed cannot be fetched")
                .hasMessageContaining(host);
    }

    @Test
    void publicAddressesAreTakenAsTheyAre() {
        assertThat(new AddressGuard(List.of()).check("93.184.216.34").getHostAddress())
                .isEqualTo("93.184.216.34");
        assertThat(new AddressGuard(List.of()).check("2606:2800:220:1::1").getHostAddress())
                .startsWith("2606:2800");
    }

    @Test
    void whatAnAdministratorAllowsIsReachedAndNothingElse() {
        // Given
        AddressGuard guard = new AddressGuard(List.of("localhost", "10.20.0.0/16"));

        // Then
        assertThat(guard.check("localhost").isLoopbackAddress()).isTrue();
        assertThat(guard.check("10.20.3.4").getHostAddress()).isEqualTo("10.20.3.4");
        assertThatThrownBy(() -> guard.check("10.21.3.4")).hasMessageContaining("not on the public internet");
        assertThatThrownBy(() -> guard.check("127.0.0.1")).hasMessageContaining("not on the public internet");
    }
}
