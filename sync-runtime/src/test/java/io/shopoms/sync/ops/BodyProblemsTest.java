package io.shopoms.sync.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodyProblemsTest {

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);

    record Part(long id, BigDecimal share) {}

    record Wish(Long units, boolean now, String text, List<Part> parts) {}

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"units\":\"many\"}|units: expected a whole number",
                "{\"units\":1.5}|units: expected a whole number",
                "{\"units\":[1]}|units: expected a whole number",
                "{\"now\":{}}|now: expected true or false",
                "{\"text\":{}}|text: expected text",
                "{\"parts\":5}|parts: expected a list",
                "{\"parts\":[{\"id\":1},{\"id\":2,\"share\":\"half\"}]}|parts[1].share: expected a number",
                "{\"unit\":5}|unit: there is no such member; expected now, parts, text, units",
                "5|The body: expected an object, or a value of the documented form"
            })
    void theMemberAndWhatIsExpectedAreNamed(String body, String words) {
        // When
        MismatchedInputException refused =
                catchThrowableOfType(MismatchedInputException.class, () -> JSON.readValue(body, Wish.class));

        // Then
        assertThat(BodyProblems.words(refused)).isEqualTo(words);
    }
}
