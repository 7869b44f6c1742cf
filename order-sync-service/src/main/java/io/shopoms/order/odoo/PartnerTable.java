package io.shopoms.order.odoo;

import io.shopoms.order.mapping.AddressDraft;
import io.shopoms.order.mapping.PartnerDraft;
import io.shopoms.order.mapping.PostalFields;
import io.shopoms.order.odoo.Partners.Child;
import io.shopoms.sync.odoo.ExternalId;
import io.shopoms.sync.odoo.Load;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Writes contacts as tables for {@code load}. */
final class PartnerTable {

    /** What tells whether a contact is where its draft says. */
    static final List<String> OWN_PLACE = List.of("name", "street", "street2", "city", "zip", "country_id", "state_id");

    private static final List<String> PARTNER =
            List.of("id", "parent_id/id", "is_company", "name", "company_name", "email", "phone", "ref");

    private static final List<String> ADDRESS = List.of("id", "parent_id/.id", "type", "name", "company_name", "phone");

    private static final List<String> PLACE =
            List.of("street", "street2", "city", "zip", "country_id/.id", "state_id/.id");

    private PartnerTable() {}

    static Load partners(Collection<PartnerDraft> partners) {
        return new Load(
                "res.partner",
                columns(PARTNER),
                partners.stream()
                        .map(partner -> row(
                                List.of(
                                        partner.id().toString(),
                                        partner.company()
                                                .map(ExternalId::toString)
                                                .orElse(""),
                                        partner.isCompany() ? "1" : "0",
                                        partner.name(),
                                        partner.companyName(),
                                        partner.email(),
                                        partner.phone(),
                                        partner.reference()),
                                partner.place()))
                        .toList());
    }

    static Load addresses(Collection<Child> children) {
        return new Load(
                "res.partner",
                columns(ADDRESS),
                children.stream()
                        .map(child -> row(cells(child), child.address().place()))
                        .toList());
    }

    private static List<Object> cells(Child child) {
        AddressDraft address = child.address();
        return List.of(
                child.id().toString(),
                child.partnerId(),
                address.type(),
                address.name(),
                address.companyName(),
                address.phone());
    }

    private static List<String> columns(List<String> first) {
        List<String> columns = new ArrayList<>(first);
        columns.addAll(PLACE);
        return columns;
    }

    private static List<Object> row(List<Object> first, PostalFields place) {
        List<Object> row = new ArrayList<>(first);
        row.add(place.street());
        row.add(place.street2());
        row.add(place.city());
        row.add(place.zip());
        row.add(place.countryId().<Object>map(id -> id).orElse(""));
        row.add(place.stateId().<Object>map(id -> id).orElse(""));
        return row;
    }
}
