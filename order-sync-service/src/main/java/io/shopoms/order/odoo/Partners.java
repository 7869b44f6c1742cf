package io.shopoms.order.odoo;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.order.OrderSettings;
import io.shopoms.order.mapping.AddressDraft;
import io.shopoms.order.mapping.PartnerCandidate;
import io.shopoms.order.mapping.PartnerDraft;
import io.shopoms.order.mapping.PostalFields;
import io.shopoms.sync.failure.SyncFailure;
import io.shopoms.sync.odoo.Domain;
import io.shopoms.sync.odoo.ExternalId;
import io.shopoms.sync.odoo.Load;
import io.shopoms.sync.odoo.LoadResult;
import io.shopoms.sync.odoo.LoadResult.Loaded;
import io.shopoms.sync.odoo.LoadResult.NotLoaded;
import io.shopoms.sync.odoo.OdooClient;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code res.partner}: customers, companies and their addresses, made once and never overwritten here. */
@ApplicationScoped
public class Partners {

    private static final String MODEL = "res.partner";
    private static final int REMEMBERED = 20_000;

    private final ReferenceCache<ExternalId, Long> addresses;
    private final Companies companies;

    Partners(Clock clock, OrderSettings settings, Companies companies) {
        this.addresses = new ReferenceCache<>(clock, settings.referencesExpireAfter(), REMEMBERED);
        this.companies = companies;
    }

    /**
     * What became of records that were to be made.
     *
     * @param ids those that are in Odoo
     * @param failures why others are not
     */
    public record Made(Map<ExternalId, Long> ids, Map<ExternalId, SyncFailure> failures) {}

    /** An address and the partner that it belongs to. */
    public record Child(long partnerId, ExternalId id, AddressDraft address) {

        public static Child of(Store store, long partnerId, AddressDraft address) {
            return new Child(
                    partnerId, ExternalId.of(store.shop(), "address", partnerId + "_" + address.key()), address);
        }
    }

    /** Contacts with one of these normalised e-mail addresses that may be customers. */
    public Uni<List<PartnerCandidate>> byEmail(Store store, OdooClient odoo, Collection<String> emails) {
        return candidates(store, odoo, "email_normalized", emails);
    }

    /** Contacts whose telephone number is spelled in one of these ways and that may be customers. */
    public Uni<List<PartnerCandidate>> byPhone(Store store, OdooClient odoo, Collection<String> spellings) {
        return candidates(store, odoo, "phone_sanitized", spellings);
    }

    /**
     * Top-level, active, of the integration user's company or none. The people who work with Odoo are left out, so are the
     * companies that it keeps the books of, and whoever is a supplier only.
     */
    private Uni<List<PartnerCandidate>> candidates(
            Store store, OdooClient odoo, String field, Collection<String> values) {
        if (values.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return companies
                .own(store, odoo)
                .chain(company -> odoo.searchRead(
                        MODEL,
                        Domain.where(field, "in", List.copyOf(values))
                                .and("parent_id", "=", false)
                                .and("company_id", "in", List.of(false, company.id()))
                                .and("partner_share", "=", true)
                                .and("ref_company_ids", "=", false),
                        List.of("email_normalized", "phone", "country_code", "ref", "customer_rank", "supplier_rank"),
                        "",
                        0))
                .map(found -> found.stream()
                        .filter(partner -> !isSupplierOnly(partner))
                        .map(Partners::candidate)
                        .toList());
    }

    private static boolean isSupplierOnly(JsonNode partner) {
        return Records.number(partner, "supplier_rank").signum() > 0
                && Records.number(partner, "customer_rank").signum() == 0;
    }

    private static PartnerCandidate candidate(JsonNode partner) {
        return new PartnerCandidate(
                Records.id(partner),
                Records.text(partner, "email_normalized"),
                Records.text(partner, "phone"),
                Optional.of(Records.text(partner, "country_code")).filter(code -> !code.isEmpty()),
                Records.text(partner, "ref"));
    }

    /** Which of these partners still exist. */
    public Uni<Set<Long>> existing(OdooClient odoo, Collection<Long> ids) {
        return ids.isEmpty()
                ? Uni.createFrom().item(Set.of())
                : odoo.read(MODEL, List.copyOf(ids), List.of("active")).map(found -> {
                    Set<Long> existing = new HashSet<>();
                    found.forEach(partner -> existing.add(Records.id(partner)));
                    return existing;
                });
    }

    /** Makes the partners that do not exist yet, in one call; companies come before their contacts. */
    public Uni<Made> make(OdooClient odoo, Collection<PartnerDraft> drafts) {
        return load(odoo, PartnerTable.partners(drafts));
    }

    /**
     * Which contacts are where their drafts say. One that existed already, made by another order at the same time, may be
     * elsewhere: then it does not stand for this order's address.
     */
    public Uni<Set<ExternalId>> placed(OdooClient odoo, Collection<PartnerDraft> drafts, Map<ExternalId, Long> ids) {
        Map<Long, PartnerDraft> byId = new HashMap<>();
        drafts.stream()
                .filter(draft -> !draft.ownAddress().isEmpty() && ids.containsKey(draft.id()))
                .forEach(draft -> byId.put(ids.get(draft.id()), draft));
        if (byId.isEmpty()) {
            return Uni.createFrom().item(Set.of());
        }
        return odoo.read(MODEL, List.copyOf(byId.keySet()), PartnerTable.OWN_PLACE)
                .map(found -> {
                    Set<ExternalId> placed = new HashSet<>();
                    found.stream()
                            .filter(partner -> isAsDrafted(partner, byId.get(Records.id(partner))))
                            .forEach(partner ->
                                    placed.add(byId.get(Records.id(partner)).id()));
                    return placed;
                });
    }

    private static boolean isAsDrafted(JsonNode partner, PartnerDraft draft) {
        PostalFields place = draft.place();
        return Records.text(partner, "name").equals(draft.name())
                && Records.text(partner, "street").equals(place.street())
                && Records.text(partner, "street2").equals(place.street2())
                && Records.text(partner, "city").equals(place.city())
                && Records.text(partner, "zip").equals(place.zip())
                && Records.reference(partner, "country_id") == place.countryId().orElse(0L)
                && Records.reference(partner, "state_id") == place.stateId().orElse(0L);
    }

    /** Makes the addresses that do not exist yet, in one call; those met lately cost none. */
    public Uni<Made> ensure(Store store, OdooClient odoo, Collection<Child> children) {
        Map<ExternalId, Child> wanted = new LinkedHashMap<>();
        children.forEach(child -> wanted.putIfAbsent(child.id(), child));
        Map<ExternalId, SyncFailure> failures = new HashMap<>();
        return addresses
                .resolve(
                        store.shop(),
                        wanted.keySet(),
                        unknown -> load(
                                        odoo,
                                        PartnerTable.addresses(unknown.stream()
                                                .map(wanted::get)
                                                .toList()))
                                .invoke(made -> failures.putAll(made.failures()))
                                .map(Made::ids))
                .map(ids -> new Made(ids, failures));
    }

    /** Drops what is remembered of a store: a partner was deleted in Odoo. */
    public void forget(Store store) {
        addresses.forget(store.shop());
    }

    private static Uni<Made> load(OdooClient odoo, Load table) {
        if (table.rows().isEmpty()) {
            return Uni.createFrom().item(new Made(Map.of(), Map.of()));
        }
        return odoo.createAbsentEach(table).map(Partners::made);
    }

    private static Made made(List<LoadResult> results) {
        Map<ExternalId, Long> ids = new HashMap<>();
        Map<ExternalId, SyncFailure> failures = new HashMap<>();
        for (LoadResult result : results) {
            ExternalId id = ExternalId.parse(result.externalId()).orElseThrow();
            if (result instanceof Loaded loaded) {
                ids.put(id, loaded.id());
            } else if (result instanceof NotLoaded refused) {
                failures.put(id, refused.failure());
            }
        }
        return new Made(ids, failures);
    }
}
