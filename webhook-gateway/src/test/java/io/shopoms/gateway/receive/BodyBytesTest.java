package io.shopoms.gateway.receive;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyBytesTest {

    /** True, too small, too large, unknown. */
    @ParameterizedTest
    @ValueSource(longs = {40_000, 3, 900_000, -1})
    void partsBecomeOneWhateverLengthWasAnnounced(long announced) {
        // Given
        BodyBytes body = new BodyBytes(1_000_000, announced);

        // When
        for (int part = 0; part < 40; part++) {
            assertThat(body.add(
                            Buffer.buffer(Character.toString('a' + part % 26).repeat(1_000))))
                    .isTrue();
        }

        // Then
        String text = new String(body.all(), StandardCharsets.US_ASCII);
        assertThat(text).hasSize(40_000).startsWith("aaa").endsWith("nnn");
        assertThat(text.charAt(26_500)).isEqualTo('a');
    }

    @Test
    void nothingIsKeptOfWhatIsTooLarge() {
        // Given
        BodyBytes body = new BodyBytes(10, -1);
        body.add(Buffer.buffer("0123456789"));

        // When
        boolean fits = body.add(Buffer.buffer("x"));

        // Then
        assertThat(fits).isFalse();
        assertThat(body.all()).isEmpty();
    }

    @Test
    void aBodyThatNeverCameIsEmpty() {
        assertThat(new BodyBytes(10, 0).all()).isEmpty();
        assertThat(new BodyBytes(10, -1).all()).isEmpty();
    }
}
