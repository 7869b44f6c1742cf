package io.shopoms.sandbox.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopoms.sandbox.fault.Answer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ByteRangeTest {

    private static final byte[] FILE = "0123456789".getBytes(StandardCharsets.UTF_8);

    @ParameterizedTest
    @CsvSource({
        "bytes=0-, 206, 0123456789, bytes 0-9/10",
        "bytes=4-, 206, 456789, bytes 4-9/10",
        "bytes=4-6, 206, 456, bytes 4-6/10",
        "bytes=8-99, 206, 89, bytes 8-9/10"
    })
    void aPartIsAnsweredWithItsPlace(String range, int status, String body, String place) {
        // When
        Answer answer = ByteRange.of(FILE, range, "application/jsonl");

        // Then
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body().toString()).isEqualTo(body);
        assertThat(answer.headers()).containsEntry("Content-Range", place);
    }

    @Test
    void withoutARangeTheWholeFileComesAndBehindItsEndNothing() {
        assertThat(ByteRange.of(FILE, null, "text/plain").status()).isEqualTo(200);
        assertThat(ByteRange.of(FILE, "lines=1-", "text/plain").body().length()).isEqualTo(10);
        assertThat(ByteRange.of(FILE, "bytes=10-", "text/plain").status()).isEqualTo(416);
    }
}
