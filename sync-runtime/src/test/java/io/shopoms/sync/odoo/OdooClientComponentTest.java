package io.shopoms.sync.odoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.shopoms.sandbox.fault.Fault;
import io.shopoms.sandbox.odoo.OdooSettings;
import io.shopoms.sandbox.odoo.OdooSimulator;
import io.shopoms.sync.failure.SyncFailure.TransientFailure;
import io.shopoms.sync.store.Store.OdooConnection;
import io.shopoms.sync.store.Store.Transport;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The same scenarios as against a real Odoo, and what a real one does not do on demand: losing answers. */
class OdooClientComponentTest extends OdooScenarios {

    private static final OdooSettings SETTINGS = OdooSettings.forTests().withDemoCatalog();

    private final OdooSimulator simulator = OdooSimulator.start(SETTINGS);

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Override
    OdooConnection connection(Transport transport) {
        return new OdooConnection(
                simulator.url(), SETTINGS.database(), SETTINGS.apiKey(), transport, Optional.of(SETTINGS.login()));
    }

    @ParameterizedTest
    @EnumSource(Transport.class)
    void orderWhoseAnswerWasLostIsThereOnce(Transport transport) {
        // Given
        OdooClient odoo = client(transport, Map.of());
        simulator.faults().add(Fault.lostResponse("sale.order/load").times(2));

        // When
        List<Long> ids = get(odoo.createAbsent(orders(List.of(order("lost")), "10.00", "1")));

        // Then
        assertThat(ids).hasSize(1);
        assertThat(simulator.data().orders()).hasSize(1);
    }

    static Stream<Fault> passingFaults() {
        return Stream.of(
                Fault.status("load", 429).retryAfter(0),
                Fault.status("load", 502),
                Fault.status("load", 503).retryAfter(0),
                Fault.throttled("load"),
                Fault.reset("load"),
                Fault.lostResponse("load"));
    }

    @ParameterizedTest
    @MethodSource("passingFaults")
    void loadSurvivesPassingTrouble(Fault fault) {
        OdooClient odoo = client(Transport.JSON2, Map.of());
        simulator.faults().add(fault.times(2));

        assertThat(get(odoo.createAbsent(orders(List.of(order("trouble")), "10.00", "1"))))
                .hasSize(1);
        assertThat(simulator.data().orders()).hasSize(1);
    }

    @Test
    void confirmationWhoseAnswerWasLostIsNotSentAgain() {
        // Given
        OdooClient odoo = client(Transport.JSON2, Map.of());
        List<Long> ids = get(odoo.createAbsent(orders(List.of(order("confirmed")), "10.00", "1")));
        simulator.faults().add(Fault.lostResponse("action_confirm"));

        // When
        assertThat(failure(odoo.call("sale.order", "action_confirm", ids(ids)))).isInstanceOf(TransientFailure.class);

        // Then
        assertThat(get(odoo.read("sale.order", ids, List.of("state")))
                        .get(0)
                        .get("state")
                        .asText())
                .isEqualTo("sale");
    }

    @Test
    void orderThatIsCommittedAfterTheClientHasGoneIsFoundByLoadingAgain() {
        // Given
        OdooClient impatient = client(Transport.JSON2, Map.of("read-timeout", "100ms", "tries", "1"));
        simulator.faults().add(Fault.lateCommit("sale.order/load", Duration.ofMillis(400)));
        Load load = orders(List.of(order("late")), "10.00", "1");
        assertThat(failure(impatient.createAbsent(load))).isInstanceOf(TransientFailure.class);

        // When
        List<Long> ids = get(client(Transport.JSON2, Map.of()).createAbsent(load));

        // Then
        await().during(Duration.ofMillis(600))
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(simulator.data().orders()).hasSize(1));
        assertThat(get(client(Transport.JSON2, Map.of()).createAbsent(load))).isEqualTo(ids);
    }

    @Test
    void collidingTransactionsAreLoadedAgain() {
        // Given
        OdooClient odoo = client(Transport.JSON2, Map.of());
        simulator.conflicts().add("sale.order/load", 2);

        // When, Then
        assertThat(get(odoo.createAbsent(orders(List.of(order("collision")), "10.00", "1"))))
                .hasSize(1);
    }
}
