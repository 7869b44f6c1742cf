package io.shopoms.order.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopoms.model.ShopDomain;
import io.shopoms.order.fixtures.KnownReferences;
import io.shopoms.order.fixtures.PresentOrder;
import io.shopoms.order.fixtures.RecordedOrders;
import io.shopoms.order.mapping.OrderChange.LineChange;
import io.shopoms.order.policy.OrderPolicy.AmountsIn;
import io.shopoms.order.shopify.OrderJson;
import io.shopoms.order.shopify.ShopifyOrder;
import io.shopoms.sync.cache.RawFormat;
import io.shopoms.sync.odoo.ExternalId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OrderDifferenceTest {

    private static final ShopDomain SHOP = new ShopDomain("acme.myshopify.com");

    private final ObjectNode payload = RecordedOrders.editableWebhook("two-lines-taxed-shipping");
    private final SaleOrderDraft before = draft();
    private final SaleOrderState present = PresentOrder.of(before, 2);
    private final Applied applied = Applied.of(present);

    @Test
    void whatAgreesIsLeftAlone() {
        // When
        OrderChange change = OrderDifference.between(present, before, applied, applied);

        // Then
        assertThat(change.isEmpty()).isTrue();
        assertThat(change.changesAmounts()).isFalse();
        assertThat(change.summary()).isEqualTo("nothing to change");
    }

    @Test
    void aChangedQuantityIsTheOnlyChange() {
        // Given
        item(0).put("current_quantity", 1);

        // When
        OrderChange change = between(present);

        // Then
        assertThat(change.lines()).singleElement().satisfies(line -> {
            assertThat(line.lineId()).isEqualTo(1);
            assertThat(line.quantity()).contains(BigDecimal.ONE);
            assertThat(line.unitPrice())
                    .as("without it, Odoo would put the list price on the line")
                    .contains(new BigDecimal("25.50"));
            assertThat(line.taxIds()).isEmpty();
        });
        assertThat(change.summary()).isEqualTo("1 line changed");
    }

    @Test
    void aRemovedLineGoesToZeroBecauseOdooDeletesNone() {
        // Given
        item(1).put("current_quantity", 0);

        // When
        OrderChange change = between(present);

        // Then
        assertThat(change.lines()).extracting(LineChange::lineId).containsExactly(2L);
        assertThat(change.lines().get(0).quantity()).contains(BigDecimal.ZERO);
        assertThat(between(PresentOrder.after(present, change, 2)).isEmpty()).isTrue();
    }

    @Test
    void aNewLineIsAdded() {
        // Given
        ObjectNode more = item(0).deepCopy();
        more.put("id", 79999).put("sku", "BAG-1");
        payload.withArray("line_items").add(more);

        // When
        OrderChange change = between(present);

        // Then
        assertThat(change.lines()).isEmpty();
        assertThat(change.added()).extracting(line -> LineIds.part(line.id())).containsExactly(79999L);
        assertThat(change.changesAmounts()).isTrue();
    }

    @Test
    void aLaterDiscountChangesThePrice() {
        // Given
        payload.putArray("discount_applications")
                .addObject()
                .put("type", "manual")
                .put("title", "Sorry");
        item(1).putArray("discount_allocations")
                .addObject()
                .put("amount", "1.90")
                .put("discount_application_index", 0);

        // When
        OrderChange change = between(present);

        // Then
        assertThat(change.lines())
                .singleElement()
                .satisfies(line -> assertThat(line.unitPrice().orElseThrow()).isEqualByComparingTo("10.00"));
        assertThat(change.added()).extracting(DraftLine::name).containsExactly("Discount Sorry: -1.90 USD");
    }

    @Test
    void deliveredUnitsKeepTheirPriceWhenSomeAreTakenBack() {
        // Given: two were delivered; Shopify keeps one, at the price of what is left
        SaleOrderState shipped = PresentOrder.delivered(present, 1, 2, 2);
        item(0).put("current_quantity", 1);
        item(0).put("price", "24.00");

        // When
        OrderChange change = between(shipped);

        // Then
        assertThat(change.lines()).isEmpty();
        assertThat(change.remarks()).hasSize(1);
    }

    @Test
    void aNoteThatIsNoLongerTrueIsBlanked() {
        // Given
        SaleLineState note = noteOf(ExternalId.of(SHOP, "groupline", "9"), "2 x Gift set");

        // When
        OrderChange change = between(PresentOrder.plus(present, note, 2));

        // Then
        assertThat(change.lines())
                .singleElement()
                .satisfies(line -> assertThat(line.name()).contains("-"))
                .satisfies(line -> assertThat(line.quantity()).isEmpty());
        assertThat(change.changesAmounts()).isFalse();
    }

    @Test
    void floatingPointNoiseIsNoDifference() {
        // Given
        SaleLineState line = present.lines().get(0);
        SaleOrderState noisy = PresentOrder.plus(
                withoutLines(),
                new SaleLineState(
                        line.id(),
                        line.externalId(),
                        line.name(),
                        new BigDecimal("2.0"),
                        new BigDecimal("0.0"),
                        new BigDecimal("25.500000000000004"),
                        line.taxIds(),
                        line.subtotal(),
                        line.total(),
                        false),
                2);

        // When
        OrderChange change = between(noisy);

        // Then
        assertThat(change.lines()).isEmpty();
    }

    @Test
    void linesOfPeopleAreLeftAlone() {
        // Given
        SaleOrderState withGift = PresentOrder.plus(present, lineOf(Optional.empty()), 2);

        // When
        OrderChange change = between(withGift);

        // Then
        assertThat(change.isEmpty()).isTrue();
    }

    @Test
    void theRoundingLineIsTheMoneyChecksBusiness() {
        // Given
        SaleOrderState rounded = PresentOrder.plus(
                present, lineOf(Optional.of(ExternalId.of(SHOP, MoneyCheck.ROUNDING_KIND, "5001"))), 2);

        // When
        OrderChange change = between(rounded);

        // Then
        assertThat(change.isEmpty()).isTrue();
    }

    @Test
    void deliveredUnitsAreNeverTakenBackSilently() {
        // Given
        item(0).put("current_quantity", 0);
        SaleOrderState shipped = PresentOrder.delivered(present, 1, 2, 2);

        // When
        OrderChange change = between(shipped);

        // Then
        assertThat(change.lines()).isEmpty();
        assertThat(change.remarks()).singleElement().asString().endsWith(": 2 delivered and taken off in Shopify");
    }

    @Test
    void partlyDeliveredLinesShrinkToWhatWasDelivered() {
        // Given
        item(0).put("current_quantity", 0);
        SaleOrderState shipped = PresentOrder.delivered(present, 1, 1, 2);

        // When
        OrderChange change = between(shipped);

        // Then
        assertThat(change.lines())
                .singleElement()
                .satisfies(line -> assertThat(line.quantity()).contains(BigDecimal.ONE));
    }

    @Test
    void onlyAChangeInShopifyOverwritesWhatPeopleEdit() {
        // Given
        SaleOrderState edited = new SaleOrderState(
                present.id(),
                present.name(),
                present.stage(),
                false,
                false,
                present.total(),
                present.tax(),
                present.currencyId(),
                List.of(7L, 99L),
                55,
                56,
                List.of(),
                "<p>Call before delivery</p>",
                present.lines());

        // When
        OrderChange untouched = OrderDifference.between(edited, before, applied, applied);
        payload.put("note", "Ring twice");
        Applied wanted = Applied.of(draft(), List.of(8L), PresentOrder.INVOICE_PARTNER, 77);
        OrderChange changed = OrderDifference.between(edited, draft(), applied, wanted);

        // Then
        assertThat(untouched.isEmpty()).isTrue();
        assertThat(changed.note()).contains("Ring twice");
        assertThat(changed.addedTags()).containsExactly(8L);
        assertThat(changed.removedTags()).containsExactly(7L);
        assertThat(changed.invoicePartnerId()).isEmpty();
        assertThat(changed.deliveryPartnerId()).contains(77L);
        assertThat(changed.changesAmounts()).isFalse();
        assertThat(changed.summary()).isEqualTo("tags, note, addresses");
    }

    @Test
    void aTagThatPeopleTookOffIsNotPutOnAgain() {
        // Given
        SaleOrderState untagged = new SaleOrderState(
                42,
                "S00042",
                present.stage(),
                false,
                false,
                present.total(),
                present.tax(),
                1,
                List.of(),
                12,
                13,
                List.of(),
                "",
                present.lines());

        // When
        OrderChange change = OrderDifference.between(untagged, before, applied, applied);

        // Then
        assertThat(change.addedTags()).isEmpty();
        assertThat(change.removedTags()).isEmpty();
    }

    @Test
    void aNoteReadsTheSameInOdoosOwnHtml() {
        // Given
        payload.put("note", "a < b & \"c\"\nsecond line");
        SaleOrderDraft draft = draft();
        SaleOrderState odoos = PresentOrder.of(draft, 2);

        // When
        String fingerprint = Applied.of(odoos).note();

        // Then
        assertThat(Fingerprint.of(OdooText.seen("<p>a &lt; b &amp; \"c\"<br>second line</p>")))
                .isEqualTo(fingerprint);
        assertThat(Applied.of(draft, List.of(), 1, 1)).isEqualTo(new Applied(fingerprint, Set.of(), 1, 1, false));
    }

    private OrderChange between(SaleOrderState state) {
        return OrderDifference.between(state, draft(), applied, applied);
    }

    private SaleOrderDraft draft() {
        ShopifyOrder order = OrderJson.decode(RawFormat.WEBHOOK, payload.toString(), AmountsIn.SHOP);
        return SaleOrderMapper.map(SHOP, order, List.of("Prepaid"), KnownReferences.of(order));
    }

    private ObjectNode item(int index) {
        return (ObjectNode) payload.withArray("line_items").get(index);
    }

    private SaleOrderState withoutLines() {
        return PresentOrder.of(
                new SaleOrderDraft(
                        before.id(),
                        before.clientReference(),
                        before.origin(),
                        before.orderedAt(),
                        before.note(),
                        before.tags(),
                        before.pricelistId(),
                        before.currencyId(),
                        before.roundingProductId(),
                        List.of()),
                2);
    }

    private static SaleLineState lineOf(Optional<ExternalId> id) {
        return new SaleLineState(
                900,
                id,
                "Something",
                BigDecimal.ONE,
                BigDecimal.ZERO,
                BigDecimal.ONE,
                List.of(),
                new BigDecimal("1.00"),
                new BigDecimal("1.00"),
                false);
    }

    private static SaleLineState noteOf(ExternalId id, String text) {
        return new SaleLineState(
                91,
                Optional.of(id),
                text,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                List.of(),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                false);
    }
}
