package io.shopoms.order;

import io.shopoms.order.cache.CustomerCache;
import io.shopoms.order.cache.CustomerLink;
import io.shopoms.order.cache.CustomerLinks;
import io.shopoms.order.mapping.AddressDraft;
import io.shopoms.order.mapping.CustomerIdentity;
import io.shopoms.order.mapping.OrderPartners;
import io.shopoms.order.mapping.PartnerCandidate;
import io.shopoms.order.mapping.PartnerDraft;
import io.shopoms.order.mapping.PhoneNumber;
import io.shopoms.order.odoo.PartnerIds;
import io.shopoms.order.odoo.Partners;
import io.shopoms.order.odoo.Partners.Child;
import io.shopoms.order.odoo.Partners.Made;
import io.shopoms.sync.cache.CacheEntries;
import io.shopoms.sync.failure.SyncFailure;
import io.shopoms.sync.failure.SyncFailureException;
import io.shopoms.sync.odoo.ExternalId;
import io.shopoms.sync.odoo.OdooClient;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds or makes the contacts of a batch of orders: by their links, then by what the policy recognises people by, and anew
 * otherwise. Few calls for many orders: a search, one to make contacts and one to see where they are, one for addresses.
 */
@ApplicationScoped
class OrderPeople {

    private final CustomerLinks links;
    private final Partners partners;
    private final CacheEntries entries;
    private final CustomerCache customerCache;

    OrderPeople(CustomerLinks links, Partners partners, CacheEntries entries, CustomerCache customerCache) {
        this.links = links;
        this.partners = partners;
        this.entries = entries;
        this.customerCache = customerCache;
    }

    /**
     * What became of the people of a batch.
     *
     * @param links by customer key
     * @param failures by customer key or address
     * @param remarks what people should know, by customer key
     * @param addresses ids of addresses
     */
    record Placed(
            Store store,
            Map<String, CustomerLink> links,
            Map<String, SyncFailure> failures,
            Map<String, String> remarks,
            Map<ExternalId, Long> addresses) {

        /** The ids for an order; an absent address is the customer's own. */
        PartnerIds of(OrderPartners people) {
            Optional<SyncFailure> failure = Stream.concat(
                            people.partners().stream()
                                    .map(draft -> draft.identity().key()),
                            people.addresses().stream().map(a -> addressKey(people, a)))
                    .map(failures::get)
                    .filter(f -> f != null)
                    .findFirst();
            if (failure.isPresent()) {
                throw new SyncFailureException(failure.get());
            }
            long customer = link(people.customer()).partnerId();
            return new PartnerIds(
                    customer,
                    people.invoice().map(a -> addressId(people, a)).orElse(customer),
                    people.delivery().map(a -> addressId(people, a)).orElse(customer));
        }

        /** What people should know of an order's customer. */
        Optional<String> remark(OrderPartners people) {
            return Optional.ofNullable(remarks.get(people.customer().identity().key()));
        }

        private CustomerLink link(PartnerDraft draft) {
            return links.get(draft.identity().key());
        }

        private String addressKey(OrderPartners people, AddressDraft address) {
            CustomerLink link = link(people.addressee());
            return link == null ? "" : child(people, address).id().toString();
        }

        private long addressId(OrderPartners people, AddressDraft address) {
            return isOwn(people, address)
                    ? link(people.addressee()).partnerId()
                    : addresses.get(child(people, address).id());
        }

        private boolean isOwn(OrderPartners people, AddressDraft address) {
            return link(people.addressee()).ownAddress().equals(address.fingerprint());
        }

        private Child child(OrderPartners people, AddressDraft address) {
            return Child.of(store, link(people.addressee()).partnerId(), address);
        }

        private List<Child> children(Collection<OrderPartners> orders) {
            return orders.stream()
                    .filter(people -> link(people.addressee()) != null)
                    .flatMap(people -> people.addresses().stream()
                            .filter(address -> !isOwn(people, address))
                            .map(address -> child(people, address)))
                    .toList();
        }

        private Placed with(Made made) {
            Map<String, SyncFailure> more = new HashMap<>(failures);
            made.failures().forEach((id, failure) -> more.put(id.toString(), failure));
            return new Placed(store, links, more, remarks, made.ids());
        }
    }

    /**
     * Places a batch.
     *
     * @param doubtful those orders whose last try was refused: the contacts that their links name may be gone from Odoo
     */
    Uni<Placed> place(Store store, OdooClient odoo, List<OrderPartners> orders, Collection<OrderPartners> doubtful) {
        Map<String, PartnerDraft> people = drafts(orders);
        Set<String> keys = people.values().stream()
                .flatMap(draft -> draft.identity().keys())
                .collect(Collectors.toSet());
        return forgetVanished(store, odoo, drafts(doubtful).keySet())
                .chain(() -> links.find(store.shop(), keys))
                .chain(known -> link(store, odoo, people, known))
                .chain(placed ->
                        partners.ensure(store, odoo, placed.children(orders)).map(placed::with));
    }

    private static Map<String, PartnerDraft> drafts(Collection<OrderPartners> orders) {
        Map<String, PartnerDraft> drafts = new LinkedHashMap<>();
        orders.stream()
                .flatMap(order -> order.partners().stream())
                .forEach(draft -> drafts.putIfAbsent(draft.identity().key(), draft));
        return drafts;
    }

    /** A contact that people deleted, or merged into another, is looked for again. */
    private Uni<Void> forgetVanished(Store store, OdooClient odoo, Set<String> keys) {
        return links.find(store.shop(), keys).chain(doubtful -> {
            Set<Long> ids =
                    doubtful.values().stream().map(CustomerLink::partnerId).collect(Collectors.toSet());
            return partners.existing(odoo, ids).chain(existing -> {
                ids.removeAll(existing);
                return links.forget(store.shop(), ids);
            });
        });
    }

    private Uni<Placed> link(
            Store store, OdooClient odoo, Map<String, PartnerDraft> people, Map<String, CustomerLink> known) {
        List<PartnerDraft> unknown = people.values().stream()
                .filter(draft -> !known.containsKey(draft.identity().key()))
                .toList();
        if (unknown.isEmpty()) {
            return Uni.createFrom().item(new Placed(store, known, Map.of(), Map.of(), Map.of()));
        }
        return candidates(store, odoo, unknown)
                .chain(candidates -> links.ofPartners(store.shop(), partnerIds(candidates, known))
                        .map(linked -> CustomerPlan.of(unknown, known, candidates, linked)))
                .chain(plan -> carryOut(store, odoo, plan, known));
    }

    private Uni<List<PartnerCandidate>> candidates(Store store, OdooClient odoo, List<PartnerDraft> unknown) {
        Set<String> emails = unknown.stream()
                .flatMap(draft -> draft.identity().email().stream())
                .collect(Collectors.toSet());
        Set<String> phones = unknown.stream()
                .flatMap(draft -> draft.identity().phone().stream())
                .map(PhoneNumber::spellings)
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
        return partners.byEmail(store, odoo, emails)
                .chain(byEmail -> partners.byPhone(store, odoo, phones).map(byPhone -> {
                    List<PartnerCandidate> all = new ArrayList<>(byEmail);
                    all.addAll(byPhone);
                    return all;
                }));
    }

    private static Set<Long> partnerIds(List<PartnerCandidate> candidates, Map<String, CustomerLink> known) {
        return Stream.concat(
                        candidates.stream().map(PartnerCandidate::id),
                        known.values().stream().map(CustomerLink::partnerId))
                .collect(Collectors.toSet());
    }

    private Uni<Placed> carryOut(Store store, OdooClient odoo, CustomerPlan plan, Map<String, CustomerLink> known) {
        return partners.make(odoo, plan.toMake())
                .chain(made -> partners.placed(odoo, plan.toMake(), made.ids())
                        .chain(placed -> links.add(store.shop(), plan.links(made.ids(), placed)))
                        .call(added -> follow(store, added.keySet()))
                        .map(added -> {
                            Map<String, CustomerLink> all = new HashMap<>(known);
                            all.putAll(added);
                            Map<String, SyncFailure> failures = new HashMap<>();
                            plan.drafts().forEach((key, draft) -> {
                                SyncFailure failure = made.failures().get(draft.id());
                                if (failure != null) {
                                    failures.put(key, failure);
                                }
                            });
                            return new Placed(store, all, failures, plan.remarks(), Map.of());
                        }));
    }

    /** A customer may have changed between the order's last version and its contact: only now there is one to follow it. */
    private Uni<Integer> follow(Store store, Set<String> keys) {
        List<Long> customers = keys.stream()
                .flatMap(key -> CustomerIdentity.accountNumber(key).stream())
                .toList();
        return customers.isEmpty()
                ? Uni.createFrom().item(0)
                : entries.reprocess(customerCache, store.shop(), customers);
    }
}
