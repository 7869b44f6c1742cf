package io.shopoms.catalog.feed.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.shopoms.bus.migration.Migrations;
import io.shopoms.catalog.feed.config.FeedConfig;
import io.shopoms.catalog.feed.config.FeedConfigReader;
import io.shopoms.catalog.feed.run.FeedBatch.Staged;
import io.shopoms.catalog.fixtures.FeedSimulators;
import io.shopoms.model.ShopDomain;
import io.shopoms.sandbox.embedded.EmbeddedServersResource;
import io.shopoms.sync.database.Database;
import io.shopoms.sync.failure.SyncFailureException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Two workers with one run: the lease of the first ran out while it stood still. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServersResource.class)
@QuarkusTestResource(value = FeedSimulators.class, restrictToAnnotatedClass = true)
class FeedTakeoverComponentTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final ShopDomain ACME = new ShopDomain("acme.myshopify.com");
    private static final UUID RUN = UUID.randomUUID();

    @Inject
    Migrations migrations;

    @Inject
    Database database;

    @Inject
    FeedStage stage;

    @Inject
    FeedHandover handover;

    @Test
    void whoLostItsRunNeitherTakesTheRestForRemovedNorForgetsWhatTheOtherHasRead() throws IOException {
        // Given: a feed that held two products, and a run that another worker began anew, with the first of them staged
        migrations.done().await().atMost(LIMIT);
        FeedRun lost = run(UUID.randomUUID());
        FeedRun taken = run(UUID.randomUUID());
        FeedConfig config = config();
        sql("insert into feed_product (config_id, product_key, store, present, skus)"
                + " values ('taken', 'A', 'acme.myshopify.com', true, '{A}'),"
                + " ('taken', 'B', 'acme.myshopify.com', true, '{B}')");
        sql(
                "insert into feed_run (id, config_id, store, status, dry_run, requested_by, revision, lease_owner, lease_until)"
                        + " values ('" + RUN + "', 'taken', 'acme.myshopify.com', 'RUNNING', false, 'test', 1, '"
                        + taken.owner() + "', now() + interval '1 hour')");
        await(stage.add(taken, List.of(staged("A")), ""));

        // When
        assertThatThrownBy(() -> await(handover.removed(lost, config)))
                .isInstanceOf(SyncFailureException.class)
                .hasMessageContaining("no longer this worker's");
        assertThatThrownBy(() -> await(handover.changed(lost, config))).isInstanceOf(SyncFailureException.class);
        await(stage.add(lost, List.of(staged("C")), ""));
        await(stage.clear(lost));

        // Then
        assertThat(await(stage.count(taken)).products()).isEqualTo(1);
        assertThat(await(stage.count(taken)).missing()).isEqualTo(1);
        assertThat(await(stage.count(taken)).present()).isEqualTo(2);

        // And when
        await(stage.clear(taken));

        // Then
        assertThat(await(stage.count(taken)).products()).isZero();
        sql("delete from feed_run where config_id = 'taken'");
        sql("delete from feed_product where config_id = 'taken'");
    }

    private static Staged staged(String key) {
        return new Staged(key, 1, Optional.empty(), Optional.of("a problem"));
    }

    private static FeedRun run(UUID owner) {
        return new FeedRun(RUN, "taken", ACME, false, false, 1, 0, 0, 1, Instant.now(), owner);
    }

    private static FeedConfig config() throws IOException {
        return FeedConfigReader.read("taken", ACME, new ObjectMapper().readTree("""
                {"name": "Taken", "connection_type": "file", "credentials": {"filePath": "taken.csv"},
                 "mapping": {"title": "name", "variant.sku": "sku"}}
                """), 1);
    }

    private void sql(String statement) {
        await(database.query(statement, Tuple.tuple()));
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(LIMIT);
    }
}
