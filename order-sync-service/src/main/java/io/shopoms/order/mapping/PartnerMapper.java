package io.shopoms.order.mapping;

import io.shopoms.model.ShopDomain;
import io.shopoms.order.shopify.Address;
import io.shopoms.order.shopify.Customer;
import io.shopoms.order.shopify.ShopifyOrder;
import io.shopoms.sync.odoo.ExternalId;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Translates the people of an order. A customer is one partner for good; each address is a child of it, named by what it
 * says: another address is another child, so older orders keep theirs, and what people corrected in Odoo is never
 * overwritten. A guest is a partner of the one order.
 *
 * <p>A place that Odoo does not know never blocks an order: its name then stands behind the city.
 */
public final class PartnerMapper {

    private final ShopDomain shop;
    private final ShopifyOrder order;
    private final References references;

    private PartnerMapper(ShopDomain shop, ShopifyOrder order, References references) {
        this.shop = shop;
        this.order = order;
        this.references = references;
    }

    public static OrderPartners map(ShopDomain shop, ShopifyOrder order, References references) {
        return new PartnerMapper(shop, order, references).map();
    }

    private OrderPartners map() {
        PartnerDraft customer = order.customer().map(this::customer).orElseGet(this::guest);
        return new OrderPartners(
                customer,
                order.billingAddress().map(address -> address(customer, address, "invoice")),
                order.shippingAddress().map(address -> address(customer, address, "delivery")));
    }

    private PartnerDraft customer(Customer customer) {
        return contact(
                ExternalId.of(shop, "customer", customer.id()),
                firstOf(Stream.concat(Stream.of(customer.personName()), namesOnOrder()), "Customer " + customer.id()),
                customer.email().or(order::email).orElse(""),
                customer.phone().or(order::phone),
                "shopify:" + customer.id());
    }

    private PartnerDraft guest() {
        return contact(
                ExternalId.of(shop, "guest", order.id()),
                firstOf(namesOnOrder(), "Guest of " + order.name()),
                order.email().orElse(""),
                order.phone(),
                "");
    }

    private PartnerDraft contact(ExternalId id, String name, String email, Optional<String> phone, String reference) {
        return new PartnerDraft(
                id,
                Optional.empty(),
                "contact",
                OdooText.line(name),
                OdooText.line(addresses()
                        .flatMap(address -> address.company().stream())
                        .findFirst()
                        .orElse("")),
                OdooText.line(email),
                OdooText.line(phone.or(() -> addresses()
                                .flatMap(address -> address.phone().stream())
                                .findFirst())
                        .orElse("")),
                reference,
                "",
                "",
                "",
                "",
                Optional.empty(),
                Optional.empty());
    }

    private PartnerDraft address(PartnerDraft customer, Address address, String type) {
        Optional<Long> country =
                Place.of(address).map(place -> references.countries().get(place.country()));
        Optional<Long> state =
                Place.of(address).map(place -> references.states().get(place));
        return new PartnerDraft(
                ExternalId.of(shop, "address", customer.id().key() + "_" + type.charAt(0) + "_" + fingerprint(address)),
                Optional.of(customer.id()),
                type,
                OdooText.line(firstOf(
                        Stream.of(address.personName(), address.company().orElse("")), customer.name())),
                OdooText.line(address.company().orElse("")),
                "",
                OdooText.line(address.phone().orElse("")),
                "",
                OdooText.line(address.address1().orElse("")),
                OdooText.line(address.address2().orElse("")),
                OdooText.line(city(address, country.isPresent(), state.isPresent())),
                OdooText.line(address.zip().orElse("")),
                country,
                state);
    }

    private static String city(Address address, boolean countryKnown, boolean stateKnown) {
        Stream<String> parts = Stream.of(
                        address.city(),
                        stateKnown
                                ? Optional.<String>empty()
                                : address.province().or(address::provinceCode),
                        countryKnown
                                ? Optional.<String>empty()
                                : address.country().or(address::countryCode))
                .flatMap(Optional::stream);
        return String.join(", ", parts.toList());
    }

    private Stream<Address> addresses() {
        return Stream.of(order.billingAddress(), order.shippingAddress()).flatMap(Optional::stream);
    }

    private Stream<String> namesOnOrder() {
        return Stream.concat(
                addresses()
                        .flatMap(address -> Stream.of(
                                address.personName(), address.company().orElse(""))),
                order.email().stream());
    }

    private static String firstOf(Stream<String> names, String otherwise) {
        return names.filter(name -> !name.isBlank()).findFirst().orElse(otherwise);
    }

    private static String fingerprint(Address a) {
        return Fingerprint.of(Stream.of(
                        a.firstName(),
                        a.lastName(),
                        a.company(),
                        a.address1(),
                        a.address2(),
                        a.city(),
                        a.zip(),
                        a.provinceCode().or(a::province),
                        a.countryCode().or(a::country),
                        a.phone())
                .map(part -> part.orElse(""))
                .toList());
    }
}
