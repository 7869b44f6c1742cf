package io.shopoms.sandbox.journeys.scenarios;

import static io.shopoms.sandbox.journeys.assertions.OrderAssertions.assertCached;
import static io.shopoms.sandbox.journeys.assertions.OrderAssertions.assertOnePicking;
import static io.shopoms.sandbox.journeys.assertions.OrderAssertions.assertSold;
import static org.assertj.core.api.Assertions.assertThat;

import io.shopoms.sandbox.journeys.fixtures.Basket;
import io.shopoms.sandbox.journeys.fixtures.Eventually;
import io.shopoms.sandbox.journeys.fixtures.Faults;
import io.shopoms.sandbox.journeys.fixtures.Goods;
import io.shopoms.sandbox.journeys.fixtures.Landscape;
import io.shopoms.sandbox.journeys.fixtures.OnTheLandscape;
import io.shopoms.sandbox.journeys.fixtures.TestStore;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Odoo is away, slow, or answers into the void: no order is lost, and none is there twice. */
@ExtendWith(OnTheLandscape.class)
final class OdooTroubleJourney {

    private final Landscape landscape;
    private final TestStore acme;
    private final Faults odoo;

    OdooTroubleJourney(Landscape landscape) {
        this.landscape = landscape;
        this.acme = landscape.acme();
        this.odoo = acme.odoo().faults();
    }

    @Test
    void ordersWaitWhileOdooIsDownAndGoThroughAfterwards() {
        // Given
        odoo.answer("*", 503);

        // When
        List<String> orders = place(10);
        Eventually.see(() -> orders.forEach(id -> assertThat(assertCached(landscape, acme, id, "PENDING")
                        .path("failure")
                        .path("kind")
                        .asText())
                .isEqualTo("TransientFailure")));
        assertThat(acme.odoo().orders()).noneMatch(sold -> orders.contains(idIn(sold.origin())));
        odoo.clear();

        // Then
        assertAllSoldOnce(orders);
    }

    @Test
    void aSlowOdooWithDroppedConnectionsDelaysOrdersAndLosesNone() {
        // Given
        odoo.reset("*", 5);
        odoo.slow("*", 300, 20);
        odoo.throttle("*", 3);

        // When
        List<String> orders = place(10);

        // Then
        assertAllSoldOnce(orders);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("waysToLoseAnAnswer")
    void anAnswerThatNeverArrivesDoublesNothing(String name, Consumer<Faults> loss) {
        // Given
        loss.accept(odoo);

        // When
        List<String> orders = place(6);

        // Then
        assertAllSoldOnce(orders);
        Eventually.stays(Duration.ofSeconds(1), () -> orders.forEach(id -> assertOnePicking(assertSold(acme, id))));
    }

    static Stream<Arguments> waysToLoseAnAnswer() {
        return Stream.of(
                loss("created, but the answer is lost", faults -> faults.loseAnswer("sale.order/load", 3)),
                loss("customer created, but the answer is lost", faults -> faults.loseAnswer("res.partner/load", 3)),
                loss("confirmed, but the answer is lost", faults -> faults.loseAnswer("action_confirm", 3)),
                loss("every third of everything lost", faults -> faults.loseAnswer("*", 12)));
    }

    private static Arguments loss(String name, Consumer<Faults> loss) {
        return Arguments.of(name, loss);
    }

    private List<String> place(int count) {
        String sku = Goods.inStock(acme, "9.99");
        return IntStream.range(0, count)
                .mapToObj(i -> acme.shop()
                        .place(Basket.of(sku, 1 + i, "9.99").shippedFor("4.90"))
                        .id())
                .toList();
    }

    private void assertAllSoldOnce(List<String> orders) {
        Eventually.see(() -> orders.forEach(id -> {
            assertCached(landscape, acme, id, "PROCESSED");
            assertOnePicking(assertSold(acme, id));
        }));
    }

    private static String idIn(String origin) {
        return origin.substring(origin.lastIndexOf(':') + 1);
    }
}
