package io.shopoms.order.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopoms.model.ShopDomain;
import io.shopoms.model.ShopifyId;
import io.shopoms.order.fixtures.KnownReferences;
import io.shopoms.order.fixtures.RecordedOrders;
import io.shopoms.order.policy.OrderPolicy.AmountsIn;
import io.shopoms.order.policy.OrderPolicy.CustomerMatch;
import io.shopoms.order.shopify.Company;
import io.shopoms.order.shopify.OrderJson;
import io.shopoms.order.shopify.ShopifyOrder;
import io.shopoms.sync.cache.RawFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PartnerMapperTest {

    private static final ShopDomain SHOP = new ShopDomain("acme.myshopify.com");

    @Test
    void aNewCustomerIsWhereTheBillingAddressIs() {
        // When
        OrderPartners partners = map(RecordedOrders.order("two-lines-taxed-shipping"));

        // Then
        PartnerDraft customer = partners.customer();
        assertThat(customer.id()).hasToString("__shopify__.acme_customer_61001");
        assertThat(customer.identity().key()).isEqualTo("customer:61001");
        assertThat(customer.name()).isEqualTo("Ada Example");
        assertThat(customer.email()).isEqualTo("ada@example.com");
        assertThat(customer.phone()).isEqualTo("+15550100001");
        assertThat(customer.reference()).isEqualTo("shopify:61001");
        assertThat(customer.place()).isEqualTo(partners.invoice().orElseThrow().place());
        assertThat(customer.ownAddress())
                .isEqualTo(partners.invoice().orElseThrow().fingerprint());
    }

    @Test
    void theDeliveryAddressIsSpelledAsOdooDoes() {
        // When
        AddressDraft delivery =
                map(RecordedOrders.order("two-lines-taxed-shipping")).delivery().orElseThrow();

        // Then
        assertThat(delivery.type()).isEqualTo("delivery");
        assertThat(delivery.place().street()).isEqualTo("12 Sample Street");
        assertThat(delivery.place().street2()).isEqualTo("Apt 4");
        assertThat(delivery.place().city()).isEqualTo("Springfield");
        assertThat(delivery.place().countryId()).contains(233L);
        assertThat(delivery.place().stateId()).contains(13L);
    }

    @Test
    void equalBillingAndDeliveryAddressesAreOneContact() {
        // Given
        ObjectNode payload = RecordedOrders.editableWebhook("two-lines-taxed-shipping");
        payload.set("billing_address", payload.get("shipping_address").deepCopy());

        // When
        OrderPartners one = map(decode(payload));
        ((ObjectNode) payload.get("billing_address")).put("zip", "99999");
        OrderPartners two = map(decode(payload));

        // Then
        assertThat(one.addresses()).extracting(AddressDraft::type).containsExactly("delivery");
        assertThat(one.invoice()).isEqualTo(one.delivery());
        assertThat(two.addresses()).extracting(AddressDraft::type).containsExactly("invoice", "delivery");
    }

    @Test
    void anAddressOfSomebodyElseStaysAChild() {
        // Given
        ObjectNode payload = RecordedOrders.editableWebhook("two-lines-taxed-shipping");
        ObjectNode gift = ((ObjectNode) payload.get("shipping_address")).put("first_name", "Grace");
        payload.set("billing_address", gift.deepCopy());

        // When
        OrderPartners partners = map(decode(payload));

        // Then
        assertThat(partners.customer().ownAddress()).isEmpty();
        assertThat(partners.customer().place()).isEqualTo(PostalFields.NONE);
        assertThat(partners.delivery().orElseThrow().name()).startsWith("Grace");
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
        assertThat(after.delivery().orElseThrow().key())
                .isNotEqualTo(before.delivery().orElseThrow().key());
        assertThat(after.delivery().orElseThrow().key()).doesNotContainIgnoringCase("other", "street");
    }

    @Test
    void guestsWithOneEmailAreOnePartner() {
        // Given
        ObjectNode another = RecordedOrders.editableWebhook("guest-download");
        another.put("id", 5999).put("email", " Guest@Example.COM");

        // When
        OrderPartners first = map(RecordedOrders.order("guest-download"));
        OrderPartners second = map(decode(another));

        // Then
        assertThat(first.customer().name()).isEqualTo("guest@example.com");
        assertThat(second.customer().id()).isEqualTo(first.customer().id());
        assertThat(second.customer().identity().key())
                .isEqualTo(first.customer().identity().key())
                .startsWith("guest:")
                .doesNotContain("example");
        assertThat(first.addresses()).isEmpty();
    }

    @Test
    void anAccountIsAlsoKnownByWhatItWasAsAGuest() {
        // Given
        ObjectNode later = RecordedOrders.editableWebhook("guest-download");
        later.putObject("customer").put("id", 61999).put("email", "guest@example.com");

        // When
        CustomerIdentity guest =
                map(RecordedOrders.order("guest-download")).customer().identity();
        CustomerIdentity account = map(decode(later)).customer().identity();

        // Then
        assertThat(account.key()).isEqualTo("customer:61999");
        assertThat(account.former()).contains(guest.key(), "order:5005");
    }

    @Test
    void guestsAreNobodyElseWhereThePolicyKnowsNoEmails() {
        // When
        PartnerDraft guest = PartnerMapper.map(
                        SHOP,
                        RecordedOrders.order("guest-download"),
                        KnownReferences.of(RecordedOrders.order("guest-download")),
                        List.of())
                .customer();

        // Then
        assertThat(guest.id()).hasToString("__shopify__.acme_guest_5005");
        assertThat(guest.identity().key()).isEqualTo("order:5005");
        assertThat(guest.identity().email()).isEmpty();
    }

    @Test
    void somebodyOfWhomNothingIsKnownStillHasAName() {
        // When
        OrderPartners partners = map(RecordedOrders.order("tip-as-line"));

        // Then
        assertThat(partners.customer().name()).isEqualTo("Guest of #1008");
    }

    @Test
    void aNameOfControlCharactersIsNone() {
        // Given
        ObjectNode payload = RecordedOrders.editableWebhook("tip-as-line");
        payload.putObject("customer").put("id", 7).put("first_name", "\u0000\u0007");

        // When
        OrderPartners partners = map(decode(payload));

        // Then
        assertThat(partners.customer().name()).isEqualTo("Customer 7");
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
    void anOrderForACompanyIsForItsContactAndGoesToItsAddresses() {
        // When
        OrderPartners partners = map(forCompany(
                RecordedOrders.order("company-with-notes"),
                new Company(new ShopifyId(7), Optional.empty(), Optional.empty(), Optional.empty())));

        // Then
        PartnerDraft company = partners.company().orElseThrow();
        assertThat(company.id()).hasToString("__shopify__.acme_company_7");
        assertThat(company.isCompany()).isTrue();
        assertThat(company.name()).isEqualTo("Acme Fabrics GmbH");
        assertThat(partners.customer().company()).contains(company.id());
        assertThat(partners.customer().identity().key()).startsWith("contact:7_");
        assertThat(partners.customer().identity().email()).isEmpty();
        assertThat(partners.addressee()).isEqualTo(company);
    }

    @Test
    void anUnknownStateOrCountryStandsBehindTheCity() {
        // Given
        ObjectNode payload = RecordedOrders.editableWebhook("two-lines-taxed-shipping");
        ObjectNode address = (ObjectNode) payload.get("shipping_address");
        address.put("province", "Nowhere").put("province_code", "NW");

        // When
        PostalFields unknownState = delivery(payload);
        address.put("country", "Atlantis").put("country_code", "QQ");
        PostalFields unknownCountry = delivery(payload);

        // Then
        assertThat(unknownState.city()).isEqualTo("Springfield, Nowhere");
        assertThat(unknownState.countryId()).contains(233L);
        assertThat(unknownCountry.city()).isEqualTo("Springfield, Nowhere, Atlantis");
        assertThat(unknownCountry.countryId()).isEmpty();
    }

    @Test
    void aTerritoryThatIsNoStateInOdooIsACountry() {
        // Given
        ObjectNode payload = RecordedOrders.editableWebhook("two-lines-taxed-shipping");
        ((ObjectNode) payload.get("shipping_address"))
                .put("province", "Puerto Rico")
                .put("province_code", "PR")
                .put("city", "San Juan");

        // When
        PostalFields place = delivery(payload);

        // Then
        assertThat(place.countryId()).contains(KnownReferences.PUERTO_RICO);
        assertThat(place.stateId()).isEmpty();
        assertThat(place.city()).isEqualTo("San Juan");
    }

    @Test
    void aNationOfTheKingdomIsNoPartOfAnAddress() {
        // Given
        ObjectNode payload = RecordedOrders.editableWebhook("two-lines-taxed-shipping");
        ((ObjectNode) payload.get("shipping_address"))
                .put("country", "United Kingdom")
                .put("country_code", "uk")
                .put("province", "Scotland")
                .put("province_code", "SCT")
                .put("city", "Perth");

        // When
        PostalFields place = delivery(payload);

        // Then
        assertThat(place.city()).isEqualTo("Perth");
        assertThat(place.countryId()).contains(KnownReferences.UNITED_KINGDOM);
    }

    @Test
    void namesInEveryScriptAndOfAnyLengthPass() {
        // Given
        ObjectNode payload = RecordedOrders.editableWebhook("dinar-everything-off");
        ((ObjectNode) payload.get("shipping_address"))
                .put("address1", "<b>" + "ن".repeat(10_000) + "\u0000\n")
                .put("address2", "🎁 half a pair: \ud83d.");

        // When
        OrderPartners partners = map(decode(payload));

        // Then
        assertThat(partners.customer().name()).isEqualTo("فرح مثال");
        PostalFields place = partners.delivery().orElseThrow().place();
        assertThat(place.street()).startsWith("<b>ن").hasSize(250).doesNotContain("\n");
        assertThat(place.street2()).isEqualTo("🎁 half a pair: ?.");
    }

    @Test
    void draftsDoNotPrintPersonalData() {
        assertThat(map(RecordedOrders.order("two-lines-taxed-shipping")).toString())
                .doesNotContain("Ada", "Sample", "ada@example.com");
    }

    private static OrderPartners map(ShopifyOrder order) {
        return PartnerMapper.map(SHOP, order, KnownReferences.of(order), List.of(CustomerMatch.EMAIL));
    }

    private static ShopifyOrder forCompany(ShopifyOrder o, Company company) {
        return new ShopifyOrder(
                o.id(),
                o.name(),
                o.orderedAt(),
                o.updatedAt(),
                o.cancelledAt(),
                o.test(),
                o.taxesIncluded(),
                o.taxExempt(),
                o.sourceName(),
                o.currency(),
                o.shopCurrency(),
                o.presentmentCurrency(),
                o.financialStatus(),
                o.fulfillmentStatus(),
                o.gateways(),
                o.email(),
                o.phone(),
                o.note(),
                o.poNumber(),
                o.tags(),
                o.attributes(),
                o.discountCodes(),
                o.customer(),
                Optional.of(company),
                o.billingAddress(),
                o.shippingAddress(),
                o.lines(),
                o.shippingLines(),
                o.fees(),
                o.refunds(),
                o.totals());
    }

    private static PostalFields delivery(ObjectNode payload) {
        return map(decode(payload)).delivery().orElseThrow().place();
    }

    private static ShopifyOrder decode(ObjectNode payload) {
        return OrderJson.decode(RawFormat.WEBHOOK, payload.toString(), AmountsIn.SHOP);
    }
}
