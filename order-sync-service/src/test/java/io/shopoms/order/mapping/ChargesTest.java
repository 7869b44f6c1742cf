package io.shopoms.order.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shopoms.model.ShopDomain;
import io.shopoms.model.ShopifyId;
import io.shopoms.model.Sku;
import io.shopoms.order.fixtures.BuiltItem;
import io.shopoms.order.fixtures.KnownReferences;
import io.shopoms.order.fixtures.OdooArithmetic;
import io.shopoms.order.fixtures.OrderBuilder;
import io.shopoms.order.fixtures.RecordedOrders;
import io.shopoms.order.shopify.LineGroup;
import io.shopoms.order.shopify.Money;
import io.shopoms.order.shopify.ShopifyOrder;
import io.shopoms.sync.failure.SyncFailure.MissingDependency;
import io.shopoms.sync.failure.SyncFailureException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every rule of docs/money.md that says which lines an order gets. */
class ChargesTest {

    private static final ShopDomain SHOP = new ShopDomain("acme.myshopify.com");

    @Test
    void dutiesAndFeesAreLinesWithTheirOwnTaxesOnTop() {
        // Given
        ShopifyOrder order = OrderBuilder.in("EUR")
                .taxesIncluded(true)
                .with(BuiltItem.of(1, 2, "11.90").taxed("0.19").duty("3.10", "0.07"))
                .with(BuiltItem.of(2, 1, "5.00").duty("0.40"))
                .fee(31, "1.25", "0.19")
                .build();

        // When
        SaleOrderDraft draft = map(order);

        // Then
        assertThat(described(draft))
                .containsExactly(
                        "line_1: 2 x 11.90 taxes [10190000]",
                        "line_2: 1 x 5.00 taxes []",
                        "dutyline_7001: 1 x 3.10 taxes [70000]",
                        "dutyline_7002: 1 x 0.40 taxes []",
                        "feeline_31: 1 x 1.25 taxes [190000]");
        assertThat(draft.lines().get(2).name()).isEqualTo("Import duty: Product 1");
        assertThatOdooAgrees(order);
    }

    @Test
    void dutiesThatPricesContainAreNoLine() {
        // Given: Shopify names duties, and the total is that of the goods alone
        ShopifyOrder order = OrderBuilder.in("USD")
                .with(BuiltItem.of(1, 1, "50.00").duty("3.00"))
                .dutiesInPrices()
                .build();

        // When / Then
        assertThat(described(map(order))).containsExactly("line_1: 1 x 50.00 taxes []");
        assertThatOdooAgrees(order);
    }

    @Test
    void refundedDutiesShrinkTheirLinesToWhatIsLeft() {
        // Given
        ShopifyOrder order = OrderBuilder.in("USD")
                .with(BuiltItem.of(1, 1, "50.00").duty("3.00"))
                .with(BuiltItem.of(2, 1, "25.00").duty("2.00"))
                .refundDuties("1.00")
                .build();

        // When / Then
        assertThat(described(map(order)))
                .contains("dutyline_7001: 1 x 2.40 taxes []", "dutyline_7002: 1 x 1.60 taxes []");
        assertThatOdooAgrees(order);
    }

    @Test
    void ofFeesThatAreOneSumOnlyTheTaxedPartIsTaxed() {
        // Given: a fee of 2.00 at 5 % and one of 1.50 without tax, told as 3.50 with 0.10 of tax
        ShopifyOrder order = RecordedOrders.order("duties-and-fees");

        // When / Then
        assertThat(described(map(order)))
                .contains(
                        "feeline_" + order.id() + ": 1 x 2.00 taxes [50000]",
                        "feerestline_" + order.id() + ": 1 x 1.50 taxes []");
        assertThatOdooAgrees(order);
    }

    @Test
    void cashRoundingIsALineBesidesShopifysTotal() {
        // Given
        ShopifyOrder order = OrderBuilder.in("CAD")
                .with(BuiltItem.of(1, 1, "9.99").taxed("0.05"))
                .cashRounding("0.01")
                .build();

        // When
        SaleOrderDraft draft = map(order);

        // Then
        assertThat(described(draft)).contains("cashline_1: 1 x 0.01 taxes []");
        assertThat(sums(draft, "CAD").total()).isEqualByComparingTo("10.50");
    }

    @Test
    void aTipThatOnlyTheSumsKnowIsALine() {
        // Given
        ShopifyOrder order = OrderBuilder.in("USD")
                .with(BuiltItem.of(1, 3, "10.00").discounted("3.33").taxed("0.0725"))
                .tip("4.20")
                .refundUnits(1, 1)
                .build();

        // When / Then
        assertThat(described(map(order))).contains("tipline_1: 1 x 4.20 taxes []");
    }

    @Test
    void whatIsLeftOfAPartlyRemovedLineIsTheRestThatShopifyLeavesOnIt() {
        // Given: three for 9.99 after discounts; Shopify takes 3.33 for one, 3.33 for the next
        ShopifyOrder order = OrderBuilder.in("USD")
                .with(BuiltItem.of(1, 3, "4.00").discounted("1.00", "1.00"))
                .refundUnits(1, 1)
                .build();

        // When / Then
        assertThat(described(map(order))).contains("line_1: 2 x 3.33500000 taxes []");
        assertThatOdooAgrees(order);
    }

    @Test
    void anEditThatTheRefundsDoNotExplainLeavesTheEvenShare() {
        // Given
        ShopifyOrder order = OrderBuilder.in("USD")
                .with(BuiltItem.of(1, 4, "5.00").discounted("2.00"))
                .refundUnits(1, 1)
                .withoutRefunds()
                .build();

        // When
        SaleOrderDraft draft = map(order);

        // Then
        assertThat(described(draft)).contains("line_1: 3 x 4.50000000 taxes []");
    }

    @Test
    void linesWithoutUnitsHaveNoPlace() {
        // Given
        ShopifyOrder order = OrderBuilder.in("USD")
                .with(BuiltItem.of(1, 2, "5.00").sku("GONE").taxed("0.33"))
                .with(BuiltItem.of(2, 1, "5.00"))
                .refundUnits(1, 2)
                .build();

        // When / Then
        assertThat(described(map(order))).containsExactly("line_2: 1 x 5.00 taxes []");
    }

    @Test
    void aDiscountAboveThePriceMakesItZeroAndIsNamed() {
        // Given
        ShopifyOrder order = OrderBuilder.in("USD")
                .with(BuiltItem.of(1, 1, "5.00").discounted("4.00", "3.00").taxed("0.1"))
                .with(BuiltItem.of(2, 1, "7.00"))
                .build();

        // When
        SaleOrderDraft draft = map(order);

        // Then
        assertThat(described(draft)).contains("line_1: 1 x 0.00 taxes []");
        assertThat(draft.lines().get(2).name())
                .isEqualTo("Discount CODE1: -4.00 USD\nDiscount CODE2: -3.00 USD\n"
                        + "Beyond the price of Product 1, not granted: 2.00 USD");
        assertThatOdooAgrees(order);
    }

    @Test
    void aShippingRefundShrinksTheLineThatItNames() {
        // Given
        ShopifyOrder order = OrderBuilder.in("USD")
                .with(BuiltItem.of(1, 1, "5.00"))
                .shipping(21, "10.00", "1.00", "0.1")
                .shipping(22, "6.00", "0.00")
                .refundShipping(22, "2.50", true)
                .build();

        // When / Then
        assertThat(described(map(order)))
                .contains("shipline_21: 1 x 9.00 taxes [100000]", "shipline_22: 1 x 3.50 taxes []");
        assertThatOdooAgrees(order);
    }

    @Test
    void aShippingRefundOfOneLineNeedsNoName() {
        // Given
        ShopifyOrder order = OrderBuilder.in("USD")
                .with(BuiltItem.of(1, 1, "5.00"))
                .shipping(21, "10.00", "0.00")
                .refundShipping(21, "10.00", false)
                .build();

        // When / Then
        assertThat(described(map(order))).contains("shipline_21: 1 x 0.00 taxes []");
    }

    @Test
    void aShippingRefundWithoutALineIsSharedInProportion() {
        // Given
        ShopifyOrder order = OrderBuilder.in("USD")
                .with(BuiltItem.of(1, 1, "5.00"))
                .shipping(21, "10.00", "0.00")
                .shipping(22, "5.00", "0.00")
                .refundShipping(22, "1.00", false)
                .build();

        // When / Then
        assertThat(described(map(order))).contains("shipline_21: 1 x 9.33 taxes []", "shipline_22: 1 x 4.67 taxes []");
        assertThatOdooAgrees(order);
    }

    @Test
    void anAmountPaidBackIsALineOnlyWhereShopifysTotalHoldsIt() {
        // Given
        ShopifyOrder inTotal = OrderBuilder.in("USD")
                .with(BuiltItem.of(1, 1, "50.00").taxed("0.1"))
                .adjustment("-5.00", "0.00", true)
                .build();
        ShopifyOrder besides = OrderBuilder.in("USD")
                .with(BuiltItem.of(1, 1, "50.00").taxed("0.1"))
                .adjustment("-5.00", "0.00", false)
                .build();

        // When / Then
        assertThat(described(map(inTotal))).contains("adjustline_1: 1 x -5.00 taxes []");
        assertThat(described(map(besides))).containsExactly("line_1: 1 x 50.00 taxes [100000]");
        assertThatOdooAgrees(inTotal);
        assertThatOdooAgrees(besides);
    }

    @Test
    void theTaxOfAnAmountPaidBackIsTheItemsWhereAllHaveTheSame() {
        // Given
        ShopifyOrder order = OrderBuilder.in("USD")
                .with(BuiltItem.of(1, 1, "50.00").taxed("0.1"))
                .adjustment("-5.00", "-0.50", true)
                .build();

        // When / Then
        assertThat(described(map(order))).contains("adjustline_1: 1 x -5.00 taxes [100000]");
        assertThatOdooAgrees(order);
    }

    @Test
    void bundlesAreTogetherUnderAHeading() {
        // Given
        LineGroup set = new LineGroup(new ShopifyId(9), "Gift set", 2);
        ShopifyOrder order = OrderBuilder.in("USD")
                .with(BuiltItem.of(1, 2, "5.00").in(set))
                .with(BuiltItem.of(2, 1, "7.00"))
                .with(BuiltItem.of(3, 2, "6.00").in(set))
                .build();

        // When
        SaleOrderDraft draft = map(order);

        // Then
        assertThat(described(draft))
                .containsExactly(
                        "groupline_9: '2 x Gift set'",
                        "line_1: 2 x 5.00 taxes []",
                        "line_3: 2 x 6.00 taxes []",
                        "line_2: 1 x 7.00 taxes []");
        assertThat(draft.lines()).extracting(DraftLine::sequence).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void aBundleWithoutUnitsHasNoHeading() {
        // Given
        LineGroup set = new LineGroup(new ShopifyId(9), "Gift set", 1);
        ShopifyOrder order = OrderBuilder.in("USD")
                .with(BuiltItem.of(1, 1, "5.00").in(set))
                .with(BuiltItem.of(2, 1, "7.00"))
                .refundUnits(1, 1)
                .build();

        // When / Then
        assertThat(described(map(order))).containsExactly("line_2: 1 x 7.00 taxes []");
    }

    @Test
    void anUnknownSkuIsBookedOnThePlaceholderWhereThePolicySaysSo() {
        // Given
        ShopifyOrder order = OrderBuilder.in("USD")
                .with(BuiltItem.of(1, 1, "5.00").sku("NEW-7"))
                .build();
        References known = KnownReferences.of(order);
        References placeholder = new References(
                known.variants(),
                Map.of(new Sku("NEW-7"), new ProductMatch.Placeholder()),
                known.taxes(),
                known.serviceProducts(),
                known.countries(),
                known.states(),
                known.pricelists());

        // When
        DraftLine line =
                SaleOrderMapper.map(SHOP, order, List.of(), placeholder).lines().get(0);

        // Then
        assertThat(line.productId()).contains(known.serviceProducts().get(ServiceProduct.PLACEHOLDER));
        assertThat(line.name()).isEqualTo("[NEW-7] Product 1");
        assertThatThrownBy(() -> map(order)).hasMessageContaining("SKU NEW-7 is not in Odoo");
    }

    @Test
    void aGiftCardThatIsSoldIsNoProductOfTheCatalogue() {
        // Given
        ShopifyOrder order = OrderBuilder.in("USD")
                .with(BuiltItem.of(1, 1, "50.00").sku("MUG-1").giftCard())
                .build();

        // When / Then
        assertThat(map(order).lines().get(0).productId())
                .contains(KnownReferences.of(order).serviceProducts().get(ServiceProduct.GIFT_CARD));
    }

    @Test
    void anInactiveCurrencyIsNamed() {
        // Given
        ShopifyOrder order =
                OrderBuilder.in("JPY").with(BuiltItem.of(1, 1, "500")).build();
        References known = KnownReferences.of(order);

        // When / Then
        assertMissing(order, known, new CurrencyMatch.Inactive(), "the currency JPY is not active in Odoo");
        assertMissing(order, known, new CurrencyMatch.Unknown(), "the currency JPY is not in Odoo");
        assertMissing(order, known, new CurrencyMatch.NoPricelist(), "a pricelist in JPY is not in Odoo");
    }

    private static void assertMissing(ShopifyOrder order, References known, CurrencyMatch match, String message) {
        References references = new References(
                known.variants(),
                known.products(),
                known.taxes(),
                known.serviceProducts(),
                known.countries(),
                known.states(),
                Map.of("JPY", match));
        assertThatThrownBy(() -> SaleOrderMapper.map(SHOP, order, List.of(), references))
                .isInstanceOfSatisfying(SyncFailureException.class, e -> {
                    assertThat(e.failure()).isInstanceOf(MissingDependency.class);
                    assertThat(e.failure().message()).isEqualTo(message);
                    assertThat(e.failure().remedy()).contains("JPY");
                });
    }

    private static void assertThatOdooAgrees(ShopifyOrder order) {
        OdooArithmetic.Sums sums = sums(map(order), order.currency());
        assertThat(new Money(sums.total(), order.currency()))
                .isEqualTo(order.totals().total());
        assertThat(new Money(sums.tax(), order.currency()))
                .isEqualTo(order.totals().tax());
    }

    private static OdooArithmetic.Sums sums(SaleOrderDraft draft, String currency) {
        return new OdooArithmetic(Money.digits(currency)).of(draft.lines());
    }

    private static SaleOrderDraft map(ShopifyOrder order) {
        return SaleOrderMapper.map(SHOP, order, List.of(), KnownReferences.of(order));
    }

    private static List<String> described(SaleOrderDraft draft) {
        return draft.lines().stream()
                .filter(line -> !line.id().kind().equals("noteline"))
                .map(line -> line.id().kind() + "_" + LineIds.part(line.id()) + ": "
                        + (line.isNote()
                                ? "'" + line.name() + "'"
                                : line.quantity() + " x " + line.unitPrice() + " taxes " + line.taxIds()))
                .toList();
    }
}
