package io.shopoms.sandbox.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SimulatedServerTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicInteger effects = new AtomicInteger();
    private final AtomicLong lastEffect = new AtomicLong();
    private final AtomicInteger resets = new AtomicInteger();
    private SimulatedServer server;

    @BeforeEach
    void start() {
        server = new SimulatedServer("simulated thing", resets::incrementAndGet);
        server.router()
                .post("/api/things")
                .handler(context -> server.answer(
                        context, Operation.of("thing.make", context.request().path()), this::make));
        server.listen(0);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void withoutAFaultTheWorkIsDoneAndLogged() throws Exception {
        // When
        HttpResponse<String> answer = post("/api/things", "{}");

        // Then
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).isEqualTo("{\"made\":1}");
        assertThat(server.requests().entries())
                .singleElement()
                .satisfies(entry ->
                        assertThat(entry.operation() + " " + entry.status()).isEqualTo("thing.make 201"));
    }

    @Test
    void aStatusFaultAnswersInsteadOfTheWorkAsOftenAsItSays() throws Exception {
        // Given
        assertThat(post(
                                "/control/faults",
                                "{\"match\":\"thing.make\",\"kind\":\"status\",\"status\":503,\"retryAfterSeconds\":7,\"times\":2}")
                        .statusCode())
                .isEqualTo(200);

        // When
        HttpResponse<String> first = post("/api/things", "{}");
        HttpResponse<String> second = post("/api/things", "{}");
        HttpResponse<String> third = post("/api/things", "{}");

        // Then
        assertThat(first.statusCode()).isEqualTo(503);
        assertThat(first.headers().firstValue("Retry-After")).hasValue("7");
        assertThat(second.statusCode()).isEqualTo(503);
        assertThat(third.statusCode()).isEqualTo(201);
        assertThat(effects).hasValue(1);
    }

    @Test
    void aFaultMatchesAPartOfThePathAndLeavesOtherOperationsAlone() throws Exception {
        // Given
        server.faults().add(Fault.status("/api/other", 500));
        server.faults().add(Fault.throttled("/api/thi"));

        // When
        HttpResponse<String> answer = post("/api/things", "{}");

        // Then
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(server.faults().pending()).extracting(Fault::match).containsExactly("/api/other");
    }

    @Test
    void aResetDropsTheConnectionBeforeAnythingHappens() {
        // Given
        server.faults().add(Fault.reset("*"));

        // When
        assertThatThrownBy(() -> post("/api/things", "{}")).isInstanceOf(IOException.class);

        // Then
        assertThat(effects).hasValue(0);
        assertThat(server.requests().entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.status()).isZero());
    }

    @Test
    void aLostResponseDropsTheConnectionAfterTheEffect() {
        // Given
        server.faults().add(Fault.lostResponse("*"));

        // When
        assertThatThrownBy(() -> post("/api/things", "{}")).isInstanceOf(IOException.class);

        // Then
        assertThat(effects).hasValue(1);
    }

    @Test
    void aLateCommitTakesEffectAlthoughTheClientHasGone() {
        // Given
        Duration late = Duration.ofMillis(400);
        server.faults().add(Fault.lateCommit("*", late));

        // When
        long sent = System.nanoTime();
        leaveOnceReceived();

        // Then
        await().atMost(LIMIT).untilAsserted(() -> assertThat(effects).hasValue(1));
        assertThat(lastEffect.get() - sent).isGreaterThanOrEqualTo(late.toNanos());
    }

    @Test
    void aSlowAnswerHasItsEffectAtOnce() {
        // Given
        server.faults().add(Fault.slow("*", LIMIT.multipliedBy(2)));

        // When
        leaveOnceReceived();

        // Then
        await().atMost(LIMIT).untilAsserted(() -> assertThat(effects).hasValue(1));
    }

    @Test
    void aFaultThatMakesNoSenseIsRefusedWithTheReason() throws Exception {
        // When
        HttpResponse<String> unknownKind = post("/control/faults", "{\"kind\":\"explode\"}");
        HttpResponse<String> noNumber = post("/control/faults", "{\"times\":\"many\"}");
        HttpResponse<String> noJson = post("/control/faults", "{");

        // Then
        assertThat(unknownKind.statusCode()).isEqualTo(400);
        assertThat(unknownKind.body()).contains("lost-response");
        assertThat(noNumber.body()).contains("times must be a whole number");
        assertThat(noJson.statusCode()).isEqualTo(400);
        assertThat(server.faults().pending()).isEmpty();
    }

    @Test
    void resetForgetsFaultsAndRequestsAndTellsTheSimulator() throws Exception {
        // Given
        post("/api/things", "{}");
        server.faults().add(Fault.reset("*"));

        // When
        post("/control/reset", "");

        // Then
        assertThat(server.faults().pending()).isEmpty();
        assertThat(server.requests().total()).isZero();
        assertThat(resets).hasValue(1);
    }

    @Test
    void aTakenPortIsSaidInOneSentence() {
        SimulatedServer second = new SimulatedServer("simulated thing", () -> {});

        assertThatThrownBy(() -> second.listen(server.port()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("port " + server.port() + " for the simulated thing is taken");
    }

    private Answer make() {
        lastEffect.set(System.nanoTime());
        return Answer.json(201, Map.of("made", effects.incrementAndGet()));
    }

    /** A client that goes before it is answered, but not before its request is there. */
    private void leaveOnceReceived() {
        CompletableFuture<HttpResponse<String>> unanswered =
                client.sendAsync(request("/api/things", "{}"), HttpResponse.BodyHandlers.ofString());
        await().atMost(LIMIT).until(() -> server.faults().pending().isEmpty());
        unanswered.cancel(true);
    }

    private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return client.send(request(path, body), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest request(String path, String body) {
        return HttpRequest.newBuilder(URI.create(server.uri() + path))
                .timeout(LIMIT)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }
}
