package io.shopoms.fulfillment.mapping;

import static io.shopoms.fulfillment.fixtures.Orders.A;
import static io.shopoms.fulfillment.fixtures.Orders.B;
import static org.assertj.core.api.Assertions.assertThat;

import io.shopoms.fulfillment.shopify.FulfillmentOrder;
import io.shopoms.fulfillment.shopify.FulfillmentOrder.Line;
import io.shopoms.fulfillment.shopify.Quantities;
import io.shopoms.model.ShopifyId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OpenGoodsTest {

    @Test
    void theLocationThatCoversMostComesFirst() {
        // Given
        OpenGoods open = new OpenGoods(
                List.of(order(1, "OPEN", 100, line(11, A, 1)), order(2, "OPEN", 200, line(21, A, 2), line(22, B, 1))));

        // When
        List<OpenGoods.Part> parts = open.take(Quantities.of(A, 2).plus(Quantities.of(B, 1)));

        // Then
        assertThat(parts)
                .singleElement()
                .satisfies(part -> assertThat(part.location()).contains(new ShopifyId(200)));
    }

    @Test
    void fulfillmentOrdersOfOneLocationShareAFulfillment() {
        // Given
        OpenGoods open = new OpenGoods(
                List.of(order(1, "OPEN", 100, line(11, A, 1)), order(2, "IN_PROGRESS", 100, line(21, A, 1))));

        // When
        List<OpenGoods.Part> parts = open.take(Quantities.of(A, 2));

        // Then
        assertThat(parts)
                .singleElement()
                .satisfies(part -> assertThat(part.goods())
                        .extracting(Goods::fulfillmentOrder)
                        .containsExactly(new ShopifyId(1), new ShopifyId(2)));
    }

    @Test
    void goodsAreTakenOnce() {
        // Given
        OpenGoods open = new OpenGoods(List.of(order(1, "OPEN", 100, line(11, A, 3))));
        open.take(Quantities.of(A, 2));

        // When
        List<OpenGoods.Part> second = open.take(Quantities.of(A, 2));

        // Then
        assertThat(second).extracting(OpenGoods.Part::quantities).containsExactly(Quantities.of(A, 1));
    }

    @Test
    void whatIsOnHoldIsNotOpen() {
        // Given
        OpenGoods open = new OpenGoods(List.of(order(1, "ON_HOLD", 100, line(11, A, 1))));

        // Then
        assertThat(open.take(Quantities.of(A, 1))).isEmpty();
    }

    @Test
    void anOrderWithMoreLinesThanShopifyTakesAtOnceIsCut() {
        // Given
        List<Line> lines = new ArrayList<>();
        Quantities all = Quantities.NONE;
        for (int i = 1; i <= 300; i++) {
            lines.add(line(1000 + i, new ShopifyId(i), 1));
            all = all.plus(Quantities.of(new ShopifyId(i), 1));
        }
        OpenGoods open = new OpenGoods(List.of(order(1, "OPEN", 100, lines.toArray(new Line[0]))));

        // When
        List<OpenGoods.Part> parts = open.take(all);

        // Then
        assertThat(parts).extracting(part -> part.goods().size()).containsExactly(OpenGoods.MOST_LINES, 50);
    }

    private static FulfillmentOrder order(long id, String status, long location, Line... lines) {
        return new FulfillmentOrder(
                new ShopifyId(id), status, Optional.of(new ShopifyId(location)), List.of(), List.of(lines));
    }

    private static Line line(long id, ShopifyId line, int remaining) {
        return new Line(new ShopifyId(id), line, remaining);
    }
}
