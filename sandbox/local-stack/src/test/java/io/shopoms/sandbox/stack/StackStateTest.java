package io.shopoms.sandbox.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackStateTest {

    @TempDir
    Path directory;

    @Test
    void whatRunsIsFoundByTheNextCommand() {
        ProcessHandle self = ProcessHandle.current();
        new StackState(Ports.FIXED, Map.of("broker", StackState.Running.of(self))).write(directory);

        StackState read = StackState.read(directory).orElseThrow();

        assertThat(read.ports()).isEqualTo(Ports.FIXED);
        assertThat(read.processOf("broker")).contains(self);
        assertThat(read.processOf("postgresql")).isEmpty();
    }

    @Test
    void strangerWithTheSamePidIsNotOurs() {
        StackState.Running reused =
                new StackState.Running(ProcessHandle.current().pid(), "2001-01-01T00:00:00Z");

        assertThat(reused.process()).isEmpty();
    }

    @Test
    void unreadableStateSaysWhatToDo() throws Exception {
        Files.writeString(directory.resolve("stack.json"), "{");

        assertThatThrownBy(() -> StackState.read(directory))
                .isInstanceOf(StackProblem.class)
                .hasMessageContaining("delete this file");
    }
}
