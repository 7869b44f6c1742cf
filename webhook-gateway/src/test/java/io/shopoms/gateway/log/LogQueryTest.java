package io.shopoms.gateway.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class LogQueryTest {

    @Test
    void noWishesFindAll() {
        // When
        LogQuery.Condition condition = new LogQuery(null, null, null, null, null, null, null).condition();

        // Then
        assertThat(condition.sql()).isEqualTo("true");
        assertThat(condition.values().size()).isZero();
    }

    @Test
    void wishesBecomePlaceholdersAndNeverText() {
        // Given
        LogQuery query =
                new LogQuery("x' or 1=1", "orders/create", null, null, WebhookState.UNCLAIMED, Instant.EPOCH, null);

        // When
        LogQuery.Condition condition = query.condition();

        // Then
        assertThat(condition.sql()).isEqualTo("store = $1 and topic = $2 and state = $3 and received_at >= $4");
        assertThat(condition.values().getString(0)).isEqualTo("x' or 1=1");
        assertThat(condition.values().size()).isEqualTo(4);
        assertThat(condition.with(10)).isEqualTo("$5");
    }
}
