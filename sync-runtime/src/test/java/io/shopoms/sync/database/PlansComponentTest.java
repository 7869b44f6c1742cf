package io.shopoms.sync.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.shopoms.sandbox.embedded.EmbeddedServersResource;
import io.shopoms.sync.fixtures.TokensResource;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedServersResource.class)
@QuarkusTestResource(TokensResource.class)
class PlansComponentTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @Inject
    Database database;

    @Test
    void whatWasPlannedForAnEmptyTableIsNotUsedForAFullOne() {
        // When
        String mode = database.query("show plan_cache_mode", Tuple.tuple())
                .await()
                .atMost(LIMIT)
                .iterator()
                .next()
                .getString(0);

        // Then
        assertThat(mode).isEqualTo("force_custom_plan");
    }
}
