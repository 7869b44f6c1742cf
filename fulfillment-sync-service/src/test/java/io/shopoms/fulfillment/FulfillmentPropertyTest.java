package io.shopoms.fulfillment;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopoms.fulfillment.cache.FulfillmentLink;
import io.shopoms.fulfillment.fixtures.LittleShopify.Answer;
import io.shopoms.fulfillment.fixtures.Orders;
import io.shopoms.fulfillment.fixtures.RememberedLinks.Crash;
import io.shopoms.fulfillment.odoo.Shipment.Move;
import io.shopoms.fulfillment.odoo.Shipment.Picking;
import io.shopoms.fulfillment.shopify.Fulfillment;
import io.shopoms.fulfillment.shopify.Quantities;
import io.shopoms.fulfillment.shopify.Tracking;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.cache.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever happens in whatever order: never more is fulfilled than was shipped, and in the end it is the same. */
class FulfillmentPropertyTest {

    private static final List<ShopifyId> LINES = List.of(Orders.A, Orders.B, Orders.C);

    @Property(tries = 3000)
    void neverMoreIsFulfilledThanShippedAndInTheEndItIsEqual(@ForAll long seed) {
        // Given
        Story story = new Story(new Random(seed));

        // When
        story.unfold();

        // Then
        story.assertNothingIsMissingOrDoubled();
    }

    private static final class Story {

        private final FulfillmentBench bench = new FulfillmentBench();
        private final Random random;
        private final Map<Long, Picking> pickings = new LinkedHashMap<>();
        private Quantities ordered = Quantities.NONE;
        private Quantities shipped = Quantities.NONE;
        private Quantities ahead = Quantities.NONE;

        private Story(Random random) {
            this.random = random;
            for (int location = 1; location <= 1 + random.nextInt(2); location++) {
                Quantities goods = some(9);
                bench.shopify.open(location, goods);
                ordered = ordered.plus(goods);
            }
        }

        private void unfold() {
            for (int event = 0; event < 5 + random.nextInt(20); event++) {
                switch (random.nextInt(6)) {
                    case 0 -> ship();
                    case 1 -> fulfillByHand();
                    case 2 -> trackLate();
                    case 3 -> bench.clock.advance(Duration.ofSeconds(random.nextInt(200)));
                    case 4 -> bench.shopify.answer(Answer.values()[random.nextInt(5)]);
                    default -> process();
                }
            }
        }

        private void ship() {
            Quantities goods = some(2);
            if (goods.isEmpty()) {
                return;
            }
            long id = pickings.size() + 1;
            pickings.put(id, Orders.picking(id, random.nextBoolean() ? "T-" + id : null, moves(goods)));
            shipped = shipped.plus(goods);
        }

        /** While Shopify works on a request that shopOMS lost sight of, nobody could keep a person from doing the same. */
        private void fulfillByHand() {
            if (!bench.shopify.isBusy()) {
                bench.shopify.fulfillByHand(some(2), Tracking.NONE);
                Quantities surplus = bench.shopify.fulfilled().minus(shipped);
                ahead = ahead.plus(surplus.minus(ahead));
            }
        }

        private void trackLate() {
            pickings.replaceAll((id, p) -> random.nextInt(3) > 0
                    ? p
                    : Orders.picking(id, "L-" + id, p.moves().toArray(new Move[0])));
        }

        private void process() {
            if (pickings.isEmpty()) {
                return;
            }
            if (random.nextInt(4) == 0) {
                bench.links.failAfter(random.nextInt(3));
            }
            Quantities before = bench.shopify.fulfilled();
            try {
                bench.process(pickings.values().toArray(new Picking[0]));
            } catch (Crash e) {
                // What a restart finds is checked below and by the next attempt.
                bench.links.recover();
            }
            bench.links.recover();
            Quantities created = bench.shopify.fulfilled().minus(before);
            assertThat(created.minus(shipped.minus(before)))
                    .as("created more than was missing")
                    .isEqualTo(Quantities.NONE);
        }

        private void assertNothingIsMissingOrDoubled() {
            if (pickings.isEmpty()) {
                return;
            }
            Outcome last = null;
            for (int attempt = 0; attempt < 40 && !(last instanceof Outcome.Processed); attempt++) {
                bench.clock.advance(Duration.ofSeconds(130));
                last = bench.process(pickings.values().toArray(new Picking[0]));
            }
            assertThat(last).isInstanceOf(Outcome.Processed.class);
            Quantities fulfilled = bench.shopify.fulfilled();
            Quantities due = shipped.atMost(ordered);
            assertThat(due.minus(fulfilled)).as("shipped but not fulfilled").isEqualTo(Quantities.NONE);
            assertThat(fulfilled.minus(shipped).minus(ahead))
                    .as("fulfilled but neither shipped nor done by hand")
                    .isEqualTo(Quantities.NONE);
            assertThat(bench.links.all()).noneMatch(FulfillmentLink::isIntent);
            bench.links.all().forEach(this::assertTracked);
        }

        private void assertTracked(FulfillmentLink link) {
            String wanted = pickings.get(link.picking()).trackingRef();
            Fulfillment fulfillment = bench.shopify.fulfillments().stream()
                    .filter(link::is)
                    .findFirst()
                    .orElseThrow();
            if (wanted != null) {
                assertThat(fulfillment.tracking().numbers()).containsExactly(wanted);
            }
        }

        private Quantities some(int most) {
            return LINES.stream()
                    .map(line -> Quantities.of(line, random.nextInt(most + 1)))
                    .reduce(Quantities.NONE, Quantities::plus);
        }

        private static Move[] moves(Quantities goods) {
            List<Move> moves = new ArrayList<>();
            goods.units().forEach((line, units) -> moves.add(Orders.move(line, Integer.toString(units))));
            return moves.toArray(new Move[0]);
        }
    }
}
