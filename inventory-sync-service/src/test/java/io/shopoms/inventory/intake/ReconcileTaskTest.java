package io.shopoms.inventory.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shopoms.inventory.intake.ReconcileCheckpoint.Export;
import io.shopoms.inventory.intake.ReconcileCheckpoint.Free;
import io.shopoms.inventory.intake.ReconcileCheckpoint.Missing;
import io.shopoms.model.ShopifyId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReconcileTaskTest {

    private static final LocalTime THREE = LocalTime.of(3, 0);

    @Test
    void theNextRunIsAtTheSetHour() {
        assertThat(ReconcileTask.until(THREE, OffsetDateTime.parse("2026-11-21T01:30:00Z")))
                .isEqualTo(Duration.ofMinutes(90));
        assertThat(ReconcileTask.until(THREE, OffsetDateTime.parse("2026-11-21T03:00:00Z")))
                .isEqualTo(Duration.ofHours(24));
        assertThat(ReconcileTask.until(THREE, OffsetDateTime.parse("2026-12-31T03:00:07Z")))
                .isEqualTo(Duration.ofHours(24).minusSeconds(7));
    }

    @Test
    void aCheckpointIsReadAsItWasWritten() {
        List<ReconcileCheckpoint> all = List.of(
                new Export(new ShopifyId(5), Instant.parse("2026-11-21T03:00:01.5Z"), 1234, 56, 7),
                new Missing(),
                new Free(820982911946154508L));
        assertThat(all)
                .allSatisfy(
                        at -> assertThat(ReconcileCheckpoint.parse(at.text())).isEqualTo(at));
        assertThatThrownBy(() -> ReconcileCheckpoint.parse("elsewhere")).isInstanceOf(IllegalArgumentException.class);
    }
}
