package io.shopoms.sandbox.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FreePortTest {

    @Test
    void eachCallGivesAnotherPort() {
        assertThat(FreePort.any()).isNotEqualTo(FreePort.any());
    }

    @Test
    void whatOneProcessWasGivenIsNotForAnother() throws IOException {
        // Given
        int port = FreePort.any();

        // When
        String answer = claimedElsewhere(port);

        // Then
        assertThat(answer).isEqualTo("false");
        assertThat(FreePort.claim(port)).as("still ours").isTrue();
    }

    /** What another process is answered that claims the port. */
    private static String claimedElsewhere(int port) throws IOException {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Other.class.getName(),
                        Integer.toString(port))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    /** The other process. */
    static final class Other {

        private Other() {}

        public static void main(String[] arguments) {
            System.out.println(FreePort.claim(Integer.parseInt(arguments[0])));
        }
    }
}
