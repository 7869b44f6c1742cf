package io.shopoms.sandbox.odoo.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.shopoms.sandbox.fault.Fault;
import io.shopoms.sandbox.odoo.fixtures.OdooExtension;
import io.shopoms.sandbox.odoo.fixtures.Reply;
import io.shopoms.sandbox.odoo.fixtures.Sheets;
import io.shopoms.sandbox.odoo.orm.User;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Lost answers, late commits, conflicts, keys and rights (contract, sections 2.2, 3.1 and 3.2). */
class UnreliableOdooComponentTest {

    @RegisterExtension
    static final OdooExtension ODOO = new OdooExtension();

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private Map<String, Object> order;

    @BeforeEach
    void catalog() {
        long product = ODOO.data().product("MUG-1", "Mug", "11.90", 100);
        ODOO.ok("res.partner", "load", Sheets.customer("__shopify__.ada"));
        order = Sheets.order("1001", Sheets.line(product, 2, 10));
    }

    @Test
    void aLostAnswerWasCommittedAndTheReplayFindsIt() {
        // Given
        ODOO.simulator().faults().add(Fault.lostResponse("sale.order/load"));

        // When
        assertThatThrownBy(() -> ODOO.call("sale.order", "load", order)).hasRootCauseInstanceOf(IOException.class);
        Reply replay = ODOO.call("sale.order", "load", order);

        // Then
        assertThat(ODOO.data().orders("#1001"))
                .singleElement()
                .satisfies(found -> assertThat(found.id()).isEqualTo(replay.firstId()));
    }

    @Test
    void aLateCallHasCommittedNothingWhenItsClientGoes() {
        // Given: later than this test lasts, on whatever machine
        ODOO.simulator().faults().add(Fault.lateCommit("sale.order/load", Duration.ofMinutes(10)));

        // When
        leaveOnceReceived();

        // Then
        assertThat(ODOO.data().orders("#1001")).isEmpty();
    }

    @Test
    void aLateCallCommitsAlthoughItsClientHasGone() {
        // Given
        ODOO.simulator().faults().add(Fault.lateCommit("sale.order/load", Duration.ofMillis(500)));

        // When
        leaveOnceReceived();

        // Then
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(ODOO.data().orders("#1001")).hasSize(1));
    }

    @Test
    void anOrderedConflictIsReportedByLoadAndRaisedByOtherCalls() {
        // Given
        ODOO.simulator().conflicts().add("sale.order/load", 1);
        ODOO.simulator().conflicts().add("res.partner/write", 1);

        // When
        Reply load = ODOO.call("sale.order", "load", order);
        Reply write = ODOO.call("res.partner", "write", Map.of("ids", List.of(1), "vals", Map.of("phone", "1")));
        Reply again = ODOO.call("sale.order", "load", order);

        // Then
        assertThat(load.status()).isEqualTo(200);
        assertThat(load.body().get("ids").asBoolean()).isFalse();
        assertThat(load.loadMessage().get("message").asText()).contains("could not serialize access");
        assertThat(write.status()).isEqualTo(500);
        assertThat(write.name()).isEqualTo("psycopg2.errors.SerializationFailure");
        assertThat(again.firstId()).isPositive();
    }

    /** 3.1: always one order; those that lose are told so and find it the second time. */
    @Test
    void parallelLoadsOfOneOrderMakeOneOrder() {
        // Given
        ODOO.simulator().pace().gather(6);

        // When
        List<CompletableFuture<Reply>> calls = IntStream.range(0, 6)
                .mapToObj(i -> ODOO.callAsync("sale.order", "load", order))
                .toList();
        List<Reply> replies = calls.stream().map(CompletableFuture::join).toList();

        // Then
        assertThat(ODOO.data().orders("#1001")).hasSize(1);
        long id = ODOO.data().orders("#1001").get(0).id();
        assertThat(replies).allSatisfy(reply -> assertThat(reply.status()).isEqualTo(200));
        assertThat(replies).anySatisfy(reply -> assertThat(reply.firstId()).isEqualTo(id));
        assertThat(replies)
                .anySatisfy(
                        reply -> assertThat(reply.loadMessage().path("message").asText())
                                .contains("could not serialize access"));
    }

    /** 3.3: the server itself repeats plain calls that lose. */
    @Test
    void parallelWritesToOneRecordAllSucceed() {
        // Given
        ODOO.simulator().pace().gather(4);

        // When
        List<CompletableFuture<Reply>> calls = IntStream.range(0, 4)
                .mapToObj(i -> ODOO.callAsync(
                        "res.partner", "write", Map.of("ids", List.of(1), "vals", Map.of("phone", "" + i))))
                .toList();

        // Then
        assertThat(calls.stream().map(CompletableFuture::join))
                .allSatisfy(reply -> assertThat(reply.status()).isEqualTo(200));
    }

    /** 3.3: four parallel confirmations: one succeeds, three are told that there is nothing to confirm, one picking. */
    @Test
    void parallelConfirmationsMakeOnePicking() {
        // Given
        long id = ODOO.call("sale.order", "load", order).firstId();
        ODOO.simulator().pace().gather(4);

        // When
        List<CompletableFuture<Reply>> calls = IntStream.range(0, 4)
                .mapToObj(i -> ODOO.callAsync("sale.order", "action_confirm", Map.of("ids", List.of(id))))
                .toList();
        List<Integer> statuses = calls.stream()
                .map(CompletableFuture::join)
                .map(Reply::status)
                .sorted()
                .toList();

        // Then
        assertThat(statuses).containsExactly(200, 422, 422, 422);
        assertThat(ODOO.data().pickings(id)).hasSize(1);
    }

    @Test
    void aRevokedKeyIs401UntilItIsGrantedAgain() {
        // Given
        ODOO.simulator().keys().revoke("test-odoo-api-key");

        // When
        Reply refused = ODOO.call("res.users", "context_get", Map.of());
        ODOO.simulator().keys().grant("test-odoo-api-key", new User(2, "shopoms", false));
        Reply accepted = ODOO.call("res.users", "context_get", Map.of());

        // Then
        assertThat(refused.status()).isEqualTo(401);
        assertThat(accepted.status()).isEqualTo(200);
    }

    @Test
    void missingRightsAre403WithoutAnyEffect() {
        // Given
        ODOO.simulator().rights().set("sale.order", "create", false);

        // When
        Reply load = ODOO.call("sale.order", "load", order);
        Reply probe = ODOO.call("sale.order", "has_access", Map.of("operation", "create"));

        // Then
        assertThat(load.status()).isEqualTo(403);
        assertThat(load.name()).isEqualTo("odoo.exceptions.AccessError");
        assertThat(probe.text()).isEqualTo("false");
        assertThat(ODOO.data().orderCount()).isZero();
    }

    @Test
    void anInjectedStatusHasNoEffect() {
        // Given
        ODOO.simulator().faults().add(Fault.status("sale.order/load", 503).retryAfter(2));

        // When
        Reply reply = ODOO.call("sale.order", "load", order);

        // Then
        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.headers().firstValue("Retry-After")).contains("2");
        assertThat(ODOO.data().orderCount()).isZero();
        assertThat(ODOO.simulator().requests().count("sale.order/load")).isEqualTo(1);
    }

    private void leaveOnceReceived() {
        CompletableFuture<Reply> call = ODOO.callAsync("sale.order", "load", order);
        await().atMost(LIMIT).until(() -> ODOO.simulator().faults().pending().isEmpty());
        call.cancel(true);
    }
}
