package io.shopoms.sync.ops;

import static io.restassured.RestAssured.given;
import static io.shopoms.sync.fixtures.Notes.ACME;
import static io.shopoms.sync.fixtures.Notes.BETA;
import static io.shopoms.sync.fixtures.Notes.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.shopoms.sandbox.embedded.EmbeddedServers;
import io.shopoms.sandbox.embedded.EmbeddedServersResource;
import io.shopoms.sync.failure.SyncFailure.MissingDependency;
import io.shopoms.sync.failure.SyncFailure.RejectedByTarget;
import io.shopoms.sync.fixtures.Engine;
import io.shopoms.sync.fixtures.NoteTarget;
import io.shopoms.sync.fixtures.Notes;
import io.shopoms.sync.fixtures.Table;
import io.shopoms.sync.fixtures.Tokens;
import io.shopoms.sync.fixtures.TokensResource;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(EmbeddedServersResource.class)
@QuarkusTestResource(TokensResource.class)
class OpsApiComponentTest {

    private static final String PROBLEM = "application/problem+json";

    @Inject
    Engine engine;

    @Inject
    NoteTarget target;

    @Inject
    Table table;

    @BeforeEach
    void startOver() {
        engine.startOver();
    }

    @AfterEach
    void theDatabaseRuns() {
        EmbeddedServers.startDatabase();
    }

    @Test
    void withoutTheDatabaseTheAnswerSaysToTryAgain() {
        // Given
        EmbeddedServers.stopDatabase();

        for (String path : List.of("/api/cache/notes", "/api/cache/notes/status", "/api/rejected", "/api/jobs")) {
            // When
            ValidatableResponse answer = asViewer().get(path).then();

            // Then
            answer.statusCode(503)
                    .contentType(PROBLEM)
                    .header("Retry-After", "10")
                    .body("detail", containsString("database"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/cache",
        "GET, /api/cache/notes",
        "GET, /api/cache/notes/status",
        "GET, /api/cache/notes/1",
        "POST, /api/cache/notes/process",
        "POST, /api/cache/notes/retry",
        "GET, /api/rejected",
        "GET, /api/rejected/1",
        "POST, /api/rejected/1/replay",
        "GET, /api/jobs",
        "POST, /api/jobs",
        "GET, /api/jobs/7d3c4f0e-0000-4000-8000-000000000000",
        "GET, /api/jobs/7d3c4f0e-0000-4000-8000-000000000000/events",
        "POST, /api/jobs/7d3c4f0e-0000-4000-8000-000000000000/pause",
        "POST, /api/jobs/7d3c4f0e-0000-4000-8000-000000000000/resume",
        "POST, /api/jobs/7d3c4f0e-0000-4000-8000-000000000000/cancel",
        "GET, /api/scheduler",
        "POST, /api/scheduler/note-poll/start",
        "POST, /api/scheduler/note-poll/stop",
        "POST, /api/scheduler/note-poll/trigger",
        "GET, /api/stores"
    })
    void nothingIsAnsweredWithoutATokenAndViewersMayOnlyRead(String method, String path) {
        given().contentType(ContentType.JSON)
                .body("{}")
                .request(method, path)
                .then()
                .statusCode(401)
                .contentType(PROBLEM)
                .header("WWW-Authenticate", containsString("Bearer"))
                .body("status", equalTo(401));
        given().auth()
                .oauth2(Tokens.withoutGroups())
                .contentType(ContentType.JSON)
                .body("{}")
                .request(method, path)
                .then()
                .statusCode(403)
                .contentType(PROBLEM);
        if (method.equals("POST")) {
            asViewer()
                    .contentType(ContentType.JSON)
                    .body("{}")
                    .request(method, path)
                    .then()
                    .statusCode(403)
                    .contentType(PROBLEM);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "a.b.c", ""})
    void tokenThatCannotBeVerifiedIsRefused(String token) {
        given().header("Authorization", "Bearer " + token)
                .get("/api/cache")
                .then()
                .statusCode(401)
                .contentType(PROBLEM);
    }

    @Test
    void tokenOfAnotherIssuerIsRefused() {
        given().auth().oauth2(Tokens.ofAnotherIssuer()).get("/api/cache").then().statusCode(401);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/cache/unknown, 404, There is no kind",
        "/api/cache/unknown/status, 404, There is no kind",
        "/api/cache/notes/1, 404, There is no record 1",
        "/api/cache/notes/abc, 400, expected a number",
        "/api/cache/notes?status=odd, 400, expected one of",
        "/api/cache/notes?failure=odd, 400, TransientFailure",
        "/api/cache/notes?limit=0, 400, from 1 to 500",
        "/api/cache/notes?limit=9999, 400, from 1 to 500",
        "/api/cache/notes?store=evil.example, 400, is not a shop domain",
        "/api/cache/notes?after=!!!, 400, of the page before",
        "/api/cache/notes?after=YWJj, 400, of the page before",
        "/api/rejected/5, 404, no rejected message",
        "/api/jobs/5, 400, expected a UUID",
        "/api/jobs/7d3c4f0e-0000-4000-8000-000000000000, 404, There is no job",
        "/api/jobs/7d3c4f0e-0000-4000-8000-000000000000/events, 404, There is no job",
        "/api/nothing/here, 404, nothing at this path"
    })
    void wrongQuestionIsAnsweredWithWhatWouldBeRight(String path, int status, String detail) {
        asViewer()
                .get(path)
                .then()
                .statusCode(status)
                .contentType(PROBLEM)
                .body("status", equalTo(status))
                .body("title", notNullValue())
                .body("detail", containsString(detail));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[",
                "[1]",
                "\"x\"",
                "{\"ids\": 5}",
                "{\"ids\": [\"1\"], \"store\": \"nowhere\"}",
                "{\"ids\": [\"1\"]}",
                "{\"id\": \"1\"}",
                "{\"failure\": \"odd\"}"
            })
    void malformedBodyIsABadRequest(String body) {
        asOperator()
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/cache/notes/retry")
                .then()
                .statusCode(400)
                .contentType(PROBLEM);
    }

    @Test
    void statusCountsByStoreAndFailure() {
        // Given
        target.failEach(entry -> new RejectedByTarget("no", "Do something."));
        engine.store(Notes.record(1, NOON, "a"), Notes.record(BETA, Notes.json(2, NOON, "b"), NOON));
        engine.awaitStatus("FAILED", 2);
        target.behave(target::accept);
        engine.store(Notes.record(3, NOON, "c"));
        engine.awaitStatus("PROCESSED", 1);

        // When, Then
        asViewer()
                .get("/api/cache/notes/status")
                .then()
                .statusCode(200)
                .body("stores.'acme.myshopify.com'.processed", equalTo(1))
                .body("stores.'acme.myshopify.com'.failed", equalTo(1))
                .body("stores.'beta.myshopify.com'.failed", equalTo(1))
                .body("stores.'beta.myshopify.com'.byFailure.RejectedByTarget", equalTo(1));
    }

    @Test
    void listIsPagedNewestFirstAndSearchedByColumnAndId() {
        // Given
        for (int id = 1001; id <= 1005; id++) {
            engine.store(Notes.record(id, NOON.plusSeconds(id), "x"));
        }
        engine.awaitStatus("PROCESSED", 5);

        // When
        String next = asViewer()
                .get("/api/cache/notes?limit=2")
                .then()
                .statusCode(200)
                .body("items.id", contains("1005", "1004"))
                .extract()
                .path("next");
        String last = asViewer()
                .get("/api/cache/notes?limit=2&after=" + next)
                .then()
                .body("items.id", contains("1003", "1002"))
                .extract()
                .path("next");

        // Then
        asViewer()
                .get("/api/cache/notes?limit=2&after=" + last)
                .then()
                .body("items.id", contains("1001"))
                .body("next", nullValue());
        asViewer().get("/api/cache/notes?q=1003").then().body("items.id", contains("1003"));
        asViewer().queryParam("q", "#100").get("/api/cache/notes").then().body("items", hasSize(5));
        asViewer().queryParam("q", "%").get("/api/cache/notes").then().body("items", hasSize(0));
        asViewer().get("/api/cache/notes?status=failed").then().body("items", hasSize(0));
    }

    @Test
    void singleRecordShowsItsRawTextAndWhatHappened() {
        // Given
        engine.store(Notes.record(820982911946154508L, NOON, "big"));
        engine.awaitStatus("PROCESSED", 1);

        // When, Then
        asViewer()
                .get("/api/cache/notes/820982911946154508")
                .then()
                .statusCode(200)
                .body("id", equalTo("820982911946154508"))
                .body("status", equalTo("PROCESSED"))
                .body("note", equalTo("taken over"))
                .body("columns.title", equalTo("#820982911946154508"))
                .body("raw", equalTo(Notes.json(820982911946154508L, NOON, "big")))
                .body("history[0]", containsString("PROCESSED taken over"));
    }

    @Test
    void storeIsAskedForOnlyWhenTheIdIsAmbiguous() {
        // Given
        engine.store(Notes.record(1, NOON, "a"), Notes.record(BETA, Notes.json(1, NOON, "b"), NOON));
        engine.awaitStatus("PROCESSED", 2);

        // When, Then
        asViewer().get("/api/cache/notes/1").then().statusCode(400).body("detail", containsString(BETA.value()));
        asViewer()
                .get("/api/cache/notes/1?store=" + BETA)
                .then()
                .statusCode(200)
                .body("store", equalTo(BETA.value()));
    }

    @Test
    void failedRecordsAreRetriedByFilterAndById() {
        // Given
        target.failEach(entry -> new RejectedByTarget("no", "Do something."));
        engine.store(Notes.record(1, NOON, "a"), Notes.record(2, NOON, "b"), Notes.record(3, NOON, "c"));
        engine.awaitStatus("FAILED", 3);
        target.behave(target::accept);

        // When
        retry(Map.of("store", ACME.value(), "ids", List.of("2")), 1);
        engine.awaitStatus("PROCESSED", 1);
        retry(Map.of("failure", "RejectedByTarget"), 2);

        // Then
        engine.awaitStatus("PROCESSED", 3);
    }

    @Test
    void anEmptyListOfIdsRetriesNothing() {
        // Given
        target.failEach(entry -> new RejectedByTarget("no", "Do something."));
        engine.store(Notes.record(1, NOON, "a"));
        engine.awaitStatus("FAILED", 1);

        // When, Then
        retry(Map.of("store", ACME.value(), "ids", List.of()), 0);
        assertThat(table.note(1).getString("status")).isEqualTo("FAILED");
    }

    @Test
    void recordsThatWaitForSomethingMissingAreRetriedToo() {
        // Given
        target.failEach(entry -> new MissingDependency("SKU X", "Create it."));
        engine.store(Notes.record(1, NOON, "a"));
        await().atMost(Engine.LIMIT)
                .untilAsserted(() ->
                        assertThat(table.note(1).getString("failure_kind")).isNotNull());
        target.behave(target::accept);
        table.execute("update note_cache set next_attempt_at = now() + interval '1 hour' where status = 'PENDING'");

        // When
        retryWhatFailed();

        // Then
        engine.awaitStatus("PROCESSED", 1);
    }

    @Test
    void processLetsWaitingRecordsBeTriedNow() {
        // Given
        target.failEach(entry -> new MissingDependency("SKU X", "Create it."));
        engine.store(Notes.record(1, NOON, "a"));
        await().atMost(Engine.LIMIT)
                .untilAsserted(() ->
                        assertThat(table.note(1).getString("failure_kind")).isNotNull());
        target.behave(target::accept);
        table.execute("update note_cache set next_attempt_at = now() + interval '1 hour' where status = 'PENDING'");

        // When
        asOperator().post("/api/cache/notes/process").then().statusCode(200);

        // Then
        engine.awaitStatus("PROCESSED", 1);
    }

    @Test
    void recordThatCannotBeUnderstoodIsListedWithItsReasonAndCanBeReplayed() {
        // Given
        engine.store(Notes.record(ACME, "{\"nonsense\":true}", NOON), Notes.record(ACME, "[1", NOON));

        // When
        String id = asViewer()
                .get("/api/rejected?store=" + ACME)
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items.reason", hasItem(containsString("it is not a note")))
                .extract()
                .path("items[1].id");

        // Then
        asViewer().get("/api/rejected/" + id).then().statusCode(200).body("text", equalTo("{\"nonsense\":true}"));
        asOperator()
                .post("/api/rejected/" + id + "/replay")
                .then()
                .statusCode(422)
                .contentType(PROBLEM);
        asViewer().get("/api/rejected/" + id).then().body("message.seen", equalTo(2));
    }

    @Test
    void storesAreShownWithoutSecrets() {
        String answer = asViewer()
                .get("/api/stores")
                .then()
                .statusCode(200)
                .body("stores.store", contains(ACME.value(), BETA.value()))
                .body("stores.odoo", contains(true, true))
                .extract()
                .asString();

        assertThat(answer).doesNotContain("shpat");
    }

    @Test
    void apiDescriptionIsPublic() {
        given().accept(ContentType.JSON)
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .body("paths", notNullValue());
        given().get("/q/swagger-ui/").then().statusCode(200);
    }

    private static void retry(Map<String, Object> request, int retried) {
        asOperator()
                .contentType(ContentType.JSON)
                .body(request)
                .post("/api/cache/notes/retry")
                .then()
                .statusCode(200)
                .body("retried", equalTo(retried));
    }

    private static void retryWhatFailed() {
        asOperator()
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/api/cache/notes/retry")
                .then()
                .statusCode(200);
    }

    private static RequestSpecification asViewer() {
        return given().auth().oauth2(Tokens.viewer());
    }

    private static RequestSpecification asOperator() {
        return given().auth().oauth2(Tokens.operator());
    }
}
