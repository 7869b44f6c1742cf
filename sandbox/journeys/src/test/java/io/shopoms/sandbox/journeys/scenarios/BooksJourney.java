package io.shopoms.sandbox.journeys.scenarios;

import static io.shopoms.sandbox.journeys.assertions.OrderAssertions.assertOnePicking;
import static io.shopoms.sandbox.journeys.assertions.OrderAssertions.assertSold;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.sandbox.journeys.fixtures.Basket;
import io.shopoms.sandbox.journeys.fixtures.Eventually;
import io.shopoms.sandbox.journeys.fixtures.Goods;
import io.shopoms.sandbox.journeys.fixtures.Landscape;
import io.shopoms.sandbox.journeys.fixtures.OnTheLandscape;
import io.shopoms.sandbox.journeys.fixtures.ShopOrder;
import io.shopoms.sandbox.journeys.fixtures.TestStore;
import io.shopoms.sandbox.odoo.view.InvoiceView;
import io.shopoms.sandbox.odoo.view.OrderView;
import io.shopoms.sandbox.odoo.view.PickingView;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The life of an order in a store that lets shopOMS keep the books: everything agrees with Shopify to the cent. */
@ExtendWith(OnTheLandscape.class)
final class BooksJourney {

    private final Landscape landscape;
    private final TestStore initech;

    BooksJourney(Landscape landscape) {
        this.landscape = landscape;
        this.initech = landscape.initech();
    }

    @Test
    void anOrderThatIsShippedInPartRefundedAndEditedHasInvoicesPaymentsAndCreditNotesOfShopifysAmounts() {
        // Given
        String shirt = Goods.inStock(initech, "24.90");
        String mug = Goods.inStock(initech, "6.90");
        String id = initech.shop()
                .place(Basket.of(shirt, 3, "24.90")
                        .and(mug, 1, "6.90")
                        .discountedBy("5.00")
                        .shippedFor("5.00"))
                .id();
        Eventually.see(() -> {
            assertBooked(id);
            assertThat(documents(id)).extracting(InvoiceView::type).containsExactly("out_invoice");
        });

        // When a part of it is shipped
        PickingView picking = assertOnePicking(assertSold(initech, id));
        initech.odoo().ship(picking, "1Z-PART-" + id, shirt, 1);

        // Then
        Eventually.see(() -> assertThat(initech.shop().order(id).tracking()).containsExactly("1Z-PART-" + id));

        // When the mug is not wanted any more
        initech.shop().refundWithShipping(id, mug, 1);

        // Then
        Eventually.see(() -> {
            assertBooked(id);
            assertThat(documents(id))
                    .filteredOn(document -> document.type().equals("out_refund"))
                    .singleElement()
                    .satisfies(note -> assertThat(note.total())
                            .isEqualByComparingTo(
                                    initech.shop().order(id).refunds().get(0)));
        });

        // When another shirt is added, and paid
        initech.shop().edit(id, shirt, 4);
        initech.shop().pay(id);

        // Then
        Eventually.see(() -> {
            assertBooked(id);
            assertThat(documents(id))
                    .extracting(InvoiceView::type)
                    .containsExactlyInAnyOrder("out_invoice", "out_invoice", "out_refund");
            JsonNode books = landscape
                    .orders()
                    .get("/api/orders/ledger/orders/" + id + "?store=" + initech.domain())
                    .ok();
            assertThat(books.path("verdict").asText()).isEqualTo("EQUAL");
            assertThat(books.path("odooTotal").decimalValue())
                    .isEqualByComparingTo(books.path("shopifyTotal").decimalValue())
                    .isEqualByComparingTo(initech.shop().order(id).total());
        });
    }

    /** Order, documents and payments say what Shopify says, everything is posted, and nothing is left to pay. */
    private void assertBooked(String id) {
        ShopOrder ordered = initech.shop().order(id);
        assertSold(initech, id);
        List<InvoiceView> documents = documents(id);
        assertThat(documents).isNotEmpty().allSatisfy(document -> {
            assertThat(document.state()).isEqualTo("posted");
            assertThat(document.residual()).isEqualByComparingTo(BigDecimal.ZERO);
        });
        assertThat(balance(
                        documents.stream(),
                        document -> document.type().equals("out_invoice")
                                ? document.total()
                                : document.total().negate()))
                .as("invoices less credit notes")
                .isEqualByComparingTo(ordered.total());
        assertThat(balance(
                        initech.odoo().paymentsOf(documents).stream(),
                        payment -> payment.direction().equals("inbound")
                                ? payment.amount()
                                : payment.amount().negate()))
                .as("payments less repayments")
                .isEqualByComparingTo(ordered.received());
    }

    private List<InvoiceView> documents(String id) {
        OrderView sold = assertSold(initech, id);
        return initech.odoo().documents(sold);
    }

    private static <T> BigDecimal balance(Stream<T> records, Function<T, BigDecimal> worth) {
        return records.map(worth).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
