package io.shopoms.bus.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrokerUrlTest {

    @ParameterizedTest
    @CsvSource({
        "amqp://rabbit, 5672, false, /",
        "amqp://rabbit/, 5672, false, /",
        "amqps://rabbit, 5671, true, /",
        "amqp://rabbit:5673/shop, 5673, false, shop",
        "amqp://rabbit/%2F, 5672, false, /",
    })
    void partsHaveTheirDefaults(String text, int port, boolean tls, String virtualHost) {
        // When
        BrokerUrl url = BrokerUrl.parse(text);

        // Then
        assertThat(url).isEqualTo(new BrokerUrl("rabbit", port, tls, "guest", "guest", virtualHost));
    }

    @Test
    void credentialsAreDecodedAndNotShown() {
        // When
        BrokerUrl url = BrokerUrl.parse("amqp://ada:a%2Fb+c@rabbit");

        // Then
        assertThat(url.user()).isEqualTo("ada");
        assertThat(url.password()).isEqualTo("a/b+c");
        assertThat(url.toString()).isEqualTo("amqp://rabbit:5672");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://rabbit", "amqp://", "rabbit:5672", "amqp://ada:hunter2@rabbit/a/b", "amqp://hunter2 x"})
    void whatIsWrongIsSaidWithoutThePassword(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BrokerUrl.parse(text))
                .satisfies(e -> assertThat(e.getMessage()).isNotBlank().doesNotContain("hunter2"));
    }
}
