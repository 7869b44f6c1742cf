package io.shopoms.order;

import io.shopoms.order.cache.CustomerLink;
import io.shopoms.order.mapping.CustomerIdentity;
import io.shopoms.order.mapping.CustomerMatching;
import io.shopoms.order.mapping.CustomerMatching.Decision;
import io.shopoms.order.mapping.CustomerMatching.How;
import io.shopoms.order.mapping.PartnerCandidate;
import io.shopoms.order.mapping.PartnerDraft;
import io.shopoms.order.mapping.WrittenContact;
import io.shopoms.sync.odoo.ExternalId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is to be done for the customers of a batch who have no link yet: taken over from the time when they were guests,
 * recognised in Odoo, or made. Guests come first, so that an account in the same batch takes over what they get.
 */
final class CustomerPlan {

    private final List<CustomerLink> found = new ArrayList<>();
    private final Map<String, PartnerDraft> toMake = new LinkedHashMap<>();
    private final Map<String, String> remarks = new HashMap<>();

    private final Map<String, CustomerLink> links;
    private final Collection<PartnerCandidate> candidates;
    private final Set<Long> taken = new HashSet<>();
    private final Set<ExternalId> claimed = new HashSet<>();

    private CustomerPlan(
            Map<String, CustomerLink> links,
            Collection<PartnerCandidate> candidates,
            Collection<CustomerLink> linksOfPartners) {
        this.links = new HashMap<>(links);
        this.candidates = candidates;
        linksOfPartners.stream()
                .filter(link -> CustomerIdentity.isAccount(link.key()))
                .forEach(link -> taken.add(link.partnerId()));
    }

    /**
     * Plans.
     *
     * @param unknown the customers without a link
     * @param links those of their former keys
     * @param candidates what Odoo found for them
     * @param linksOfPartners all links to the contacts among {@code links} and {@code candidates}
     */
    static CustomerPlan of(
            Collection<PartnerDraft> unknown,
            Map<String, CustomerLink> links,
            Collection<PartnerCandidate> candidates,
            Collection<CustomerLink> linksOfPartners) {
        CustomerPlan plan = new CustomerPlan(links, candidates, linksOfPartners);
        unknown.stream()
                .sorted(Comparator.comparing(draft -> draft.identity().isAccount()))
                .forEach(plan::add);
        return plan;
    }

    private void add(PartnerDraft draft) {
        Optional<CustomerLink> former = former(draft.identity());
        if (former.isPresent()) {
            link(former.get().under(draft.identity().key(), How.GUEST));
            return;
        }
        Optional<PartnerDraft> guest = draft.identity().former().stream()
                .filter(toMake::containsKey)
                .map(toMake::get)
                .filter(other -> claimed.add(other.id()))
                .findFirst();
        if (guest.isPresent()) {
            toMake.put(draft.identity().key(), guest.get());
            return;
        }
        Decision decision = CustomerMatching.decide(draft.identity(), draft.reference(), candidates, taken);
        decision.remark().ifPresent(remark -> remarks.put(draft.identity().key(), remark));
        decision.partnerId()
                .ifPresentOrElse(
                        id -> link(new CustomerLink(draft.identity().key(), id, decision.how(), "", Optional.empty())),
                        () -> toMake.put(draft.identity().key(), draft));
    }

    /** A contact that another account took over already stays with that one. */
    private Optional<CustomerLink> former(CustomerIdentity identity) {
        return identity.former().stream()
                .filter(links::containsKey)
                .map(links::get)
                .filter(link -> !identity.isAccount() || !taken.contains(link.partnerId()))
                .findFirst();
    }

    private void link(CustomerLink link) {
        found.add(link);
        links.put(link.key(), link);
        if (CustomerIdentity.isAccount(link.key())) {
            taken.add(link.partnerId());
        }
    }

    /** The partners to make; companies first. */
    List<PartnerDraft> toMake() {
        return toMake.values().stream()
                .distinct()
                .sorted(Comparator.comparing(draft -> !draft.isCompany()))
                .toList();
    }

    /** All new links, once it is known what became of the partners that were to be made. */
    List<CustomerLink> links(Map<ExternalId, Long> made, Set<ExternalId> placed) {
        List<CustomerLink> all = new ArrayList<>(found);
        toMake.forEach((key, draft) -> {
            Long id = made.get(draft.id());
            if (id != null) {
                How how = key.equals(draft.identity().key()) ? How.CREATED : How.GUEST;
                String ownAddress = placed.contains(draft.id()) ? draft.ownAddress() : "";
                WrittenContact written = WrittenContact.of(draft.name(), draft.email(), draft.phone());
                all.add(new CustomerLink(key, id, how, ownAddress, Optional.of(written)));
            }
        });
        return all;
    }

    /** Which partner was to be made for a customer. */
    Map<String, PartnerDraft> drafts() {
        return toMake;
    }

    /** What people should know, by customer. */
    Map<String, String> remarks() {
        return remarks;
    }
}
