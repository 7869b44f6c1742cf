package io.shopoms.catalog.odoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shopoms.sync.failure.SyncFailureException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://cdn.example.com/a.png",
                "file:///etc/passwd",
                "ftp://example.com/a.png",
                "https://user:secret@example.com/a.png",
                "https:///a.png",
                "not an address"
            })
    void onlyHttpsAddressesAreCalled(String address) {
        assertThatThrownBy(() -> PictureAddress.of(address, false)).isInstanceOf(SyncFailureException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/a.png",
                "https://169.254.169.254/latest/meta-data",
                "https://10.0.0.5/a.png",
                "https://[::1]/a.png",
                "https://[fd00::1]/a.png",
                "https://[::ffff:169.254.169.254]/a.png",
                "https://100.64.0.1/a.png",
                "https://0.0.0.0/a.png"
            })
    void addressesThatAreNotPublicAreNotCalled(String address) {
        assertThatThrownBy(() -> PictureAddress.of(address, false).publicAddress())
                .isInstanceOf(SyncFailureException.class)
                .hasMessageContaining("not a public one");
    }

    @Test
    void publicAddressesAreCalledByTheNumberThatWasChecked() throws UnknownHostException {
        assertThat(PictureAddress.of("https://93.184.215.14/a.png?v=1", false).publicAddress())
                .isEqualTo(InetAddress.getByName("93.184.215.14"));
        assertThat(PictureAddress.of("https://93.184.215.14/a.png?v=1", false).path())
                .isEqualTo("/a.png?v=1");
    }
}
