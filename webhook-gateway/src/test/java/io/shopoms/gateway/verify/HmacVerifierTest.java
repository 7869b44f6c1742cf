package io.shopoms.gateway.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class HmacVerifierTest {

    private static final String SECRET = "shpss_0123456789abcdef";
    private static final byte[] BODY = "{\"id\":820982911946154508,\"note\":\"héllo ✓\",\"total_price\":\"12.50\"}"
            .getBytes(StandardCharsets.UTF_8);
    private static final String SIGNATURE = "nILJc99kMBhqdmWJSqpn0imVNvynQJ6MixgrB1KfWDo=";

    private final HmacVerifier verifier = new HmacVerifier(List.of(SECRET));

    @Test
    void knownSignaturesVerify() {
        assertThat(BODY).hasSize(67);
        assertThat(verifier.verifies(BODY, SIGNATURE)).isTrue();
        assertThat(verifier.verifies(new byte[0], "PNS/SHx5ZaA53eOmupUhBKVsOkpxNogrc7JQmej7RbY="))
                .isTrue();
    }

    @Test
    void oneChangedByteDoesNotVerify() {
        for (int i = 0; i < BODY.length; i++) {
            byte[] changed = BODY.clone();
            changed[i] ^= 1;

            assertThat(verifier.verifies(changed, SIGNATURE)).isFalse();
        }
    }

    @Test
    void everySecretOfARotationVerifies() {
        HmacVerifier rotating = new HmacVerifier(List.of("the-new-one", SECRET));

        assertThat(rotating.verifies(BODY, SIGNATURE)).isTrue();
        assertThat(new HmacVerifier(List.of("the-new-one")).verifies(BODY, SIGNATURE))
                .isFalse();
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "no base64 at all, but of the right length!!!",
                "nILJc99kMBhqdmWJSqpn0imVNvynQJ6MixgrB1KfWD",
                "nILJc99kMBhqdmWJSqpn0imVNvynQJ6MixgrB1KfWDo=x",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="
            })
    void anythingElseDoesNotVerify(String signature) {
        assertThat(verifier.verifies(BODY, signature)).isFalse();
    }

    @Test
    void verifierWithoutASecretCannotExist() {
        assertThatIllegalArgumentException().isThrownBy(() -> new HmacVerifier(List.of()));
    }
}
