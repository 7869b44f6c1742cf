package io.shopoms.catalog.feed.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shopoms.catalog.feed.config.SecretBox.Sealed;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SecretBoxTest {

    private static final String OLD = "old:" + key(1);
    private static final String NEW = "new:" + key(2);
    private static final Map<String, String> SECRETS = Map.of("password", "pässwörd", "token", "t");

    @Test
    void secretsAreReadBackAndNeverSealedTwiceAlike() {
        // Given
        SecretBox box = new SecretBox(List.of(NEW));

        // When
        Sealed sealed = box.seal("erp", SECRETS);

        // Then
        assertThat(box.open("erp", sealed)).isEqualTo(SECRETS);
        assertThat(sealed.key()).isEqualTo("new");
        assertThat(new String(sealed.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("password");
        assertThat(box.seal("erp", SECRETS).bytes()).isNotEqualTo(sealed.bytes());
    }

    @Test
    void theFirstKeyEncryptsAndTheOthersStillDecrypt() {
        // Given
        Sealed sealed = new SecretBox(List.of(OLD)).seal("erp", SECRETS);

        // When
        SecretBox rotated = new SecretBox(List.of(NEW, OLD));

        // Then
        assertThat(rotated.open("erp", sealed)).isEqualTo(SECRETS);
        assertThat(rotated.isOutdated(sealed)).isTrue();
        assertThat(rotated.isOutdated(rotated.seal("erp", SECRETS))).isFalse();
    }

    @Test
    void secretsOfAnotherFeedOrChangedOnesOrOfAMissingKeyAreRefused() {
        // Given
        SecretBox box = new SecretBox(List.of(NEW));
        Sealed sealed = box.seal("erp", SECRETS);
        byte[] changed = sealed.bytes().clone();
        changed[changed.length - 1] ^= 1;

        // Then
        assertThatThrownBy(() -> box.open("other", sealed)).hasMessageContaining("for another feed");
        assertThatThrownBy(() -> box.open("erp", new Sealed("new", changed))).hasMessageContaining("another key");
        assertThatThrownBy(() -> new SecretBox(List.of(OLD)).open("erp", sealed))
                .hasMessageContaining("'new'");
        assertThatThrownBy(() -> new SecretBox(List.of()).seal("erp", SECRETS)).hasMessageContaining("no key");
    }

    @Test
    void malformedKeysStopTheStartWithoutBeingShown() {
        for (String wrong : List.of("secretvalue", "a:c2hvcnQ=", "a:not base64", ":" + key(1))) {
            assertThatThrownBy(() -> new SecretBox(List.of(wrong)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("shopoms.catalog.feeds.keys")
                    .message()
                    .doesNotContain("secretvalue", "c2hvcnQ", "not base64");
        }
    }

    private static String key(int seed) {
        byte[] bytes = new byte[32];
        bytes[0] = (byte) seed;
        return Base64.getEncoder().encodeToString(bytes);
    }
}
