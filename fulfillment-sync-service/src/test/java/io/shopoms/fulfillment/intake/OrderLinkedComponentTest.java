package io.shopoms.fulfillment.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.shopoms.bus.migration.Migrations;
import io.shopoms.bus.publish.ConfirmedPublisher;
import io.shopoms.fulfillment.cache.OrderLink;
import io.shopoms.fulfillment.cache.OrderLinks;
import io.shopoms.fulfillment.cache.OrderLinks.Change;
import io.shopoms.fulfillment.fixtures.Commerce;
import io.shopoms.fulfillment.fixtures.Rows;
import io.shopoms.fulfillment.fixtures.SimulatedStores;
import io.shopoms.fulfillment.fixtures.SoldOrder;
import io.shopoms.model.Exchanges;
import io.shopoms.model.OdooId;
import io.shopoms.model.ShopDomain;
import io.shopoms.model.ShopifyId;
import io.shopoms.model.event.OrderLinked;
import io.shopoms.sandbox.embedded.EmbeddedServersResource;
import io.shopoms.sync.intake.DomainEventConsumer;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedServersResource.class)
class OrderLinkedComponentTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @Inject
    ConfirmedPublisher publisher;

    @Inject
    ObjectMapper json;

    @Inject
    OrderLinks links;

    @Inject
    Rows rows;

    @Inject
    Migrations migrations;

    @Inject
    DomainEventConsumer consumer;

    @Inject
    Commerce commerce;

    @Inject
    SimulatedStores stores;

    @Inject
    PickingPoll poll;

    @BeforeEach
    void waitForTables() {
        get(migrations.done());
        await().atMost(LIMIT).untilAsserted(() -> assertThat(consumer.problem()).isEmpty());
    }

    @Test
    void theNewestLinkHoldsInWhateverOrderEventsArrive() {
        // Given
        OrderLinked old = event(7001, 71, NOON);
        OrderLinked young = event(7001, 72, NOON.plusSeconds(60));

        // When
        publish(young);
        publish(old);
        publish(event(7002, 73, NOON));

        // Then: the last one in the queue is stored, so the others were taken before
        await().atMost(LIMIT).untilAsserted(() -> assertThat(find(7002)).isPresent());
        assertThat(find(7001))
                .hasValueSatisfying(link -> assertThat(link.odooOrder()).isEqualTo(new OdooId(72)));
        assertThat(find(7001)).map(OrderLink::lines).contains(Map.of(new OdooId(701), new ShopifyId(601)));
    }

    @Test
    void whatIsNoEventIsKeptAndDoesNotHoldUpTheNext() {
        // When
        publish("not json " + NOON);
        publish("{\"shop\":\"acme.myshopify.com\"}");
        publish("null");
        publish(new OrderLinked(
                SimulatedStores.ACME,
                new ShopifyId(7003),
                "a name that no database takes: \u0000",
                new OdooId(74),
                "S00074",
                List.of(),
                NOON));
        publish(event(7004, 75, NOON));

        // Then
        await().atMost(LIMIT).untilAsserted(() -> assertThat(find(7004)).isPresent());
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(rows.query(
                                "select reason from rejected_message where topic = $1",
                                Tuple.of(OrderLinked.ROUTING_KEY)))
                        .extracting(row -> row.getString("reason"))
                        .hasSize(4)
                        .anyMatch(reason -> reason.contains("SQLSTATE"))
                        .anyMatch(reason -> reason.startsWith("not of the form of order.linked")));
    }

    @Test
    void aLinkWithMoreLinesLetsTheShipmentBeLookedAtAgain() {
        // Given: the second line was not linked when the shipment was processed
        var acme = stores.find(SimulatedStores.ACME).orElseThrow();
        SoldOrder order = commerce.sell(acme, 1, 1);
        OrderLinked whole = order.linked();
        publish(new OrderLinked(
                whole.shop(),
                whole.shopifyOrderId(),
                whole.orderName(),
                whole.odooOrderId(),
                whole.odooOrderName(),
                whole.lines().subList(0, 1),
                whole.linkedAt().minusSeconds(60)));
        commerce.ship(order, "1Z-LINES");
        get(poll.run(acme));
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(rows.shipment(order))
                        .hasValueSatisfying(
                                shipment -> assertThat(shipment.status()).isEqualTo("PROCESSED")));

        // When
        publish(whole);

        // Then
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(stores.shopify(acme).order(order.shopifyId()).fulfillments().stream()
                                .mapToInt(f -> f.totalQuantity())
                                .sum())
                        .isEqualTo(2));
    }

    @Test
    void aBatchSaysOfEveryLinkWhatItChanged() {
        // Given
        OrderLink known = OrderLink.of(event(7010, 80, NOON));
        OrderLink newer = OrderLink.of(event(7011, 81, NOON.plusSeconds(60)));
        get(links.save(List.of(known, newer)));
        OrderLink sameLines = OrderLink.of(event(7010, 80, NOON.plusSeconds(60)));
        OrderLink outdated = OrderLink.of(event(7011, 81, NOON));
        OrderLink fresh = OrderLink.of(event(7012, 82, NOON));

        // When
        Map<OrderLink, Change> changes = get(links.save(List.of(fresh, outdated, sameLines)));

        // Then
        assertThat(changes)
                .containsOnly(
                        Map.entry(sameLines, Change.SAME_LINES),
                        Map.entry(outdated, Change.OUTDATED),
                        Map.entry(fresh, Change.OTHER_LINES));
        assertThat(find(7011)).contains(newer);
    }

    private Optional<OrderLink> find(long order) {
        return get(links.find(SimulatedStores.ACME, new ShopifyId(order)));
    }

    private static OrderLinked event(long order, long odooOrder, Instant when) {
        return new OrderLinked(
                new ShopDomain("acme.myshopify.com"),
                new ShopifyId(order),
                "#" + order,
                new OdooId(odooOrder),
                "S000" + odooOrder,
                List.of(new OrderLinked.Line(new ShopifyId(601), new OdooId(701))),
                when);
    }

    private void publish(OrderLinked event) {
        try {
            publish(json.writeValueAsString(event));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private void publish(String body) {
        get(publisher.publish(
                Exchanges.EVENTS, OrderLinked.ROUTING_KEY, Map.of(), body.getBytes(StandardCharsets.UTF_8)));
    }

    private static <T> T get(Uni<T> uni) {
        return uni.await().atMost(LIMIT);
    }
}
