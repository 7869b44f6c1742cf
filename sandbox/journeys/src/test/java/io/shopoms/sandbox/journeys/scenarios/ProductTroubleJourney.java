package io.shopoms.sandbox.journeys.scenarios;

import static io.shopoms.sandbox.journeys.assertions.ProductAssertions.assertCached;
import static io.shopoms.sandbox.journeys.assertions.ProductAssertions.assertInOdoo;
import static org.assertj.core.api.Assertions.assertThat;

import io.shopoms.sandbox.journeys.fixtures.Eventually;
import io.shopoms.sandbox.journeys.fixtures.Faults;
import io.shopoms.sandbox.journeys.fixtures.Goods;
import io.shopoms.sandbox.journeys.fixtures.Landscape;
import io.shopoms.sandbox.journeys.fixtures.OnTheLandscape;
import io.shopoms.sandbox.journeys.fixtures.ProductDraft;
import io.shopoms.sandbox.journeys.fixtures.TestStore;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Odoo is away or answers into the void, or the service itself ends: no product is lost, and none is there twice. */
@Order(OrderOf.BREAKING)
@ExtendWith(OnTheLandscape.class)
final class ProductTroubleJourney {

    private final Landscape landscape;
    private final TestStore acme;
    private final Faults odoo;

    ProductTroubleJourney(Landscape landscape) {
        this.landscape = landscape;
        this.acme = landscape.acme();
        this.odoo = acme.odoo().faults();
    }

    @Test
    void productsWaitWhileOdooIsDownAndGoThroughAfterwards() {
        // Given
        odoo.answer("*", 503);

        // When
        Map<Long, ProductDraft> shirts = create(5);
        Eventually.see(() -> shirts.keySet()
                .forEach(id -> assertThat(assertCached(landscape, acme, id, "PENDING")
                                .path("failure")
                                .path("kind")
                                .asText())
                        .isEqualTo("TransientFailure")));
        odoo.clear();

        // Then
        assertAllOnce(shirts);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("waysToLoseAnAnswer")
    void anAnswerThatNeverArrivesDoublesNothing(String name, Consumer<Faults> loss) {
        // Given
        loss.accept(odoo);

        // When
        Map<Long, ProductDraft> shirts = create(4);

        // Then
        assertAllOnce(shirts);
        Eventually.stays(Duration.ofSeconds(1), () -> shirts.forEach(this::assertThereOnce));
    }

    static Stream<Arguments> waysToLoseAnAnswer() {
        return Stream.of(
                loss("template made, but the answer is lost", faults -> faults.loseAnswer("product.template/load", 2)),
                loss(
                        "variants written, but the answer is lost",
                        faults -> faults.loseAnswer("product.product/load", 2)),
                loss("the first ten answers are lost", faults -> faults.loseAnswer("*", 10)));
    }

    @Test
    void productsSurviveTheDeathOfTheCatalogService() {
        // Given
        Map<Long, ProductDraft> shirts = create(60);

        // When
        Eventually.see(() -> assertThat(shirts.keySet().stream()
                        .filter(id -> !acme.templates(id).isEmpty()))
                .as("products in Odoo")
                .isNotEmpty());
        landscape.killAndStart(Landscape.CATALOG);

        // Then
        assertAllOnce(shirts);
    }

    private static Arguments loss(String name, Consumer<Faults> loss) {
        return Arguments.of(name, loss);
    }

    private Map<Long, ProductDraft> create(int count) {
        Map<Long, ProductDraft> shirts = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            ProductDraft shirt = ProductJourney.shirt(Goods.unknown());
            shirts.put(acme.shop().products().create(shirt), shirt);
        }
        return shirts;
    }

    private void assertAllOnce(Map<Long, ProductDraft> shirts) {
        Eventually.seeAll(shirts.keySet(), id -> {
            assertCached(landscape, acme, id, "PROCESSED");
            assertThereOnce(id, shirts.get(id));
        });
    }

    /** Looked for by name: one that came twice need not bear our external id. */
    private void assertThereOnce(long id, ProductDraft shirt) {
        assertInOdoo(acme, id, shirt);
        assertThat(acme.odoo().templatesNamed(shirt.title())).as(shirt.title()).hasSize(1);
    }
}
