package io.shopoms.sandbox.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialsTest {

    @TempDir
    Path directory;

    @Test
    void theyAreMadeOnceAndKeptForTheirOwnerOnly() throws Exception {
        Credentials made = Credentials.in(directory);

        assertThat(Credentials.in(directory)).isEqualTo(made);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("credentials.json"))))
                .isEqualTo("rw-------");
    }

    @Test
    void everyStackHasItsOwn(@TempDir Path other) {
        assertThat(Credentials.in(directory)).isNotEqualTo(Credentials.in(other));
    }

    @Test
    void theyDoNotPrint() {
        assertThat(Credentials.in(directory).toString()).isEqualTo("Credentials[***]");
    }

    @Test
    void operatorKeyOutlivesTheCommandThatMadeIt() throws Exception {
        Path publicKey = OperatorKey.in(directory).publicKey();
        String first = Files.readString(publicKey);

        OperatorKey again = OperatorKey.in(directory);

        assertThat(Files.readString(again.publicKey())).isEqualTo(first);
        assertThat(again.token().split("\\.")).hasSize(3);
    }
}
