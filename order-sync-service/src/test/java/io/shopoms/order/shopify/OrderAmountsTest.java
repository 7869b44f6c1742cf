package io.shopoms.order.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopoms.model.ShopifyId;
import io.shopoms.order.fixtures.RecordedOrders;
import io.shopoms.order.policy.OrderPolicy.AmountsIn;
import io.shopoms.sync.cache.RawFormat;
import io.shopoms.sync.failure.SyncFailure.InvalidPayload;
import io.shopoms.sync.failure.SyncFailureException;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The two currencies of an order, and everything that has an amount of its own. */
class OrderAmountsTest {

    @Test
    void theStoreChoosesTheCurrency() {
        // Given
        String webhook = RecordedOrders.webhook("presentment-yen-refunded");

        // When
        ShopifyOrder shop = OrderJson.decode(RawFormat.WEBHOOK, webhook, AmountsIn.SHOP);
        ShopifyOrder presentment = OrderJson.decode(RawFormat.WEBHOOK, webhook, AmountsIn.PRESENTMENT);

        // Then
        assertThat(shop.currency()).isEqualTo("USD");
        assertThat(presentment.currency()).isEqualTo("JPY");
        assertThat(presentment.shopCurrency()).isEqualTo("USD");
        assertThat(shop.presentmentCurrency()).isEqualTo("JPY");
        assertThat(shop.lines().get(0).unitPrice()).hasToString("25.50 USD");
        assertThat(presentment.lines().get(0).unitPrice()).hasToString("3825 JPY");
        assertThat(shop.refunds().get(0).lines().get(0).subtotal()).hasToString("25.50 USD");
        assertThat(presentment.refunds().get(0).lines().get(0).subtotal()).hasToString("3825 JPY");
    }

    @Test
    void aTransactionInTheCustomersCurrencyIsBroughtIntoTheShops() {
        // Given: webhooks tell a transaction in the currency that it was made in, 4208 JPY at 150 to the dollar
        String webhook = RecordedOrders.webhook("presentment-yen-refunded");

        // When
        Money shop = refunded(OrderJson.decode(RawFormat.WEBHOOK, webhook, AmountsIn.SHOP));
        Money presentment = refunded(OrderJson.decode(RawFormat.WEBHOOK, webhook, AmountsIn.PRESENTMENT));

        // Then
        assertThat(shop).hasToString("28.05 USD");
        assertThat(presentment).hasToString("4208 JPY");
    }

    @Test
    void anOldPayloadWithoutTheCustomersCurrencyIsRefusedWhereItIsAskedFor() {
        // Given
        ObjectNode payload = RecordedOrders.editableWebhook("presentment-euro");
        payload.remove("total_price_set");

        // When / Then
        assertThat(OrderJson.decode(RawFormat.WEBHOOK, payload.toString(), AmountsIn.SHOP)
                        .currency())
                .isEqualTo("USD");
        assertThatThrownBy(() -> OrderJson.decode(RawFormat.WEBHOOK, payload.toString(), AmountsIn.PRESENTMENT))
                .isInstanceOfSatisfying(SyncFailureException.class, e -> {
                    assertThat(e.failure()).isInstanceOf(InvalidPayload.class);
                    assertThat(e.failure().message()).contains("total_price", "EUR");
                });
    }

    @Test
    void anOrderNodeWithoutTheCustomersCurrencyIsRefusedWhereItIsAskedFor() {
        // Given
        ObjectNode node = RecordedOrders.editableGraphql("presentment-euro");
        ((ObjectNode) node.at("/lineItems/nodes/0/originalUnitPriceSet")).remove("presentmentMoney");

        // When / Then
        assertThatThrownBy(() -> OrderJson.decode(RawFormat.GRAPHQL, node.toString(), AmountsIn.PRESENTMENT))
                .hasMessageContaining("lineItems.nodes[0].originalUnitPriceSet.presentmentMoney");
    }

    @Test
    void whereBothCurrenciesAreOneAnOldPayloadDoes() {
        // Given
        ObjectNode payload = RecordedOrders.editableWebhook("two-lines-taxed-shipping");
        payload.remove("total_price_set");

        // When
        ShopifyOrder order = OrderJson.decode(RawFormat.WEBHOOK, payload.toString(), AmountsIn.PRESENTMENT);

        // Then
        assertThat(order)
                .isEqualTo(OrderJson.decode(
                        RawFormat.WEBHOOK, RecordedOrders.webhook("two-lines-taxed-shipping"), AmountsIn.SHOP));
    }

    @Test
    void aChangeInEitherCurrencyIsNewContent() {
        // Given
        String webhook = RecordedOrders.webhook("presentment-euro");
        String inShop = changed(webhook, "shop_money", "25.51");
        String inPresentment = changed(webhook, "presentment_money", "23.47");

        for (AmountsIn amountsIn : AmountsIn.values()) {
            // When
            String before = content(webhook, amountsIn);

            // Then
            assertThat(content(inShop, amountsIn)).isNotEqualTo(before);
            assertThat(content(inPresentment, amountsIn)).isNotEqualTo(before);
        }
    }

    @Test
    void dutiesAndFeesAreReadWithTheirTaxes() {
        // When
        ShopifyOrder order = RecordedOrders.order("duties-and-fees");

        // Then
        assertThat(order.lines().get(0).duties()).singleElement().satisfies(duty -> {
            assertThat(duty.amount()).hasToString("6.12 USD");
            assertThat(duty.taxes())
                    .singleElement()
                    .satisfies(tax -> assertThat(tax.amount()).hasToString("0.31 USD"));
        });
        assertThat(order.totals().duties()).hasToString("7.44 USD");
        assertThat(order.totals().fees()).hasToString("3.50 USD");
        assertThat(order.fees()).singleElement().satisfies(fee -> {
            assertThat(fee.amount()).hasToString("3.50 USD");
            assertThat(fee.taxes())
                    .containsExactly(new TaxLine(
                            "GST", Optional.of(new BigDecimal("0.05")), new Money(new BigDecimal("0.10"), "USD")));
        });
    }

    @Test
    void dutiesThatPricesContainAreNotCountedAgain() {
        // When
        ShopifyOrder order = RecordedOrders.order("duties-in-prices");

        // Then
        assertThat(order.lines().get(0).duties()).isEmpty();
        assertThat(order.totals().duties().isZero()).isTrue();
    }

    @Test
    void bundlesCompaniesAndRoundingAreRead() {
        // When
        ShopifyOrder bundle = RecordedOrders.order("bundle");
        ShopifyOrder company = RecordedOrders.order("tax-exempt-company");
        ShopifyOrder cash = RecordedOrders.order("cash-rounding");

        // Then
        assertThat(bundle.lines())
                .extracting(LineItem::group)
                .containsExactly(
                        Optional.of(new LineGroup(new ShopifyId(31001), "Breakfast Set", 2)),
                        Optional.of(new LineGroup(new ShopifyId(31001), "Breakfast Set", 2)),
                        Optional.empty());
        assertThat(company.company()).hasValueSatisfying(found -> {
            assertThat(found.id()).isEqualTo(new ShopifyId(41001));
            assertThat(found.locationId()).contains(new ShopifyId(42001));
        });
        assertThat(company.taxExempt()).isTrue();
        assertThat(company.totals().outstanding()).hasToString("1275.00 EUR");
        assertThat(cash.totals().cashRounding()).hasToString("0.02 CHF");
    }

    @Test
    void namesOfCompaniesAreNoContent() {
        // Given: only GraphQL tells them
        ShopifyOrder order =
                OrderJson.decode(RawFormat.GRAPHQL, RecordedOrders.graphql("tax-exempt-company"), AmountsIn.SHOP);

        // When / Then
        assertThat(order.company().orElseThrow().name()).contains("Beispiel GmbH");
        assertThat(OrderJson.content(order)).isEqualTo(OrderJson.content(RecordedOrders.order("tax-exempt-company")));
    }

    @Test
    void anOrderOfManyLinesIsReadWhole() {
        // Given
        ObjectNode payload = RecordedOrders.editableWebhook("two-lines-taxed-shipping");
        ArrayNode lines = payload.withArray("line_items");
        ObjectNode first = (ObjectNode) lines.get(0);
        while (lines.size() < 250) {
            lines.add(first.deepCopy().put("id", 900_000 + lines.size()));
        }

        // When
        ShopifyOrder order = OrderJson.decode(RawFormat.WEBHOOK, payload.toString(), AmountsIn.SHOP);

        // Then
        assertThat(order.lines()).extracting(LineItem::id).hasSize(250).doesNotHaveDuplicates();
    }

    @Test
    void textsOfAnyLengthAndScriptAreKept() {
        assertThat(RecordedOrders.order("long-note").note().orElseThrow())
                .hasSize(10_000)
                .endsWith("!");
        assertThat(RecordedOrders.order("texts-of-the-world").lines().get(0).name())
                .isEqualTo("Tasse ☕ „Größe“ <i>XL</i> - أزرق / XL");
    }

    private static Money refunded(ShopifyOrder order) {
        return order.refunds().get(0).transactions().get(0).amount();
    }

    private static String changed(String webhook, String side, String amount) {
        return RecordedOrders.changed(
                webhook, order -> ((ObjectNode) order.at("/line_items/0/price_set/" + side)).put("amount", amount));
    }

    private static String content(String webhook, AmountsIn amountsIn) {
        ShopifyOrder order = OrderJson.decode(RawFormat.WEBHOOK, webhook, amountsIn);
        return OrderJson.content(order, RawFormat.WEBHOOK, webhook);
    }
}
