package io.shopoms.sync.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.buffer.Buffer;
import java.math.BigDecimal;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBodiesTest {

    @Property
    void amountsComeBackDigitByDigit(
            @ForAll @BigRange(min = "-99999999999999", max = "99999999999999") @Scale(8) BigDecimal amount) {
        Buffer written = JsonBodies.write(JsonBodies.tree(Map.of("amount", amount)));

        assertThat(written.toString()).isEqualTo("{\"amount\":" + amount.toPlainString() + "}");
        assertThat(read(written).get("amount").decimalValue()).isEqualByComparingTo(amount);
    }

    @Test
    void largeIdsAreNeverRounded() {
        assertThat(read(Buffer.buffer("{\"id\":820982911946154508}")).get("id").asLong())
                .isEqualTo(820982911946154508L);
    }

    @Test
    void zerosBehindThePointStay() {
        assertThat(read(Buffer.buffer("69.70")).decimalValue()).isEqualTo(new BigDecimal("69.70"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"a\":1", "<html>", "1 2", "{} {}", "nul"})
    void anythingElseThanOneValueIsNotJson(String text) {
        assertThat(JsonBodies.read(Buffer.buffer(text))).isEmpty();
    }

    @Test
    void depthIsBounded() {
        assertThat(JsonBodies.read(Buffer.buffer("[".repeat(100_000)))).isEmpty();
    }

    private static JsonNode read(Buffer body) {
        return JsonBodies.read(body).orElseThrow();
    }
}
