package io.shopoms.sync.intake;

import static io.shopoms.sync.fixtures.Notes.ACME;
import static io.shopoms.sync.fixtures.Notes.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.shopoms.bus.message.WebhookMessages;
import io.shopoms.model.MessageHeaders;
import io.shopoms.model.WebhookEvent;
import io.shopoms.model.WebhookTopic;
import io.shopoms.sandbox.embedded.EmbeddedServers;
import io.shopoms.sandbox.embedded.EmbeddedServersResource;
import io.shopoms.sync.cache.RejectedMessages;
import io.shopoms.sync.fixtures.Engine;
import io.shopoms.sync.fixtures.NoteTarget;
import io.shopoms.sync.fixtures.Notes;
import io.shopoms.sync.fixtures.Table;
import io.shopoms.sync.fixtures.TokensResource;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedServersResource.class)
@QuarkusTestResource(TokensResource.class)
class WebhookIntakeComponentTest {

    @Inject
    Engine engine;

    @Inject
    WebhookIntake intake;

    @Inject
    RejectedMessages rejected;

    @Inject
    Replay replay;

    @Inject
    NoteTarget target;

    @Inject
    Table table;

    @BeforeEach
    void startOver() {
        engine.startOver();
    }

    @Test
    void sameDeliveryManyTimesIsStoredOnce() {
        // Given
        Message message = message(
                "notes/create", Notes.json(1, NOON, "a"), UUID.randomUUID().toString());

        // When
        store(message, message, message);
        store(message);

        // Then
        engine.awaitStatus("PROCESSED", 1);
        assertThat(table.note(1).getLong("version")).isEqualTo(1);
        assertThat(table.rows("select 1 from webhook_receipt")).hasSize(1);
    }

    @Test
    void everythingThatCannotBeUnderstoodIsKeptWithItsReasonAndTheRestGoesThrough() {
        // Given
        List<Message> messages = new ArrayList<>();
        messages.add(message("notes/create", Notes.json(1, NOON, "good"), "w1"));
        messages.add(message("notes/create", "not json", "w2"));
        messages.add(message("notes/create", "[]", "w3"));
        messages.add(message("notes/create", "{\"id\":\"x\"}", "w4"));
        messages.add(message("notes/create", Notes.json(2, NOON, "x") + "{}", "w5"));
        messages.add(message("notes/create", Notes.json(3, NOON, "x").replace("#3", "\0"), "w6"));
        messages.add(message("notes/create", "{\"a\":".repeat(5000) + "1" + "}".repeat(5000), "w7"));
        messages.add(new Message(headers("notes/create", "w8"), new byte[] {'{', (byte) 0xC3, (byte) 0x28, '}'}));
        messages.add(message("products/create", Notes.json(4, NOON, "x"), "w9"));
        messages.add(new Message(Map.of(), "{}".getBytes(StandardCharsets.UTF_8)));
        Map<String, String> stranger = new HashMap<>(headers("notes/create", "w11"));
        stranger.put(MessageHeaders.SHOP, "stranger.myshopify.com");
        messages.add(new Message(stranger, "{}".getBytes(StandardCharsets.UTF_8)));
        messages.add(message("notes/create", Notes.json(5, Instant.parse("9999-01-01T00:00:00Z"), "x"), "w12"));
        messages.add(message("notes/create", "", "w13"));
        messages.add(message("notes/create", Notes.json(6, NOON, "good too"), "w14"));

        // When
        store(messages.toArray(Message[]::new));

        // Then
        engine.awaitStatus("PROCESSED", 2);
        assertThat(target.held()).containsOnlyKeys("acme/1", "acme/6");
        List<RejectedMessages.Stored> kept = rejected.list(
                        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 100)
                .await()
                .atMost(Engine.LIMIT);
        assertThat(kept)
                .hasSize(12)
                .allSatisfy(one -> assertThat(one.rejection().reason()).isNotBlank());
    }

    @Test
    void valueThatOnlyTheDatabaseRefusesIsRejectedAloneAndTheBatchIsStored() {
        // Given
        table.execute("alter table note_cache add constraint no_thirteen check (title <> '#13')");
        Message[] messages = new Message[30];
        for (int i = 0; i < messages.length; i++) {
            messages[i] = message("notes/create", Notes.json(i + 1, NOON, "x"), "w" + i);
        }

        try {
            // When
            store(messages);

            // Then
            engine.awaitStatus("PROCESSED", 29);
            assertThat(table.rows("select reason from rejected_message"))
                    .singleElement()
                    .satisfies(row -> assertThat(row.getString("reason")).contains("23514"));
        } finally {
            table.execute("alter table note_cache drop constraint no_thirteen");
        }
    }

    @Test
    void rejectedMessageIsReplayedOnceItIsUnderstood() {
        // Given
        Map<String, String> headers = headers("notes/create", "w1");
        table.execute("insert into rejected_message (store, topic, webhook_id, raw_format, headers, body, reason,"
                + " received_at) values ('" + ACME + "', 'notes/create', 'w1', 'WEBHOOK', '" + json(headers) + "', '"
                + Notes.json(1, NOON, "a") + "'::text::bytea, 'not understood by an older version', now())");
        long id = table.rows("select id from rejected_message").get(0).getLong("id");

        // When
        boolean understood = rejected.find(id)
                .chain(found -> replay.replay(found.orElseThrow()))
                .await()
                .atMost(Engine.LIMIT);

        // Then
        assertThat(understood).isTrue();
        engine.awaitStatus("PROCESSED", 1);
        assertThat(table.rows("select 1 from rejected_message where replayed_at is not null"))
                .hasSize(1);
    }

    @Test
    void topicThatTwoKindsClaimIsStoredForBoth() {
        // When
        store(message("notes/memo", Notes.json(1, NOON, "a"), "w1"));

        // Then
        assertThat(table.rows("select 1 from note_cache")).hasSize(1);
        assertThat(table.rows("select 1 from memo_cache")).hasSize(1);
    }

    @Test
    void participantIsToldOfEveryDeliveryAndWhichOfThemMadeAVersion() {
        // Given
        store(message("notes/memo", Notes.json(1, NOON, "second"), "w1"));

        // When
        store(
                message("notes/memo", Notes.json(1, NOON.minusSeconds(9), "older"), "w2"),
                message("notes/memo", Notes.json(1, NOON.plusSeconds(1), "third"), "w3"),
                message("notes/memo", Notes.json(1, NOON.plusSeconds(2), "fourth"), "w4"),
                message("notes/memo", Notes.json(2, NOON, "another"), "w5"),
                message("notes/memo", Notes.json(1, NOON, "second"), "w1"));
        store(message("notes/memo", Notes.json(1, NOON.plusSeconds(3), "fourth"), "w6"));

        // Then
        assertThat(arrivals())
                .containsExactly("1 second v1", "1 older", "1 third", "1 fourth v2", "2 another v1", "1 fourth");
    }

    @Test
    void arrivalThatItsParticipantCannotCopeWithIsRejectedAloneAndLeavesNothing() {
        // Given
        table.execute("alter table memo_arrival add constraint no_thirteen check (record_id <> 13)");
        Message[] messages = new Message[20];
        for (int i = 0; i < messages.length; i++) {
            String text = i == 5 ? "riddle" : "plain";
            messages[i] = message("notes/memo", Notes.json(i + 1, NOON, text), "w" + i);
        }

        try {
            // When
            store(messages);

            // Then
            assertThat(arrivals()).hasSize(18).doesNotContain("13 plain v1");
            assertThat(table.rows("select 1 from memo_cache where record_id in (6, 13)"))
                    .isEmpty();
            assertThat(table.rows("select reason from rejected_message order by id").stream()
                            .map(row -> row.getString("reason")))
                    .hasSize(2)
                    .satisfiesExactly(
                            riddle -> assertThat(riddle).contains("IllegalStateException"),
                            refused -> assertThat(refused).contains("23514"));
        } finally {
            table.execute("alter table memo_arrival drop constraint no_thirteen");
        }
    }

    @Test
    void whileTheDatabaseIsAwayNothingIsAcknowledgedAndAfterwardsAllIsStored() {
        // Given
        EmbeddedServers.stopDatabase();
        var stored = intake.store(List.of(message("notes/create", Notes.json(1, NOON, "a"), "w1")))
                .subscribeAsCompletionStage();

        try {
            await().during(java.time.Duration.ofSeconds(1))
                    .atMost(Engine.LIMIT)
                    .untilAsserted(() -> assertThat(stored).isNotDone());
        } finally {
            // When
            EmbeddedServers.startDatabase();
        }

        // Then
        await().atMost(Engine.LIMIT).untilAsserted(() -> assertThat(stored).isCompleted());
        engine.awaitStatus("PROCESSED", 1);
    }

    private List<String> arrivals() {
        return table.rows("select record_id, text, new_version from memo_arrival order by id").stream()
                .map(row -> row.getLong("record_id") + " " + row.getString("text")
                        + (row.getLong("new_version") == null ? "" : " v" + row.getLong("new_version")))
                .toList();
    }

    private void store(Message... messages) {
        intake.store(List.of(messages)).await().atMost(Engine.LIMIT);
    }

    private static Message message(String topic, String body, String webhookId) {
        return new Message(headers(topic, webhookId), body.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, String> headers(String topic, String webhookId) {
        return WebhookMessages.headers(new WebhookEvent(
                ACME,
                new WebhookTopic(topic),
                webhookId,
                Optional.empty(),
                Optional.of("2026-10"),
                Optional.of(NOON),
                NOON.plusSeconds(1),
                new byte[0]));
    }

    private static String json(Map<String, String> headers) {
        StringBuilder text = new StringBuilder("{");
        headers.forEach((name, value) -> text.append(text.length() > 1 ? "," : "")
                .append('"')
                .append(name)
                .append("\":\"")
                .append(value)
                .append('"'));
        return text.append('}').toString();
    }
}
