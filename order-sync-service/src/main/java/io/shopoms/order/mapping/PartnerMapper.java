package io.shopoms.order.mapping;

import io.shopoms.model.ShopDomain;
import io.shopoms.order.policy.OrderPolicy.CustomerMatch;
import io.shopoms.order.shopify.Address;
import io.shopoms.order.shopify.Company;
import io.shopoms.order.shopify.Customer;
import io.shopoms.order.shopify.ShopifyOrder;
import io.shopoms.sync.odoo.ExternalId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Translates the people of an order. A customer is one partner for good; guests with one e-mail are one partner, if the
 * policy recognises people by it. Each address is a child, named by what it says: another address is another child, so
 * older orders keep theirs, and what people corrected in Odoo is never overwritten. An order for a company is for that
 * company's contact, and its addresses are the company's. The rules are in {@code docs/customers.md}.
 */
public final class PartnerMapper {

    private final ShopDomain shop;
    private final ShopifyOrder order;
    private final AddressMapper addresses;
    private final List<CustomerMatch> matchBy;

    private PartnerMapper(ShopDomain shop, ShopifyOrder order, References references, List<CustomerMatch> matchBy) {
        this.shop = shop;
        this.order = order;
        this.addresses = new AddressMapper(references);
        this.matchBy = matchBy;
    }

    /** @param matchBy how people are recognised besides Shopify's number, in this order */
    public static OrderPartners map(
            ShopDomain shop, ShopifyOrder order, References references, List<CustomerMatch> matchBy) {
        return new PartnerMapper(shop, order, references, matchBy).map();
    }

    private OrderPartners map() {
        Optional<PartnerDraft> company = order.company().map(this::company);
        Optional<PartnerDraft> person = order.customer().map(customer -> person(customer, order.company()));
        PartnerDraft customer = person.or(() -> company).orElseGet(this::guest);
        Optional<AddressDraft> invoice =
                order.billingAddress().map(a -> addresses.draft(a, "invoice", customer.name()));
        Optional<AddressDraft> delivery =
                order.shippingAddress().map(a -> addresses.draft(a, "delivery", customer.name()));
        boolean one = invoice.map(AddressDraft::fingerprint).equals(delivery.map(AddressDraft::fingerprint));
        return new OrderPartners(customer, company.filter(c -> person.isPresent()), one ? delivery : invoice, delivery);
    }

    // --- who it is

    private CustomerIdentity account(Customer customer) {
        return new CustomerIdentity(
                CustomerIdentity.customerKey(customer.id().value()),
                Stream.concat(matchEmail().map(this::guestKey).stream(), Stream.of(orderKey()))
                        .toList(),
                matchBy,
                matchEmail(),
                matchPhone());
    }

    private CustomerIdentity visitor() {
        Optional<String> guest = matchEmail().map(this::guestKey);
        return new CustomerIdentity(
                guest.orElseGet(this::orderKey),
                guest.isPresent() ? List.of(orderKey()) : List.of(),
                matchBy,
                matchEmail(),
                matchPhone());
    }

    private String orderKey() {
        return "order:" + order.id();
    }

    private String guestKey(String email) {
        return CustomerIdentity.guestKey(shop.value(), email);
    }

    private Optional<String> matchEmail() {
        return matchBy.contains(CustomerMatch.EMAIL) ? EmailAddress.personal(email()) : Optional.empty();
    }

    private Optional<PhoneNumber> matchPhone() {
        Optional<String> country =
                places().flatMap(a -> Place.of(a).stream()).map(Place::country).findFirst();
        return matchBy.contains(CustomerMatch.PHONE)
                ? phone().flatMap(phone -> PhoneNumber.of(phone, country))
                : Optional.empty();
    }

    // --- what to make

    private PartnerDraft company(Company company) {
        String name = AddressMapper.firstOf(
                Stream.concat(company.name().stream(), places().flatMap(a -> a.company().stream()))
                        .map(OdooText::line),
                "Company " + company.id());
        PostalFields place = places().findFirst()
                .map(a -> addresses.draft(a, "invoice", name).place())
                .orElse(PostalFields.NONE);
        return new PartnerDraft(
                CustomerIdentity.unmistakable("company:" + company.id()),
                ExternalId.of(shop, "company", company.id()),
                Optional.empty(),
                true,
                name,
                "",
                "",
                "",
                "shopify:company:" + company.id(),
                place,
                "");
    }

    private PartnerDraft person(Customer customer, Optional<Company> company) {
        String name = AddressMapper.firstOf(
                Stream.concat(Stream.of(OdooText.line(customer.personName())), namesOnOrder()),
                "Customer " + customer.id());
        String reference = "shopify:" + customer.id();
        if (company.isEmpty()) {
            return located(contact(account(customer), ExternalId.of(shop, "customer", customer.id()), name, reference));
        }
        String number = company.get().id() + "_" + customer.id();
        return new PartnerDraft(
                CustomerIdentity.unmistakable("contact:" + number),
                ExternalId.of(shop, "contact", number),
                Optional.of(ExternalId.of(shop, "company", company.get().id())),
                false,
                name,
                "",
                OdooText.line(email().orElse("")),
                OdooText.line(phone().orElse("")),
                reference,
                PostalFields.NONE,
                "");
    }

    private PartnerDraft guest() {
        CustomerIdentity identity = visitor();
        return located(contact(
                identity,
                ExternalId.of(shop, "guest", identity.number()),
                AddressMapper.firstOf(namesOnOrder(), "Guest of " + order.name()),
                ""));
    }

    private PartnerDraft contact(CustomerIdentity identity, ExternalId id, String name, String reference) {
        return new PartnerDraft(
                identity,
                id,
                Optional.empty(),
                false,
                name,
                OdooText.line(
                        places().flatMap(a -> a.company().stream()).findFirst().orElse("")),
                OdooText.line(email().orElse("")),
                OdooText.line(phone().orElse("")),
                reference,
                PostalFields.NONE,
                "");
    }

    /**
     * A new contact is where its first order's address is, if that address names the same person, company and phone: then
     * it needs no child that repeats it.
     */
    private PartnerDraft located(PartnerDraft contact) {
        return places().map(address -> addresses.draft(address, "invoice", contact.name()))
                .filter(contact::isMeantBy)
                .findFirst()
                .map(contact::at)
                .orElse(contact);
    }

    // --- what the order says

    private Optional<String> email() {
        return order.customer().flatMap(Customer::email).or(order::email);
    }

    private Optional<String> phone() {
        return order.customer()
                .flatMap(Customer::phone)
                .or(order::phone)
                .or(() -> places().flatMap(a -> a.phone().stream()).findFirst());
    }

    private Stream<Address> places() {
        return Stream.of(order.billingAddress(), order.shippingAddress()).flatMap(Optional::stream);
    }

    private Stream<String> namesOnOrder() {
        return Stream.concat(
                        places().flatMap(address -> Stream.of(
                                address.personName(), address.company().orElse(""))),
                        email().stream())
                .map(OdooText::line);
    }
}
