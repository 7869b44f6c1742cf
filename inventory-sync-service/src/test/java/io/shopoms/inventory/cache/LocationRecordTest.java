package io.shopoms.inventory.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shopoms.model.ShopifyId;
import io.shopoms.model.WebhookTopic;
import io.shopoms.sync.failure.SyncFailureException;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LocationRecordTest {

    private static final LocationRecord DEPOT = new LocationRecord(
            new ShopifyId(9), "Depot", false, false, Optional.of(Instant.parse("2026-11-20T12:00:00Z")));

    @Test
    void aWebhookIsReadAndWhatIsWrittenIsReadBack() {
        assertThat(LocationRecord.read("""
                {"id":9,"name":"Depot","active":false,"updated_at":"2026-11-20T13:00:00+01:00","zip":"1000"}""")).isEqualTo(DEPOT);
        assertThat(LocationRecord.read(DEPOT.write())).isEqualTo(DEPOT);
    }

    @Test
    void aDeletedLocationHasNothingButItsId() {
        LocationRecord deleted = LocationRecord.read("{\"id\":9}");
        assertThat(deleted.deleted()).isTrue();
        assertThat(LocationRecord.read(deleted.write())).isEqualTo(deleted);
    }

    @Test
    void onlyAWebhookOfADeletionTellsOfOne() {
        LocationRecord deleted = LocationRecord.read("{\"id\":9}");

        deleted.check(new WebhookTopic("locations/delete"));
        assertThatThrownBy(() -> deleted.check(new WebhookTopic("locations/update")))
                .isInstanceOf(SyncFailureException.class)
                .hasMessageContaining("locations/update");
    }

    @Test
    void whatMakesNoSenseIsNamed() {
        assertThatThrownBy(() -> LocationRecord.read("{\"id\":9,\"name\":\"Depot\"}"))
                .isInstanceOf(SyncFailureException.class)
                .hasMessageContaining("active");
        assertThatThrownBy(() -> LocationRecord.read("{\"id\":null,\"name\":\"Depot\"}"))
                .isInstanceOf(SyncFailureException.class)
                .hasMessageContaining("id");
    }
}
