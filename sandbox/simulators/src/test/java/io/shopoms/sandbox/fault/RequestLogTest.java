package io.shopoms.sandbox.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RequestLogTest {

    @Test
    void itRemembersTheNewestAndCountsAll() {
        // Given
        RequestLog log = new RequestLog(3);

        // When
        for (int i = 0; i < 5; i++) {
            log.add(new LoggedRequest(Instant.EPOCH, "op" + i, 200, Optional.empty()));
        }

        // Then
        assertThat(log.entries()).extracting(LoggedRequest::operation).containsExactly("op2", "op3", "op4");
        assertThat(log.total()).isEqualTo(5);
        assertThat(log.count("op4")).isEqualTo(1);
        assertThat(log.counts()).hasSize(5).containsEntry("op0", 1L);
    }

    @Test
    void ofEachOperationTheNewestArrivalIsKnownHoweverManyCameSince() {
        // Given
        RequestLog log = new RequestLog(2);

        // When
        for (int second : new int[] {7, 9, 8}) {
            log.add(new LoggedRequest(Instant.ofEpochSecond(second), "write", 200, Optional.empty()));
        }
        for (int i = 0; i < 5; i++) {
            log.add(new LoggedRequest(Instant.ofEpochSecond(20), "read", 200, Optional.empty()));
        }

        // Then
        assertThat(log.newest())
                .containsEntry("write", Instant.ofEpochSecond(9))
                .hasSize(2);
    }
}
