package io.shopoms.bus.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.security.KeyFactory;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VerificationKeyTest {

    @Test
    void configuredLocationIsTheOneThatCounts() {
        SmallRyeConfig config = configWith(Map.of(VerificationKey.CONFIGURED, " /etc/keys/public.pem "));

        assertThat(config.getRawValue(VerificationKey.LOCATION)).isEqualTo("/etc/keys/public.pem");
        assertThat(config.getRawValue(VerificationKey.KEY)).isEqualTo("NONE");
        assertThat(config.getRawValue(VerificationKey.ALGORITHM)).isEqualTo("RS256");
    }

    @Test
    void withoutOneTheKeyIsNobodysAndAnotherOneEachTime() throws Exception {
        SmallRyeConfig config = configWith(Map.of(VerificationKey.CONFIGURED, " "));
        String key = config.getRawValue(VerificationKey.KEY);

        assertThat(config.getRawValue(VerificationKey.LOCATION)).isEqualTo("NONE");
        assertThat(KeyFactory.getInstance("EC")
                        .generatePublic(
                                new X509EncodedKeySpec(Base64.getDecoder().decode(key)))
                        .getAlgorithm())
                .isEqualTo("EC");
        assertThat(config.getRawValue(VerificationKey.ALGORITHM)).isEqualTo("ES256");
        assertThat(configWith(Map.of()).getRawValue(VerificationKey.KEY)).isNotEqualTo(key);
    }

    private static SmallRyeConfig configWith(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(settings, "test", 300))
                .withSources(new VerificationKey())
                .build();
    }
}
