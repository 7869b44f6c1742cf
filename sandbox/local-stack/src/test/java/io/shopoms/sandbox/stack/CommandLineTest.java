package io.shopoms.sandbox.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

    @Test
    void commandAndItsOptionsAreRead() throws Exception {
        CommandLine line = CommandLine.parse(List.of("up", "--detach", "--dir", "/tmp/x", "--free-ports"));

        assertThat(line.command()).isEqualTo(CommandLine.Command.UP);
        assertThat(line.has("--detach")).isTrue();
        assertThat(line.has("--free-ports")).isTrue();
        assertThat(line.directory()).contains(Path.of("/tmp/x"));
    }

    @Test
    void logsTakesOnePart() throws Exception {
        CommandLine line = CommandLine.parse(List.of("logs", "broker", "-f"));

        assertThat(line.part()).contains("broker");
        assertThat(line.has("-f")).isTrue();
    }

    @Test
    void aPartThatDoesNotExistIsAWrongArgument() throws Exception {
        // Given
        CommandLine wrong = CommandLine.parse(List.of("logs", "brokr"));
        CommandLine right = CommandLine.parse(List.of("logs", "broker"));
        List<String> parts = List.of("postgresql", "broker");

        // When, then
        right.partMustBeOneOf(parts);
        assertThatThrownBy(() -> wrong.partMustBeOneOf(parts))
                .isInstanceOf(CommandLine.Unusable.class)
                .hasMessage("there is no part 'brokr'; there are postgresql, broker");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "start",
                "--help",
                "demo --detach",
                "up --json",
                "status extra",
                "status --dir",
                "logs broker odoo",
                "logs -f",
                "down --force"
            })
    void anythingElseIsUnusable(String line) {
        List<String> arguments = line.isEmpty() ? List.of() : List.of(line.split(" "));

        assertThatThrownBy(() -> CommandLine.parse(arguments)).isInstanceOf(CommandLine.Unusable.class);
    }
}
