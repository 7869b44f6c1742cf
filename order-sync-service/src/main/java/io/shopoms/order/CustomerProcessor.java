package io.shopoms.order;

import io.shopoms.order.cache.CustomerCache;
import io.shopoms.order.cache.CustomerLink;
import io.shopoms.order.cache.CustomerLinks;
import io.shopoms.order.mapping.ContactChange;
import io.shopoms.order.mapping.ContactChange.Present;
import io.shopoms.order.mapping.CustomerIdentity;
import io.shopoms.order.odoo.Contacts;
import io.shopoms.order.shopify.CustomerJson;
import io.shopoms.order.shopify.CustomerRecord;
import io.shopoms.sync.cache.CacheEntry;
import io.shopoms.sync.cache.EntryHandler;
import io.shopoms.sync.cache.Outcome;
import io.shopoms.sync.odoo.OdooClient;
import io.shopoms.sync.odoo.OdooClients;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Lets the contacts in Odoo follow their Shopify customers. Only customers who ordered have one; the others are known and
 * nothing more. Their addresses come with their orders.
 */
@ApplicationScoped
class CustomerProcessor implements EntryHandler {

    private final OdooClients odoos;
    private final CustomerLinks links;
    private final Contacts contacts;

    CustomerProcessor(OdooClients odoos, CustomerLinks links, Contacts contacts) {
        this.odoos = odoos;
        this.links = links;
        this.contacts = contacts;
    }

    @Override
    public String kind() {
        return CustomerCache.KIND;
    }

    @Override
    public Uni<List<Outcome>> handle(Store store, List<CacheEntry> entries) {
        Set<String> keys = entries.stream()
                .map(entry -> CustomerIdentity.customerKey(entry.recordId()))
                .collect(Collectors.toSet());
        return links.find(store.shop(), keys).chain(found -> {
            OdooClient odoo = odoos.of(store);
            Set<Long> followed = found.values().stream()
                    .filter(link -> link.written().isPresent())
                    .map(CustomerLink::partnerId)
                    .collect(Collectors.toSet());
            return contacts.present(odoo, followed)
                    .chain(present -> EachEntry.of(entries, entry -> follow(store, odoo, entry, found, present)));
        });
    }

    private Uni<String> follow(
            Store store,
            OdooClient odoo,
            CacheEntry entry,
            Map<String, CustomerLink> found,
            Map<Long, Present> present) {
        CustomerRecord record = CustomerJson.customer(entry.raw());
        CustomerLink link = found.get(CustomerIdentity.customerKey(record.id().value()));
        if (link == null) {
            return said("no order yet");
        }
        String contact = "contact " + link.partnerId();
        if (record.isDeleted()) {
            return said("deleted in Shopify; " + contact + " stays for its orders");
        }
        if (link.written().isEmpty()) {
            return said(contact + " was in Odoo before shopOMS: people keep it");
        }
        Present now = present.get(link.partnerId());
        if (now == null) {
            return said(contact + " was deleted in Odoo; the next order makes it again");
        }
        ContactChange change =
                ContactChange.between(now, record.customer(), link.written().get());
        return contacts.write(odoo, link.partnerId(), change.values())
                .chain(() -> links.rewritten(store.shop(), link.partnerId(), change.written()))
                .replaceWith(contact + ": " + words(change));
    }

    private static String words(ContactChange change) {
        String written = change.values().isEmpty()
                ? "nothing to change"
                : String.join(", ", change.values().keySet()) + " written";
        return change.kept().isEmpty()
                ? written
                : written + "; " + String.join(", ", change.kept()) + " kept as people changed it in Odoo";
    }

    private static Uni<String> said(String note) {
        return Uni.createFrom().item(note);
    }
}
