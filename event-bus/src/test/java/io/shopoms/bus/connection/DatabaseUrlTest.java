package io.shopoms.bus.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://ada:s%3Aecret+1@db:5433/oms",
                "postgres://ada:s%3Aecret+1@db:5433/oms",
                "jdbc:postgresql://ada:s%3Aecret+1@db:5433/oms",
                " jdbc:postgresql://db:5433/oms?user=ada&password=s%3Aecret+1 "
            })
    void allSpellingsMeanTheSame(String text) {
        // When
        DatabaseUrl url = DatabaseUrl.parse(text);

        // Then
        assertThat(url.jdbcUrl()).isEqualTo("jdbc:postgresql://db:5433/oms");
        assertThat(url.reactiveUrl()).isEqualTo("postgresql://db:5433/oms");
        assertThat(url.user()).contains("ada");
        assertThat(url.password()).contains("s:ecret+1");
    }

    @Test
    void otherParametersAndTheDefaultPortAreHandedOn() {
        // When
        DatabaseUrl url = DatabaseUrl.parse("postgresql://db/oms?user=ada&sslmode=require");

        // Then
        assertThat(url.jdbcUrl()).isEqualTo("jdbc:postgresql://db:5432/oms?sslmode=require");
        assertThat(url.password()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mysql://ada:hunter2@db/oms",
                "postgresql://ada:hunter2@/oms",
                "postgresql://ada:hunter2@db",
                "postgresql://ada:hunter2@db /oms",
                "hunter2"
            })
    void whatIsWrongIsSaidWithoutThePassword(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DatabaseUrl.parse(text))
                .satisfies(e -> assertThat(e.getMessage()).isNotBlank().doesNotContain("hunter2"))
                .withNoCause();
    }

    @Test
    void textFormShowsNoCredentials() {
        assertThat(DatabaseUrl.parse("postgresql://ada:hunter2@db/oms")).hasToString("postgresql://db:5432/oms");
    }
}
