package io.shopoms.sandbox.shopify.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopoms.sandbox.shopify.order.Address;
import io.shopoms.sandbox.shopify.order.Customer;

/** Addresses and customers as they stand in orders. */
final class AddressPayload {

    private AddressPayload() {}

    /** Null for null: an address may be withheld. */
    static JsonNode of(Address address) {
        if (address == null) {
            return NullNode.instance;
        }
        ObjectNode node = common(address);
        Payloads.nulls(node, "latitude", "longitude");
        return node;
    }

    private static ObjectNode common(Address address) {
        return Payloads.object()
                .put("first_name", address.firstName())
                .put("address1", address.address1())
                .put("phone", address.phone())
                .put("city", address.city())
                .put("zip", address.zip())
                .put("province", address.province())
                .put("country", address.country())
                .put("last_name", address.lastName())
                .put("address2", address.address2())
                .put("company", address.company())
                .put("name", address.name())
                .put("country_code", address.countryCode())
                .put("province_code", address.provinceCode());
    }

    static ObjectNode customer(Customer customer, String time) {
        ObjectNode node = Payloads.identified(customer.id(), "Customer");
        node.put("created_at", time);
        node.put("updated_at", time);
        node.put("first_name", customer.firstName());
        node.put("last_name", customer.lastName());
        node.put("state", "disabled");
        node.putNull("note");
        node.put("verified_email", true);
        node.putNull("multipass_identifier");
        node.put("tax_exempt", false);
        node.put("email", customer.email());
        node.put("phone", customer.phone());
        node.put("currency", customer.currency());
        node.putArray("tax_exemptions");
        if (customer.address() != null) {
            ObjectNode address = common(customer.address());
            address.put("id", customer.addressId());
            address.put("customer_id", customer.id());
            address.put("country_name", customer.address().country());
            address.put("default", true);
            node.set("default_address", address);
        }
        return node;
    }
}
