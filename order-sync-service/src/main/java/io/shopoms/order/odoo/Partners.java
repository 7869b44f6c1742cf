package io.shopoms.order.odoo;

import io.shopoms.order.OrderSettings;
import io.shopoms.order.mapping.OrderPartners;
import io.shopoms.order.mapping.PartnerDraft;
import io.shopoms.sync.failure.SyncFailure;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code res.partner}: customers, guests and their addresses, made once and never overwritten. */
@ApplicationScoped
public class Partners {

    private static final int REMEMBERED = 20_000;
    private static final List<String> COLUMNS = List.of(
            "id",
            "parent_id/id",
            "type",
            "name",
            "company_name",
            "email",
            "phone",
            "ref",
            "street",
            "street2",
            "city",
            "zip",
            "country_id/.id",
            "state_id/.id");

    private final ReferenceCache<ExternalId, Long> cache;

    Partners(Clock clock, OrderSettings settings) {
        this.cache = new ReferenceCache<>(clock, settings.referencesExpireAfter(), REMEMBERED);
    }

    /**
     * What became of the partners of a batch.
     *
     * @param ids the partners that are in Odoo
     * @param failures why others are not
     */
    public record Placed(Map<ExternalId, Long> ids, Map<ExternalId, SyncFailure> failures) {

        /** Why one of the order's partners is missing; empty when all are there. */
        public Optional<SyncFailure> failure(OrderPartners partners) {
            return partners.all().stream()
                    .map(partner -> failures.get(partner.id()))
                    .filter(failure -> failure != null)
                    .findFirst();
        }

        /** The ids for an order; an absent address is the customer's own. */
        public PartnerIds of(OrderPartners partners) {
            long customer = ids.get(partners.customer().id());
            return new PartnerIds(
                    customer,
                    partners.invoice().map(address -> ids.get(address.id())).orElse(customer),
                    partners.delivery().map(address -> ids.get(address.id())).orElse(customer));
        }
    }

    /** Makes the partners that do not exist yet, all in one call, customers before their addresses. */
    public Uni<Placed> ensure(Store store, OdooClient odoo, Collection<OrderPartners> orders) {
        Map<ExternalId, PartnerDraft> drafts = new LinkedHashMap<>();
        orders.forEach(order -> drafts.putIfAbsent(order.customer().id(), order.customer()));
        orders.forEach(order -> order.all().forEach(partner -> drafts.putIfAbsent(partner.id(), partner)));
        Map<ExternalId, SyncFailure> failures = new HashMap<>();
        return cache.resolve(store.shop(), drafts.keySet(), unknown -> load(odoo, drafts, unknown, failures))
                .map(ids -> new Placed(ids, failures));
    }

    /** Drops what is remembered of a store: a partner was deleted in Odoo. */
    public void forget(Store store) {
        cache.forget(store.shop());
    }

    private static Uni<Map<ExternalId, Long>> load(
            OdooClient odoo,
            Map<ExternalId, PartnerDraft> drafts,
            Set<ExternalId> unknown,
            Map<ExternalId, SyncFailure> failures) {
        List<PartnerDraft> partners = drafts.values().stream()
                .filter(partner -> unknown.contains(partner.id()))
                .toList();
        Load table = new Load(
                "res.partner", COLUMNS, partners.stream().map(Partners::row).toList());
        return odoo.createAbsentEach(table).map(results -> {
            Map<ExternalId, Long> ids = new HashMap<>();
            for (int i = 0; i < results.size(); i++) {
                sort(partners.get(i).id(), results.get(i), ids, failures);
            }
            return ids;
        });
    }

    private static void sort(
            ExternalId partner, LoadResult result, Map<ExternalId, Long> ids, Map<ExternalId, SyncFailure> failures) {
        if (result instanceof Loaded loaded) {
            ids.put(partner, loaded.id());
        } else if (result instanceof NotLoaded refused) {
            failures.put(partner, refused.failure());
        }
    }

    private static List<Object> row(PartnerDraft partner) {
        return List.of(
                partner.id().toString(),
                partner.parent().map(ExternalId::toString).orElse(""),
                partner.type(),
                partner.name(),
                partner.companyName(),
                partner.email(),
                partner.phone(),
                partner.reference(),
                partner.street(),
                partner.street2(),
                partner.city(),
                partner.zip(),
                partner.countryId().<Object>map(id -> id).orElse(""),
                partner.stateId().<Object>map(id -> id).orElse(""));
    }
}
