package io.shopoms.sandbox.shopify.graphql;

import graphql.schema.idl.RuntimeWiring;
import io.shopoms.sandbox.shopify.order.Address;
import io.shopoms.sandbox.shopify.order.Customer;
import io.shopoms.sandbox.shopify.order.Shop;
import io.shopoms.sandbox.shopify.order.money.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/** The fields of customers and addresses. */
final class PeopleFields {

    /** An address and the record that it belongs to, from which its id is made. */
    record OwnedAddress(long owner, Address address) {}

    private PeopleFields() {}

    static OwnedAddress address(long owner, Address address) {
        return address == null ? null : new OwnedAddress(owner, address);
    }

    static void addTo(RuntimeWiring.Builder wiring, Shop shop) {
        TypeFields<OwnedAddress> address = TypeFields.of("MailingAddress", OwnedAddress.class)
                .field("id", each -> Gid.of("MailingAddress", each.owner()) + "?model_name=Address");
        part(address, "firstName", Address::firstName);
        part(address, "lastName", Address::lastName);
        part(address, "name", Address::name);
        part(address, "company", Address::company);
        part(address, "address1", Address::address1);
        part(address, "address2", Address::address2);
        part(address, "city", Address::city);
        part(address, "provinceCode", Address::provinceCode);
        part(address, "province", Address::province);
        part(address, "zip", Address::zip);
        part(address, "countryCodeV2", Address::countryCode);
        part(address, "country", Address::country);
        part(address, "phone", Address::phone);
        address.addTo(wiring);
        customers(wiring, shop);
    }

    private static void part(TypeFields<OwnedAddress> type, String name, Function<Address, Object> value) {
        type.field(name, each -> value.apply(each.address()));
    }

    private static void customers(RuntimeWiring.Builder wiring, Shop shop) {
        TypeFields.of("Customer", Customer.class)
                .ids("Customer", Customer::id)
                .field("firstName", Customer::firstName)
                .field("lastName", Customer::lastName)
                .field("displayName", PeopleFields::displayName)
                .field("defaultEmailAddress", Customer::email)
                .field("defaultPhoneNumber", Customer::phone)
                .field("defaultAddress", each -> address(each.addressId(), each.address()))
                .field("createdAt", Customer::createdAt)
                .field("updatedAt", Customer::updatedAt)
                .field("locale", each -> "en")
                .field("note", each -> each.profile().note())
                .field("state", each -> "DISABLED")
                .field("tags", Customer::tags)
                .field("taxExempt", each -> each.profile().taxExempt())
                .field("taxExemptions", each -> List.of())
                .field("verifiedEmail", each -> true)
                .field("numberOfOrders", each -> shop.ordersOf(each).size())
                .field("amountSpent", each -> spent(shop, each))
                .connection(
                        "addressesV2",
                        each -> each.address() == null ? List.of() : List.of(address(each.addressId(), each.address())))
                .addTo(wiring);
        TypeFields.of("CustomerEmailAddress", String.class)
                .field("emailAddress", each -> each)
                .field("marketingState", each -> "NOT_SUBSCRIBED")
                .addTo(wiring);
        TypeFields.of("CustomerPhoneNumber", String.class)
                .field("phoneNumber", each -> each)
                .addTo(wiring);
    }

    /** What was received less what was given back, in the shop's currency; orders in other currencies do not count. */
    private static Money spent(Shop shop, Customer customer) {
        return new Money(
                shop.ordersOf(customer).stream()
                        .filter(order -> order.currency().equals(shop.currency()))
                        .map(order -> order.netPayment().shopMoney().amount())
                        .reduce(BigDecimal.ZERO, BigDecimal::add),
                shop.currency());
    }

    private static String displayName(Customer customer) {
        String name = ((customer.firstName() == null ? "" : customer.firstName()) + " "
                        + (customer.lastName() == null ? "" : customer.lastName()))
                .trim();
        return name.isEmpty() ? String.valueOf(customer.email()) : name;
    }
}
