package io.shopoms.sync.job;

import static io.restassured.RestAssured.given;
import static io.shopoms.sync.fixtures.Notes.ACME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.shopoms.sandbox.embedded.EmbeddedServersResource;
import io.shopoms.sync.failure.SyncFailure.RejectedByTarget;
import io.shopoms.sync.failure.SyncFailure.TransientFailure;
import io.shopoms.sync.failure.SyncFailureException;
import io.shopoms.sync.fixtures.Engine;
import io.shopoms.sync.fixtures.NoteJob;
import io.shopoms.sync.fixtures.Table;
import io.shopoms.sync.fixtures.Tokens;
import io.shopoms.sync.fixtures.TokensResource;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedServersResource.class)
@QuarkusTestResource(TokensResource.class)
class JobsComponentTest {

    @Inject
    Engine engine;

    @Inject
    NoteJob job;

    @Inject
    Jobs jobs;

    @Inject
    Table table;

    @BeforeEach
    void startOver() {
        engine.startOver();
    }

    @Test
    void jobRunsStepByStepAndCountsWhatItDid() {
        // When
        String id = create(3);

        // Then
        await().atMost(Engine.LIMIT)
                .untilAsserted(() -> shown(id)
                        .body("status", equalTo("COMPLETED"))
                        .body("counters.processed", equalTo(30))
                        .body("counters.created", equalTo(12))
                        .body("counters.updated", equalTo(9))
                        .body("counters.skipped", equalTo(6))
                        .body("counters.errors", equalTo(3))
                        .body("counters.total", equalTo(30))
                        .body("createdBy", equalTo("ada@example.com")));
        assertThat(job.steps()).containsExactly("acme/1", "acme/2", "acme/3");
    }

    @Test
    void sameOpenJobIsAnsweredInsteadOfASecondOne() {
        // Given
        CompletableFuture<Void> gate = new CompletableFuture<>();
        job.behave(page -> Uni.createFrom().completionStage(gate));

        // When
        String first = create(1);
        String second = create(1);
        UUID third = jobs.start("notes", ACME, Map.of("pages", "1")).await().atMost(Engine.LIMIT);

        // Then
        assertThat(second).isEqualTo(first).isEqualTo(third.toString());
        gate.complete(null);
        await().atMost(Engine.LIMIT).untilAsserted(() -> shown(first).body("status", equalTo("COMPLETED")));
        assertThat(create(1)).isNotEqualTo(first);
    }

    @Test
    void pausedJobKeepsItsPlaceAndIsResumedThere() {
        // Given
        CompletableFuture<Void> gate = new CompletableFuture<>();
        job.behave(page -> page == 2
                ? Uni.createFrom().completionStage(gate)
                : Uni.createFrom().voidItem());
        String id = create(3);
        await().atMost(Engine.LIMIT).untilAsserted(() -> assertThat(job.steps()).hasSize(2));

        // When
        act(id, "pause").statusCode(200).body("status", equalTo("PAUSED"));
        gate.complete(null);

        // Then
        await().atMost(Engine.LIMIT).untilAsserted(() -> shown(id).body("counters.processed", equalTo(20)));
        shown(id).body("status", equalTo("PAUSED"));
        act(id, "resume").statusCode(200);
        await().atMost(Engine.LIMIT).untilAsserted(() -> shown(id).body("status", equalTo("COMPLETED")));
        assertThat(job.steps()).containsExactly("acme/1", "acme/2", "acme/3");
    }

    @Test
    void cancelledJobEndsAfterItsStepAndCannotBeResumed() {
        // Given
        CompletableFuture<Void> gate = new CompletableFuture<>();
        job.behave(page -> Uni.createFrom().completionStage(gate));
        String id = create(3);
        await().atMost(Engine.LIMIT).untilAsserted(() -> assertThat(job.steps()).hasSize(1));

        // When
        act(id, "cancel").statusCode(200);
        gate.complete(null);

        // Then
        await().atMost(Engine.LIMIT).untilAsserted(() -> shown(id).body("counters.processed", equalTo(10)));
        shown(id).body("status", equalTo("CANCELLED"));
        act(id, "resume").statusCode(409).body("detail", containsString("CANCELLED"));
        assertThat(job.steps()).hasSize(1);
    }

    @Test
    void stepThatFailsForAWhileIsTriedAgainAndCountedOnce() {
        // Given
        AtomicInteger tries = new AtomicInteger();
        job.behave(page -> page == 2 && tries.incrementAndGet() < 3
                ? Uni.createFrom().failure(new SyncFailureException(new TransientFailure("Shopify is slow")))
                : Uni.createFrom().voidItem());

        // When
        String id = create(2);

        // Then
        await().atMost(Engine.LIMIT).untilAsserted(() -> shown(id).body("status", equalTo("COMPLETED")));
        shown(id).body("counters.processed", equalTo(20)).body("failure", equalTo(null));
        assertThat(job.steps()).containsExactly("acme/1", "acme/2", "acme/2", "acme/2");
    }

    @Test
    void refusedStepFailsTheJobWithItsRemedyAndCanBeResumed() {
        // Given
        job.behave(page -> Uni.createFrom()
                .failure(new SyncFailureException(new RejectedByTarget("no such field", "Grant read_orders."))));
        String id = create(1);
        await().atMost(Engine.LIMIT).untilAsserted(() -> shown(id).body("status", equalTo("FAILED")));
        shown(id).body("failure.remedy", equalTo("Grant read_orders."));

        // When
        job.behave(page -> Uni.createFrom().voidItem());
        act(id, "resume").statusCode(200);

        // Then
        await().atMost(Engine.LIMIT).untilAsserted(() -> shown(id).body("status", equalTo("COMPLETED")));
    }

    @Test
    void jobOfACrashedWorkerGoesOnFromItsCheckpointOnceTheLeaseHasRunOut() {
        // Given
        String id = UUID.randomUUID().toString();
        table.execute("insert into sync_job (id, type, store, parameters, status, checkpoint, processed, lease_owner,"
                + " lease_until) values ('" + id + "', 'notes', '" + ACME
                + "', '{\"pages\":\"3\"}', 'RUNNING', '3', 20,"
                + " gen_random_uuid(), now() + interval '1 second')");

        // Then
        await().atMost(Engine.LIMIT).untilAsserted(() -> shown(id).body("status", equalTo("COMPLETED")));
        assertThat(job.steps()).containsExactly("acme/3");
        shown(id).body("counters.processed", equalTo(30));
    }

    @Test
    void jobThatCouldNotRunIsRefusedWithWhatWouldBeRight() {
        refused(Map.of("type", "notes", "store", ACME.value(), "parameters", Map.of("pages", "x")), "pages: expected");
        refused(Map.of("type", "odd", "store", ACME.value()), "expected one of [notes]");
        refused(
                Map.of("type", "notes", "store", "gone.myshopify.com", "parameters", Map.of("pages", "1")),
                "not configured");
        refused(Map.of("type", "notes"), "store: expected the domain of a configured store");
        refused(Map.of("type", "notes", "store", ACME.value(), "pages", "1"), "pages: there is no such member");
        refused(Map.of("store", ACME.value()), "type: needed");
    }

    @Test
    void progressIsStreamedUntilTheEnd() {
        // Given
        String id = create(2);

        // When
        String stream = asViewer()
                .accept("text/event-stream")
                .get("/api/jobs/" + id + "/events")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        // Then
        List<String> events =
                stream.lines().filter(line -> line.startsWith("data:")).toList();
        assertThat(events).isNotEmpty();
        assertThat(events.get(events.size() - 1)).contains("\"COMPLETED\"").contains("\"processed\":20");
    }

    @Test
    void jobsAreListedNewestFirst() {
        // Given
        String first = create(1);
        String second = create(2);

        // When, Then
        String next = asViewer()
                .get("/api/jobs?limit=1")
                .then()
                .body("items", hasSize(1))
                .body("items[0].id", equalTo(second))
                .extract()
                .path("next");
        asViewer().get("/api/jobs?limit=1&after=" + next).then().body("items[0].id", equalTo(first));
        asViewer().get("/api/jobs?type=odd").then().body("items", hasSize(0));
    }

    private static String create(int pages) {
        return asOperator()
                .contentType(ContentType.JSON)
                .body(Map.of("type", "notes", "store", ACME.value(), "parameters", Map.of("pages", "" + pages)))
                .post("/api/jobs")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    private static void refused(Map<String, Object> request, String detail) {
        asOperator()
                .contentType(ContentType.JSON)
                .body(request)
                .post("/api/jobs")
                .then()
                .statusCode(400)
                .body("detail", containsString(detail));
    }

    private static ValidatableResponse shown(String id) {
        return asViewer().get("/api/jobs/" + id).then().statusCode(200);
    }

    private static ValidatableResponse act(String id, String verb) {
        return asOperator().post("/api/jobs/" + id + "/" + verb).then();
    }

    private static RequestSpecification asViewer() {
        return given().auth().oauth2(Tokens.viewer());
    }

    private static RequestSpecification asOperator() {
        return given().auth().oauth2(Tokens.operator());
    }
}
