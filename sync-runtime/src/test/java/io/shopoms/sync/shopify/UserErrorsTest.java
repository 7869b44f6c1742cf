package io.shopoms.sync.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.sync.http.JsonBodies;
import io.shopoms.sync.shopify.UserErrors.UserError;
import io.vertx.core.buffer.Buffer;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserErrorsTest {

    @Test
    void codeFieldAndMessageAreRead() {
        assertThat(
                        UserErrors.of(
                                payload(
                                        "{\"userErrors\":[{\"field\":[\"input\",\"quantities\",\"0\"],"
                                                + "\"message\":\"The specified location could not be found.\",\"code\":\"INVALID_LOCATION\"}]}")))
                .containsExactly(new UserError(
                        Optional.of("INVALID_LOCATION"),
                        "input.quantities.0",
                        "The specified location could not be found."));
    }

    @Test
    void olderMutationsHaveNeitherCodeNorField() {
        assertThat(UserErrors.of(payload("{\"userErrors\":[{\"field\":null,\"message\":\"No\"}]}")))
                .containsExactly(new UserError(Optional.empty(), "", "No"));
    }

    @Test
    void listsOfTheirOwnNamesAreReadToo() {
        assertThat(UserErrors.of(payload("{\"job\":null,\"orderCancelUserErrors\":[{\"message\":\"Already canceled\","
                        + "\"code\":\"INVALID\"}],\"userErrors\":[{\"message\":\"b\"}]}")))
                .extracting(UserError::message)
                .containsExactly("Already canceled", "b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"userErrors\":[]}", "{\"userErrors\":null}", "null", "[]"})
    void payloadWithoutErrorsHasNone(String payload) {
        assertThat(UserErrors.of(payload(payload))).isEmpty();
    }

    private static JsonNode payload(String json) {
        return JsonBodies.read(Buffer.buffer(json)).orElseThrow();
    }
}
