package io.shopoms.sandbox.odoo.partner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.sandbox.odoo.fixtures.OdooExtension;
import io.shopoms.sandbox.odoo.fixtures.Reply;
import io.shopoms.sandbox.odoo.fixtures.Sheets;
import io.shopoms.sandbox.odoo.view.PartnerView;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Customers and addresses (contract, section 4.1 step 1). */
class PartnerComponentTest {

    private static final List<String> FIELDS = List.of(
            "id",
            "name",
            "email",
            "phone",
            "ref",
            "street",
            "city",
            "zip",
            "country_id/.id",
            "state_id/.id",
            "child_ids/id",
            "child_ids/type",
            "child_ids/name",
            "child_ids/street",
            "child_ids/city",
            "child_ids/zip",
            "child_ids/country_id/.id");

    @RegisterExtension
    static final OdooExtension ODOO = new OdooExtension();

    @Test
    void aCustomerComesWithItsAddressesAndAReplayUpdatesWithoutDoubling() {
        // Given
        long id = ODOO.call("res.partner", "load", ada("+12125550123")).firstId();

        // When
        long again = ODOO.call("res.partner", "load", ada("+12125559999")).firstId();

        // Then
        assertThat(again).isEqualTo(id);
        List<PartnerView> family = ODOO.data().partners().stream()
                .filter(partner -> partner.id() == id || Long.valueOf(id).equals(partner.parentId()))
                .toList();
        assertThat(family).hasSize(3);
        assertThat(family.get(0).phone()).isEqualTo("+12125559999");
        assertThat(family.get(0).state()).isEqualTo("NY");
        assertThat(family)
                .extracting(PartnerView::externalId)
                .contains("__shopify__.addr_1_ship", "__shopify__.addr_1_bill");
    }

    @Test
    void addressGetFindsTheAddressForAPurpose() {
        // Given
        long id = ODOO.call("res.partner", "load", ada("1")).firstId();

        // When
        JsonNode found = ODOO.ok(
                "res.partner",
                "address_get",
                Map.of("ids", List.of(id), "adr_pref", List.of("delivery", "invoice", "contact")));

        // Then
        assertThat(found.get("contact").asLong()).isEqualTo(id);
        assertThat(found.get("delivery").asLong()).isEqualTo(id + 1);
        assertThat(found.get("invoice").asLong()).isEqualTo(id + 2);
    }

    @Test
    void anOrderTakesTheAddressesOfItsCustomer() {
        // Given
        long id = ODOO.call("res.partner", "load", ada("1")).firstId();

        // When
        JsonNode created = ODOO.ok("sale.order", "create", Map.of("vals_list", Map.of("partner_id", id)));

        // Then
        JsonNode order = ODOO.read("sale.order", created.get(0).asLong(), "partner_invoice_id", "partner_shipping_id");
        assertThat(order.at("/partner_shipping_id/0").asLong()).isEqualTo(id + 1);
        assertThat(order.at("/partner_invoice_id/0").asLong()).isEqualTo(id + 2);
    }

    @Test
    void anEmptyCellClearsTheField() {
        // Given
        long id = ODOO.call("res.partner", "load", ada("1")).firstId();

        // When
        ODOO.ok(
                "res.partner",
                "load",
                Sheets.load(List.of("id", "phone"), Map.of(), List.of("__shopify__.customer_1", "")));

        // Then
        assertThat(ODOO.read("res.partner", id, "phone").get("phone").asBoolean())
                .isFalse();
        assertThat(ODOO.read("res.partner", id, "email").get("email").asText()).isEqualTo("ada@example.com");
    }

    @Test
    void aContactNeedsANameAndAnAddressDoesNot() {
        // When
        Reply contact =
                ODOO.call("res.partner", "load", Sheets.load(List.of("id", "name"), Map.of(), List.of("__s__.a", "")));
        ODOO.ok("res.partner", "load", Sheets.customer("__shopify__.ada"));
        Reply address = ODOO.call(
                "res.partner",
                "load",
                Sheets.load(
                        List.of("id", "parent_id/id", "type", "name"),
                        Map.of(),
                        List.of("__s__.b", "__shopify__.ada", "delivery", "")));

        // Then
        assertThat(contact.loadMessage().get("message").asText()).isEqualTo("Contacts require a name");
        assertThat(address.firstId()).isPositive();
    }

    @Test
    void aRowMayReferToAnEarlierRowOfTheSameCall() {
        // When
        Reply reply = ODOO.call(
                "res.partner",
                "load",
                Sheets.load(
                        List.of("id", "parent_id/id", "name"),
                        Map.of(),
                        List.of("__s__.parent", "", "Acme"),
                        List.of("__s__.child", "__s__.parent", "Ada Example")));

        // Then
        assertThat(reply.body().get("ids")).hasSize(2);
    }

    @Test
    void languagesMustBeInstalledAndStatesMustExist() {
        // When
        Reply language = ODOO.call(
                "res.partner",
                "load",
                Sheets.load(List.of("id", "name", "lang"), Map.of(), List.of("__s__.a", "Ada Example", "de_DE")));
        Reply state = ODOO.call(
                "res.partner",
                "load",
                Sheets.load(
                        List.of("id", "name", "state_id/.id"), Map.of(), List.of("__s__.a", "Ada Example", 99_999)));

        // Then
        assertThat(language.loadMessage().get("message").asText())
                .isEqualTo("Value 'de_DE' not found in selection field 'Language'");
        assertThat(state.loadMessage().get("message").asText())
                .isEqualTo("No matching record found for database id '99999' in field 'State'");
    }

    @Test
    void statesAreFoundByCountryAndCode() {
        // When
        JsonNode texas = states("US", "TX");
        JsonNode england = states("GB", "ENG");

        // Then
        assertThat(texas.at("/0/display_name").asText()).isEqualTo("Texas (US)");
        assertThat(england).isEmpty();
    }

    private static JsonNode states(String country, String code) {
        return ODOO.ok(
                "res.country.state",
                "search_read",
                Map.of(
                        "domain",
                        List.of(List.of("country_id.code", "=", country), List.of("code", "=", code)),
                        "fields",
                        List.of("display_name")));
    }

    private static Map<String, Object> ada(String phone) {
        long us = ODOO.ok("res.country", "search", Map.of("domain", List.of(List.of("code", "=", "US"))))
                .get(0)
                .asLong();
        long ny = ODOO.ok(
                        "res.country.state",
                        "search",
                        Map.of("domain", List.of(List.of("country_id", "=", us), List.of("code", "=", "NY"))))
                .get(0)
                .asLong();
        return Sheets.load(
                FIELDS,
                Map.of(),
                List.of(
                        "__shopify__.customer_1",
                        "Ada Example",
                        "ada@example.com",
                        phone,
                        "shopify:1",
                        "1 Street",
                        "NYC",
                        "10001",
                        us,
                        ny,
                        "__shopify__.addr_1_ship",
                        "delivery",
                        "Ada Example",
                        "2 Dock",
                        "Albany",
                        "12207",
                        us),
                List.of(
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "__shopify__.addr_1_bill",
                        "invoice",
                        "Ada Example",
                        "3 Bill",
                        "Buffalo",
                        "14201",
                        us));
    }
}
