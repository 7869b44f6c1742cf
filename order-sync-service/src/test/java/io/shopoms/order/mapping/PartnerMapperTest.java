package io.shopoms.order.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopoms.model.ShopDomain;
import io.shopoms.order.fixtures.KnownReferences;
import io.shopoms.order.fixtures.RecordedOrders;
import io.shopoms.order.policy.OrderPolicy.AmountsIn;
import io.shopoms.order.shopify.OrderJson;
import io.shopoms.order.shopify.ShopifyOrder;
import io.shopoms.sync.cache.RawFormat;
import org.junit.jupiter.api.Test;

class PartnerMapperTest {

    private static final ShopDomain SHOP = new ShopDomain("acme.myshopify.com");

    @Test
    void aCustomerHasAnInvoiceAndADeliveryAddressBelowIt() {
        // When
        OrderPartners partners = map(RecordedOrders.order("two-lines-taxed-shipping"));

        // Then
        PartnerDraft customer = partners.customer();
        assertThat(customer.id()).hasToString("__shopify__.acme_customer_61001");
        assertThat(customer.name()).isEqualTo("Ada Example");
        assertThat(customer.email()).isEqualTo("ada@example.com");
        assertThat(customer.phone()).isEqualTo("+15550100001");
        assertThat(customer.reference()).isEqualTo("shopify:61001");
        PartnerDraft delivery = partners.delivery().orElseThrow();
        assertThat(delivery.parent()).contains(customer.id());
        assertThat(delivery.type()).isEqualTo("delivery");
        assertThat(delivery.street()).isEqualTo("12 Sample Street");
        assertThat(delivery.street2()).isEqualTo("Apt 4");
        assertThat(delivery.city()).isEqualTo("Springfield");
        assertThat(delivery.countryId()).contains(233L);
        assertThat(delivery.stateId()).contains(13L);
        assertThat(partners.invoice().orElseThrow().type()).isEqualTo("invoice");
        assertThat(partners.all()).extracting(PartnerDraft::id).doesNotHaveDuplicates();
    }

    @Test
    void anAddressIsNamedByWhatItSays() {
        // Given
        ObjectNode moved = RecordedOrders.editableWebhook("two-lines-taxed-shipping");
        ((ObjectNode) moved.get("shipping_address")).put("address1", "99 Other Street");
        OrderPartners before = map(RecordedOrders.order("two-lines-taxed-shipping"));

        // When
        OrderPartners again = map(RecordedOrders.order("two-lines-taxed-shipping"));
        OrderPartners after = map(decode(moved));

        // Then
        assertThat(again).isEqualTo(before);
        assertThat(after.customer().id()).isEqualTo(before.customer().id());
        assertThat(after.invoice()).isEqualTo(before.invoice());
        assertThat(after.delivery().orElseThrow().id())
                .isNotEqualTo(before.delivery().orElseThrow().id());
        assertThat(after.delivery().orElseThrow().id().toString()).doesNotContainIgnoringCase("other", "street");
    }

    @Test
    void aGuestIsAPartnerOfTheOneOrder() {
        // When
        OrderPartners partners = map(RecordedOrders.order("guest-download"));

        // Then
        assertThat(partners.customer().id()).hasToString("__shopify__.acme_guest_5005");
        assertThat(partners.customer().name()).isEqualTo("guest@example.com");
        assertThat(partners.all()).hasSize(1);
    }

    @Test
    void somebodyOfWhomNothingIsKnownStillHasAName() {
        // When
        OrderPartners partners = map(RecordedOrders.order("tip-as-line"));

        // Then
        assertThat(partners.customer().name()).isEqualTo("Guest of #1008");
    }

    @Test
    void aCompanyStandsBesideThePerson() {
        // When
        OrderPartners partners = map(RecordedOrders.order("company-with-notes"));

        // Then
        assertThat(partners.customer().name()).isEqualTo("Dana Sample");
        assertThat(partners.customer().companyName()).isEqualTo("Acme Fabrics GmbH");
        assertThat(partners.delivery().orElseThrow().companyName()).isEqualTo("Acme Fabrics GmbH");
    }

    @Test
    void anUnknownStateOrCountryStandsBehindTheCity() {
        // Given
        ObjectNode payload = RecordedOrders.editableWebhook("two-lines-taxed-shipping");
        ObjectNode address = (ObjectNode) payload.get("shipping_address");
        address.put("province", "Nowhere").put("province_code", "NW");

        // When
        PartnerDraft unknownState = map(decode(payload)).delivery().orElseThrow();
        address.put("country", "Atlantis").put("country_code", "QQ");
        PartnerDraft unknownCountry = map(decode(payload)).delivery().orElseThrow();

        // Then
        assertThat(unknownState.city()).isEqualTo("Springfield, Nowhere");
        assertThat(unknownState.countryId()).contains(233L);
        assertThat(unknownCountry.city()).isEqualTo("Springfield, Nowhere, Atlantis");
        assertThat(unknownCountry.countryId()).isEmpty();
    }

    @Test
    void namesInEveryScriptAndOfAnyLengthPass() {
        // Given
        ObjectNode payload = RecordedOrders.editableWebhook("dinar-everything-off");
        ((ObjectNode) payload.get("shipping_address")).put("address1", "<b>" + "ن".repeat(3_000) + "\u0000\n");

        // When
        OrderPartners partners = map(decode(payload));

        // Then
        assertThat(partners.customer().name()).isEqualTo("فرح مثال");
        assertThat(partners.delivery().orElseThrow().street())
                .startsWith("<b>ن")
                .hasSize(250)
                .doesNotContain("\n");
    }

    @Test
    void draftsDoNotPrintPersonalData() {
        assertThat(map(RecordedOrders.order("two-lines-taxed-shipping")).toString())
                .doesNotContain("Ada", "Sample", "ada@example.com");
    }

    private static OrderPartners map(ShopifyOrder order) {
        return PartnerMapper.map(SHOP, order, KnownReferences.of(order));
    }

    private static ShopifyOrder decode(ObjectNode payload) {
        return OrderJson.decode(RawFormat.WEBHOOK, payload.toString(), AmountsIn.SHOP);
    }
}
