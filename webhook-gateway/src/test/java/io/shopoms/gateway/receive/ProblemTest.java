package io.shopoms.gateway.receive;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

class ProblemTest {

    @Test
    void anyTextSurvives() {
        String detail = "a \"quoted\" \\ path,\nand a \u0001 byte";

        JsonObject read = new JsonObject(Problem.of(Refusal.BAD_HEADER, detail).toJson());

        assertThat(read.getString("detail")).isEqualTo(detail);
        assertThat(read.getInteger("status")).isEqualTo(400);
        assertThat(read.getString("title")).isEqualTo("A header is missing or malformed");
    }
}
