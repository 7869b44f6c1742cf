package io.shopoms.sync.ops;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemTest {

    @ParameterizedTest
    @CsvSource({
        "400, Bad Request",
        "404, Not Found",
        "409, Conflict",
        "422, Unprocessable Content",
        "429, Too Many Requests",
        "503, Service Unavailable",
        "499, Status 499"
    })
    void theTitleSaysTheStatusInWords(int status, String title) {
        Problem problem = Problem.of(status, "units: expected a whole number", "/api/links/1");

        assertThat(problem.title()).isEqualTo(title);
        assertThat(problem.type()).isEqualTo("about:blank");
        assertThat(problem.status()).isEqualTo(status);
    }
}
