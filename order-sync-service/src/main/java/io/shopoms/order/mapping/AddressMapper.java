package io.shopoms.order.mapping;

import io.shopoms.order.shopify.Address;
import java.util.Optional;
import java.util.stream.Stream;

/** Translates a postal address. A place that Odoo does not know never blocks: its name then stands behind the city. */
final class AddressMapper {

    private final References references;

    AddressMapper(References references) {
        this.references = references;
    }

    /** @param otherwise the name of an address that has neither a person nor a company */
    AddressDraft draft(Address address, String type, String otherwise) {
        String company = OdooText.line(address.company().orElse(""));
        return new AddressDraft(
                type,
                fingerprint(address),
                firstOf(Stream.of(OdooText.line(address.personName()), company), otherwise),
                company,
                OdooText.line(address.phone().orElse("")),
                place(address));
    }

    private PostalFields place(Address address) {
        Optional<Place> place = Place.of(address);
        Optional<Long> state = place.map(references.states()::get);
        Optional<Long> territory = state.isPresent()
                ? Optional.empty()
                : place.flatMap(Place::territory).map(references.countries()::get);
        Optional<Long> country =
                territory.or(() -> place.map(p -> references.countries().get(p.country())));
        boolean stateSaid = state.isPresent()
                || territory.isPresent()
                || place.filter(Place::isNation).isPresent();
        return new PostalFields(
                OdooText.line(address.address1().orElse("")),
                OdooText.line(address.address2().orElse("")),
                OdooText.line(city(address, country.isPresent(), stateSaid)),
                OdooText.line(address.zip().orElse("")),
                country,
                state);
    }

    private static String city(Address address, boolean countrySaid, boolean stateSaid) {
        Stream<String> parts = Stream.of(
                        address.city(),
                        stateSaid
                                ? Optional.<String>empty()
                                : address.province().or(address::provinceCode),
                        countrySaid
                                ? Optional.<String>empty()
                                : address.country().or(address::countryCode))
                .flatMap(Optional::stream);
        return String.join(", ", parts.toList());
    }

    static String firstOf(Stream<String> names, String otherwise) {
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
