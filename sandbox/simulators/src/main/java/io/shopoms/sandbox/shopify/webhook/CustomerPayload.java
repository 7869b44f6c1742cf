package io.shopoms.sandbox.shopify.webhook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopoms.sandbox.shopify.order.Customer;
import io.shopoms.sandbox.shopify.order.CustomerDesk;
import java.time.ZoneId;

/** The bodies of {@code customers/*}. */
final class CustomerPayload {

    private CustomerPayload() {}

    /** Neither tags nor counts nor consent: those are to be queried. */
    static ObjectNode of(Customer customer, ZoneId zone) {
        ObjectNode node = embedded(customer, zone);
        node.putArray("addresses");
        if (customer.address() != null) {
            node.withArray("addresses").add(address(customer));
        } else {
            node.putNull("default_address");
        }
        return node;
    }

    /** As it stands in an order. */
    static ObjectNode embedded(Customer customer, ZoneId zone) {
        ObjectNode node = Payloads.identified(customer.id(), "Customer");
        node.put("created_at", Payloads.time(customer.createdAt(), zone));
        node.put("updated_at", Payloads.time(customer.updatedAt(), zone));
        node.put("first_name", customer.firstName());
        node.put("last_name", customer.lastName());
        node.put("state", "disabled");
        node.put("note", customer.profile().note());
        node.put("verified_email", true);
        node.putNull("multipass_identifier");
        node.put("tax_exempt", customer.profile().taxExempt());
        node.put("email", customer.email());
        node.put("phone", customer.phone());
        node.put("currency", customer.currency());
        node.putArray("tax_exemptions");
        if (customer.address() != null) {
            node.set("default_address", address(customer));
        }
        return node;
    }

    private static ObjectNode address(Customer customer) {
        ObjectNode address = AddressPayload.common(customer.address());
        address.put("id", customer.addressId());
        address.put("customer_id", customer.id());
        address.put("country_name", customer.address().country());
        address.put("default", true);
        return address;
    }

    static ObjectNode of(CustomerDesk.Merge merge) {
        ObjectNode node = Payloads.object();
        node.put("admin_graphql_api_customer_kept_id", "gid://shopify/Customer/" + merge.keptId());
        node.put("admin_graphql_api_customer_deleted_id", "gid://shopify/Customer/" + merge.deletedId());
        node.putNull("admin_graphql_api_job_id");
        node.put("status", "success");
        node.putArray("errors");
        return node;
    }

    static ObjectNode of(CustomerDesk.Deletion deletion) {
        ObjectNode node = Payloads.identified(deletion.customerId(), "Customer");
        node.putArray("tax_exemptions");
        return node;
    }

    static ObjectNode of(CustomerDesk.Redaction redaction, String shopDomain) {
        ObjectNode node = Payloads.object().put("shop_id", 1).put("shop_domain", shopDomain);
        node.putObject("customer")
                .put("id", redaction.customerId())
                .put("email", redaction.email())
                .put("phone", redaction.phone());
        node.set("orders_to_redact", Payloads.array(redaction.orders(), (array, id) -> array.add(id)));
        return node;
    }
}
