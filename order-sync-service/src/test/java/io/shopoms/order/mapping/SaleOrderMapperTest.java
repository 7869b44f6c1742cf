package io.shopoms.order.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopoms.model.ShopDomain;
import io.shopoms.model.ShopifyId;
import io.shopoms.model.Sku;
import io.shopoms.order.fixtures.KnownReferences;
import io.shopoms.order.fixtures.OdooArithmetic;
import io.shopoms.order.fixtures.RecordedOrders;
import io.shopoms.order.policy.OrderPolicy.AmountsIn;
import io.shopoms.order.shopify.Money;
import io.shopoms.order.shopify.OrderJson;
import io.shopoms.order.shopify.ShopifyOrder;
import io.shopoms.sync.cache.RawFormat;
import io.shopoms.sync.failure.SyncFailure;
import io.shopoms.sync.failure.SyncFailure.InvalidPayload;
import io.shopoms.sync.failure.SyncFailure.MissingDependency;
import io.shopoms.sync.failure.SyncFailure.RejectedByTarget;
import io.shopoms.sync.failure.SyncFailureException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.ObjectAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SaleOrderMapperTest {

    private static final ShopDomain SHOP = new ShopDomain("acme.myshopify.com");

    /** Those without the ones that need a rounding line. */
    static Stream<String> recorded() {
        return RecordedOrders.all().stream()
                .filter(name ->
                        !Set.of("three-taxes", "dinar-refunded", "cancelled").contains(name));
    }

    @ParameterizedTest
    @MethodSource("recorded")
    void odooMakesShopifysTotalOfEveryRecordedOrder(String name) {
        // Given
        ShopifyOrder order = RecordedOrders.order(name);

        // When
        OdooArithmetic.Sums sums =
                new OdooArithmetic(Money.digits(order.currency())).of(map(order).lines());

        // Then
        assertThat(new Money(sums.total(), order.currency()))
                .isEqualTo(order.totals().total().plus(order.totals().cashRounding()));
        assertThat(new Money(sums.tax(), order.currency()))
                .isEqualTo(order.totals().tax());
    }

    @Test
    void twoLinesWithTaxedShippingAreMappedExactly() {
        // When
        SaleOrderDraft draft = map(RecordedOrders.order("two-lines-taxed-shipping"));

        // Then
        assertThat(draft.id()).hasToString("__shopify__.acme_order_5001");
        assertThat(draft.clientReference()).isEqualTo("#1001");
        assertThat(draft.origin()).isEqualTo("shopify:acme.myshopify.com:5001");
        assertThat(draft.tags()).containsExactly("Prepaid");
        assertThat(draft.pricelistId()).contains(1L);
        assertThat(described(draft))
                .containsExactly(
                        "line_71001 product 2: 2 x 25.50 taxes [100000] 'Classic Cotton Shirt - White / S'",
                        "line_71002 product 5: 1 x 11.90 taxes [100000] 'Mug'",
                        "shipline_81001 product 901: 1 x 5.00 taxes [100000] 'Standard'");
    }

    @Test
    void discountsGoIntoTheUnitPriceAndAreNamedInANote() {
        // When
        SaleOrderDraft draft = map(RecordedOrders.order("code-over-three-units"));

        // Then
        assertThat(described(draft))
                .containsExactly(
                        "line_71003 product 3: 3 x 27.42333333 taxes [100000] 'Classic Cotton Shirt - White / M'",
                        "line_71004 product 6: 1 x 19.39000000 taxes [100000] 'Tote bag'",
                        "shipline_81002 product 901: 1 x 12.00 taxes [100000] 'Express'",
                        "noteline_5002 note 'Discount SAVE3: -3.33 USD\nDiscount Loyalty: -5.00 USD'");
    }

    @Test
    void taxesThatPricesIncludeAreOtherTaxes() {
        // When
        SaleOrderDraft draft = map(RecordedOrders.order("taxes-included-eur"));

        // Then
        assertThat(draft.lines().get(0).taxIds()).containsExactly(10_190_000L);
        assertThat(draft.lines().get(0).unitPrice()).hasToString("29.99666667");
    }

    @Test
    void taxesOfOneRateOnOneLineBecomeOne() {
        // When
        SaleOrderDraft draft = map(RecordedOrders.order("three-taxes"));

        // Then
        assertThat(draft.lines().get(0).taxIds()).containsExactly(20000L, 72500L);
        assertThat(draft.lines().get(2).taxIds()).isEmpty();
    }

    @Test
    void taxesMergedIntoOneMayLeaveCentsForTheRoundingLine() {
        // Given
        ShopifyOrder order = RecordedOrders.order("three-taxes");

        // When
        OdooArithmetic.Sums sums = new OdooArithmetic(2).of(map(order).lines());

        // Then
        assertThat(order.totals().total().minus(new Money(sums.total(), "USD"))).hasToString("0.02 USD");
    }

    @Test
    void removedLinesHaveNoPlaceAndReducedOnesTheirCurrentQuantity() {
        // When
        SaleOrderDraft draft = map(RecordedOrders.order("edited"));

        // Then
        assertThat(described(draft))
                .containsExactly(
                        "line_71017 product 2: 1 x 25.50 taxes [100000] 'Classic Cotton Shirt - White / S'",
                        "line_71019 product 6: 2 x 19.99 taxes [100000] 'Tote bag'",
                        "shipline_81008 product 901: 1 x 5.00 taxes [100000] 'Standard'");
    }

    @Test
    void whatHasNoSkuIsSoldAsAServiceProduct() {
        // When
        SaleOrderDraft withTip = map(RecordedOrders.order("custom-item-and-tip"));
        SaleOrderDraft withTipLine = map(RecordedOrders.order("tip-as-line"));
        SaleOrderDraft withGiftCard = map(RecordedOrders.order("gift-card"));

        // Then
        assertThat(described(withTip))
                .containsExactly(
                        "line_71010 product 902: 1 x 4.00 taxes [100000] 'Gift wrapping'",
                        "line_71011 product 5: 1 x 11.90 taxes [100000] 'Mug'",
                        "tipline_5007 product 904: 1 x 2.50 taxes [] 'Tip'");
        assertThat(described(withTipLine))
                .containsExactly(
                        "line_71012 product 5: 1 x 11.90 taxes [100000] 'Mug'",
                        "line_71013 product 902: 1 x 3.00 taxes [] 'Tip'");
        assertThat(described(withGiftCard).get(0))
                .isEqualTo("line_71014 product 903: 1 x 50.00 taxes [] 'Gift card - 50.00'");
    }

    @Test
    void eachShippingLineKeepsItsOwnDiscountAndTax() {
        // When
        SaleOrderDraft draft = map(RecordedOrders.order("free-shipping-two-lines"));

        // Then
        assertThat(described(draft))
                .contains(
                        "shipline_81006 product 901: 1 x 0.00 taxes [] 'Standard'",
                        "shipline_81007 product 901: 1 x 9.95 taxes [100000] 'Oversize surcharge'");
        assertThat(draft.lines()).filteredOn(DraftLine::delivery).hasSize(2);
    }

    @Test
    void notesAreTextAlsoWhereTheyLookLikeMarkup() {
        // When
        SaleOrderDraft draft = map(RecordedOrders.order("company-with-notes"));

        // Then
        assertThat(draft.note())
                .isEqualTo("Please deliver &lt;script&gt;alert(1)&lt;/script&gt; to gate 3<br>Thank you ✓"
                        + "<br>PO number: PO-4711<br>Delivery date: 2026-12-01");
        assertThat(draft.lines().get(0).name()).isEqualTo("Mug\nEngraving: <b>A&B</b>");
    }

    @Test
    void endlessTextsAreBounded() {
        // Given
        ObjectNode payload = RecordedOrders.editableWebhook("two-lines-taxed-shipping");
        payload.put("note", "🎁".repeat(20_000));
        ((ObjectNode) payload.withArray("line_items").get(0)).put("name", "x".repeat(5_000));

        // When
        SaleOrderDraft draft = map(decode(payload));

        // Then
        assertThat(draft.note()).hasSizeLessThanOrEqualTo(10_000).endsWith("🎁…");
        assertThat(draft.lines().get(0).name()).hasSize(250).endsWith("…");
    }

    @Test
    void everythingThatIsMissingIsNamedAtOnce() {
        // Given
        ShopifyOrder order = RecordedOrders.order("two-lines-taxed-shipping");
        References nothing = new References(Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of());

        // When / Then
        assertFailure(order, nothing)
                .satisfies(failure -> assertThat(failure).isInstanceOf(MissingDependency.class))
                .satisfies(failure -> assertThat(failure.message())
                        .contains(
                                "SKU CSH-WHT-S is not in Odoo",
                                "SKU MUG-1 is not in Odoo",
                                "a sales tax of 10 % excluded is not in Odoo",
                                "__shopify__.acme_product_shipping",
                                "the currency USD is not in Odoo"));
    }

    @Test
    void aRemovedLineNeedsNoProduct() {
        // Given
        ObjectNode payload = RecordedOrders.editableWebhook("edited");
        ((ObjectNode) payload.withArray("line_items").get(1)).put("sku", "GONE-1");

        // When
        SaleOrderDraft draft = map(decode(payload));

        // Then
        assertThat(draft.lines()).hasSize(3);
    }

    @Test
    void aSkuOfSeveralProductsIsForAPersonToDecide() {
        // Given
        ShopifyOrder order = RecordedOrders.order("guest-download");
        References known = KnownReferences.of(order);
        References ambiguous = new References(
                known.variants(),
                Map.of(new Sku("BAG-1"), new ProductMatch.Several(List.of(6L, 17L))),
                known.taxes(),
                known.serviceProducts(),
                known.countries(),
                known.states(),
                known.pricelists());

        // When / Then
        assertFailure(order, ambiguous)
                .satisfies(failure -> assertThat(failure).isInstanceOf(RejectedByTarget.class))
                .satisfies(failure -> assertThat(failure.message()).contains("BAG-1", "6, 17"));
    }

    @Test
    void aLinkedVariantIsItsProductWhateverItsSku() {
        // Given
        ShopifyOrder order = RecordedOrders.order("guest-download");
        ShopifyId variant = order.lines().get(0).variantId().orElseThrow();
        References known = KnownReferences.of(order);
        References linked = new References(
                Map.of(variant, 4711L),
                Map.of(new Sku("BAG-1"), new ProductMatch.Several(List.of(6L, 17L))),
                known.taxes(),
                known.serviceProducts(),
                known.countries(),
                known.states(),
                known.pricelists());

        // When
        SaleOrderDraft draft = SaleOrderMapper.map(SHOP, order, List.of(), linked);

        // Then
        assertThat(draft.lines().get(0).productId()).contains(4711L);
    }

    @Test
    void aTaxOfTwoEqualOdooTaxesIsForAPersonToDecide() {
        // Given
        ShopifyOrder order = RecordedOrders.order("taxes-included-eur");
        References known = KnownReferences.of(order);
        TaxKey tax = known.taxes().keySet().iterator().next();
        References ambiguous = new References(
                known.variants(),
                known.products(),
                Map.of(tax, new TaxMatch.Several(List.of(7L, 12L))),
                known.serviceProducts(),
                known.countries(),
                known.states(),
                known.pricelists());

        // When / Then
        assertFailure(order, ambiguous)
                .satisfies(failure -> assertThat(failure.message()).contains("19 % included", "7, 12"))
                .satisfies(failure -> assertThat(failure.remedy()).contains("shopoms.orders.taxes", "19:included=7"));
    }

    @Test
    void aTaxWithoutARateCannotBeChosen() {
        // Given
        ObjectNode payload = RecordedOrders.editableWebhook("two-lines-taxed-shipping");
        ((ObjectNode) payload.withArray("line_items").get(0).get("tax_lines").get(0)).putNull("rate");

        // When / Then
        assertThatThrownBy(() -> map(decode(payload)))
                .isInstanceOfSatisfying(
                        SyncFailureException.class, e -> assertThat(e.failure()).isInstanceOf(InvalidPayload.class));
    }

    private static ObjectAssert<SyncFailure> assertFailure(ShopifyOrder order, References known) {
        try {
            SaleOrderMapper.map(SHOP, order, List.of(), known);
        } catch (SyncFailureException e) {
            return assertThat(e.failure());
        }
        throw new AssertionError("the order was mapped");
    }

    private static SaleOrderDraft map(ShopifyOrder order) {
        return SaleOrderMapper.map(SHOP, order, List.of("Prepaid"), KnownReferences.of(order));
    }

    private static ShopifyOrder decode(ObjectNode payload) {
        return OrderJson.decode(RawFormat.WEBHOOK, payload.toString(), AmountsIn.SHOP);
    }

    private static List<String> described(SaleOrderDraft draft) {
        return draft.lines().stream()
                .map(line -> line.id().kind() + "_" + LineIds.part(line.id())
                        + line.productId()
                                .map(product -> " product " + product + ": " + line.quantity() + " x "
                                        + line.unitPrice() + " taxes " + line.taxIds())
                                .orElse(" note")
                        + " '" + line.name() + "'")
                .toList();
    }
}
