package io.shopoms.sandbox.shopify.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopoms.sandbox.shopify.order.Address;

/** Addresses as they stand in orders and customers. */
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

    static ObjectNode common(Address address) {
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
}
