package io.shopoms.sandbox.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {

    @TempDir
    Path directory;

    @Test
    void rowsSurviveARestartOnTheSamePort() throws SQLException {
        // Given
        int port;
        try (EmbeddedDatabase first = EmbeddedDatabase.kept(directory, 0)) {
            port = first.port();
            execute(first.jdbcUrl(), "create table note (words text)", "insert into note values ('kept')");
        }

        // When
        try (EmbeddedDatabase second = EmbeddedDatabase.kept(directory, port)) {

            // Then
            assertThat(second.port()).isEqualTo(port);
            assertThat(words(second.jdbcUrl())).isEqualTo("kept");
        }
    }

    @Test
    void aServerLeftBehindByAKilledProcessIsTakenOver() throws Exception {
        // Given
        Process killed = ServerProcess.start("database", directory);
        String url = ServerProcess.urlOf(killed);
        execute(url, "create table note (words text)", "insert into note values ('committed')");
        killed.destroyForcibly().waitFor();
        assertThat(words(url)).as("the orphan still serves").isEqualTo("committed");

        // When
        try (EmbeddedDatabase next = EmbeddedDatabase.kept(directory, 0)) {

            // Then
            assertThat(words(next.jdbcUrl())).isEqualTo("committed");
        }
    }

    @Test
    void aKeptServerAnswersACommitOnlyOnceItIsOnDisk() throws SQLException {
        // When
        try (EmbeddedDatabase kept = EmbeddedDatabase.kept(directory, 0)) {

            // Then
            assertThat(setting(kept.jdbcUrl(), "synchronous_commit")).isEqualTo("on");
            assertThat(setting(kept.jdbcUrl(), "fsync")).isEqualTo("on");
        }
    }

    @Test
    void aTemporaryServerIsGoneAfterClose() throws SQLException {
        // Given
        EmbeddedDatabase server = EmbeddedDatabase.temporary();
        String url = server.jdbcUrl();
        execute(url, "select 1");

        // When
        server.close();

        // Then
        assertThatThrownBy(() -> execute(url, "select 1")).isInstanceOf(SQLException.class);
    }

    private static String setting(String url, String name) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show " + name)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void execute(String url, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String words(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select words from note")) {
            rows.next();
            return rows.getString(1);
        }
    }
}
