package io.shopoms.sync.job;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.shopoms.sandbox.embedded.EmbeddedServersResource;
import io.shopoms.sync.failure.SyncFailure.Misconfigured;
import io.shopoms.sync.failure.SyncFailureException;
import io.shopoms.sync.fixtures.Engine;
import io.shopoms.sync.fixtures.NoteTask;
import io.shopoms.sync.fixtures.Table;
import io.shopoms.sync.fixtures.Tokens;
import io.shopoms.sync.fixtures.TokensResource;
import io.shopoms.sync.store.Store;
import io.shopoms.sync.store.Stores;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedServersResource.class)
@QuarkusTestResource(TokensResource.class)
class SchedulerComponentTest {

    @Inject
    Engine engine;

    @Inject
    NoteTask task;

    @Inject
    Table table;

    @Inject
    Stores stores;

    @Inject
    ScheduledTasks tasks;

    @Inject
    SchedulerConfig config;

    @BeforeEach
    void startOver() {
        engine.startOver();
        task.behave(store -> Uni.createFrom().item("nothing new"));
        awaitRows(2, "runs > 0");
        settle();
        awaitRows(2, "lease_owner is null");
        settle();
        task.runs().clear();
    }

    /** Nothing is due any more; what runs already does not end with that. */
    private void settle() {
        table.execute("update scheduled_task set started = true, triggered = false, failure_kind = null,"
                + " last_result = 'nothing new', next_run_at = now() + interval '1 hour'");
    }

    private void awaitRows(int count, String condition) {
        await().atMost(Engine.LIMIT)
                .untilAsserted(() -> assertThat(table.rows("select 1 from scheduled_task where " + condition))
                        .hasSize(count));
    }

    @Test
    void taskIsShownForEveryStoreWithItsLastResult() {
        asViewer()
                .get("/api/scheduler")
                .then()
                .statusCode(200)
                .body("size()", equalTo(2))
                .body("[0].name", equalTo("note-poll"))
                .body("[0].store", equalTo("acme.myshopify.com"))
                .body("[0].lastResult", equalTo("nothing new"))
                .body("[0].started", equalTo(true));
    }

    @Test
    void triggeredTaskRunsOnceForTheNamedStoreEvenWhenStopped() {
        // Given
        asOperator()
                .post("/api/scheduler/note-poll/stop")
                .then()
                .statusCode(200)
                .body("[0].started", equalTo(false));

        // When
        asOperator()
                .post("/api/scheduler/note-poll/trigger?store=beta.myshopify.com")
                .then()
                .statusCode(200);

        // Then
        await().atMost(Engine.LIMIT).untilAsserted(() -> assertThat(task.runs()).containsExactly("beta"));
        asOperator().post("/api/scheduler/note-poll/start").then().statusCode(200);
    }

    @Test
    void stoppedTaskDoesNotRunAndStartingMakesItDue() {
        // Given
        asOperator().post("/api/scheduler/note-poll/stop").then().statusCode(200);

        // When
        asOperator().post("/api/scheduler/note-poll/start").then().statusCode(200);

        // Then
        await().atMost(Engine.LIMIT)
                .untilAsserted(() -> assertThat(task.runs()).containsExactlyInAnyOrder("acme", "beta"));
    }

    @Test
    void failedRunShowsItsRemedyUntilTheNextGoodOne() {
        // Given
        task.behave(store -> Uni.createFrom()
                .failure(new SyncFailureException(new Misconfigured("Odoo refuses the key", "Set ODOO_API_KEY."))));

        // When
        asOperator().post("/api/scheduler/note-poll/trigger").then().statusCode(200);

        // Then
        await().atMost(Engine.LIMIT)
                .untilAsserted(() -> asViewer()
                        .get("/api/scheduler")
                        .then()
                        .body("[0].failure.remedy", equalTo("Set ODOO_API_KEY."))
                        .body("[0].lastResult", equalTo("nothing new")));
    }

    @Test
    void runningTaskIsNotStartedASecondTime() {
        // Given
        CompletableFuture<String> gate = new CompletableFuture<>();
        task.behave(store -> Uni.createFrom().completionStage(gate));
        asOperator()
                .post("/api/scheduler/note-poll/trigger?store=acme.myshopify.com")
                .then()
                .statusCode(200);
        await().atMost(Engine.LIMIT).untilAsserted(() -> assertThat(task.runs()).hasSize(1));

        // When
        asOperator()
                .post("/api/scheduler/note-poll/trigger?store=acme.myshopify.com")
                .then()
                .statusCode(200)
                .body("[0].running", equalTo(true));

        // Then
        assertThat(task.runs()).hasSize(1);
        gate.complete("done");
        await().atMost(Engine.LIMIT).untilAsserted(() -> assertThat(task.runs()).hasSize(2));
    }

    @Test
    void theNextRunStartsAnIntervalAfterThisOneDid() {
        // Given
        task.behave(store -> Uni.createFrom().item("short"));

        // When
        asOperator()
                .post("/api/scheduler/note-poll/trigger?store=acme.myshopify.com")
                .then()
                .statusCode(200);

        // Then
        awaitRows(1, "last_result = 'short' and next_run_at = last_started_at + " + seconds(task.interval()));
    }

    @Test
    void afterALongRunThereIsStillAPauseOfHalfAnInterval() {
        // Given
        CompletableFuture<String> gate = new CompletableFuture<>();
        task.behave(store -> Uni.createFrom().completionStage(gate));
        asOperator()
                .post("/api/scheduler/note-poll/trigger?store=acme.myshopify.com")
                .then()
                .statusCode(200);
        await().atMost(Engine.LIMIT).untilAsserted(() -> assertThat(task.runs()).hasSize(1));
        table.execute("update scheduled_task set last_started_at = last_started_at - interval '7 days'");

        // When
        gate.complete("long");

        // Then
        awaitRows(
                1,
                "last_result = 'long' and next_run_at = last_finished_at + "
                        + seconds(task.interval().dividedBy(2)));
    }

    private static String seconds(Duration duration) {
        return "interval '" + duration.toSeconds() + " seconds'";
    }

    @Test
    void taskThatRunsWhenTheServiceStopsIsGivenBackAndHasNotFailed() {
        // Given
        List<String> began = new CopyOnWriteArrayList<>();
        AtomicBoolean cancelled = new AtomicBoolean();
        TaskScheduler stopping = new TaskScheduler(
                List.of(new LongTask(Uni.createFrom()
                        .<String>nothing()
                        .onSubscription()
                        .invoke(() -> began.add("it"))
                        .onCancellation()
                        .invoke(() -> cancelled.set(true)))),
                stores,
                tasks,
                config);
        String row = " from scheduled_task where name = '" + LongTask.NAME + "' and store = 'acme.myshopify.com'";
        try {
            stopping.start(null);
            await().atMost(Engine.LIMIT).untilAsserted(() -> assertThat(began).hasSize(2));

            // When
            stopping.stop(null);

            // Then
            assertThat(cancelled).isTrue();
            await().atMost(Engine.LIMIT)
                    .untilAsserted(() -> assertThat(
                                    table.rows("select lease_owner is null and triggered and failures = 0 and runs = 0"
                                                    + row)
                                            .get(0)
                                            .getBoolean(0))
                            .isTrue());
        } finally {
            table.execute("delete from scheduled_task where name = '" + LongTask.NAME + "'");
        }
    }

    @Test
    void taskThatWasStoppedWhileItRanDoesNotRunAgainUnlessSomebodyHadWishedForThisRun() {
        // Given: one runs because its time has come, the other, which is stopped, because somebody wished so
        List<String> began = new CopyOnWriteArrayList<>();
        TaskScheduler stopping = new TaskScheduler(
                List.of(new LongTask(
                        Uni.createFrom().<String>nothing().onSubscription().invoke(() -> began.add("it")))),
                stores,
                tasks,
                config);
        table.execute("insert into scheduled_task (name, store, started, triggered) values ('" + LongTask.NAME
                + "', 'acme.myshopify.com', true, false), ('" + LongTask.NAME
                + "', 'beta.myshopify.com', false, true)");
        try {
            stopping.start(null);
            await().atMost(Engine.LIMIT).untilAsserted(() -> assertThat(began).hasSize(2));
            tasks.start(false, LongTask.NAME, Optional.empty()).await().atMost(Engine.LIMIT);

            // When
            stopping.stop(null);

            // Then
            await().atMost(Engine.LIMIT)
                    .untilAsserted(() -> assertThat(table
                                    .rows("select store, triggered from scheduled_task"
                                            + " where lease_owner is null and name = '" + LongTask.NAME
                                            + "' order by store")
                                    .stream()
                                    .map(row -> row.getString(0) + " " + row.getBoolean(1)))
                            .containsExactly("acme.myshopify.com false", "beta.myshopify.com true"));
        } finally {
            table.execute("delete from scheduled_task where name = '" + LongTask.NAME + "'");
        }
    }

    /** Ends when it is cancelled. */
    private record LongTask(Uni<String> work) implements ScheduledTask {

        static final String NAME = "endless";

        @Override
        public String name() {
            return NAME;
        }

        @Override
        public Duration interval() {
            return Duration.ofHours(1);
        }

        @Override
        public Uni<String> run(Store store) {
            return work;
        }
    }

    @Test
    void unknownTaskIsNotFound() {
        asOperator().post("/api/scheduler/odd/trigger").then().statusCode(404).body("detail", containsString("'odd'"));
        asOperator()
                .post("/api/scheduler/note-poll/trigger?store=gone.myshopify.com")
                .then()
                .statusCode(404);
    }

    private static RequestSpecification asViewer() {
        return given().auth().oauth2(Tokens.viewer());
    }

    private static RequestSpecification asOperator() {
        return given().auth().oauth2(Tokens.operator());
    }
}
