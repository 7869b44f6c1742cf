package io.shopoms.order;

import io.shopoms.order.cache.CustomerLink;
import io.shopoms.order.cache.CustomerLinks;
import io.shopoms.order.cache.PersonalRecords;
import io.shopoms.order.cache.PrivacyAnswers;
import io.shopoms.order.cache.PrivacyRequestCache;
import io.shopoms.order.mapping.CustomerIdentity;
import io.shopoms.order.odoo.ContactErasure;
import io.shopoms.order.shopify.PrivacyRequest;
import io.shopoms.sync.cache.CacheEntry;
import io.shopoms.sync.cache.EntryHandler;
import io.shopoms.sync.cache.Outcome;
import io.shopoms.sync.failure.SyncFailure.RejectedByTarget;
import io.shopoms.sync.failure.SyncFailureException;
import io.shopoms.sync.odoo.OdooClients;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Does what the law asks for as far as a machine may, and shows the rest to a person. What shopOMS itself holds is erased
 * at once; the contact in Odoo only if shopOMS made it and no document that must be kept names it.
 */
@ApplicationScoped
class PrivacyProcessor implements EntryHandler {

    private final OdooClients odoos;
    private final CustomerLinks links;
    private final PersonalRecords records;
    private final PrivacyAnswers answers;
    private final ContactErasure erasure;

    PrivacyProcessor(
            OdooClients odoos,
            CustomerLinks links,
            PersonalRecords records,
            PrivacyAnswers answers,
            ContactErasure erasure) {
        this.odoos = odoos;
        this.links = links;
        this.records = records;
        this.answers = answers;
        this.erasure = erasure;
    }

    @Override
    public String kind() {
        return PrivacyRequestCache.KIND;
    }

    @Override
    public Uni<List<Outcome>> handle(Store store, List<CacheEntry> entries) {
        return EachEntry.of(entries, entry -> {
            PrivacyRequest request = PrivacyRequest.of(entry.raw());
            return answers.isAnswered(store.shop(), entry.recordId())
                    .chain(answered -> answered
                            ? records.eraseRequest(store.shop(), entry.recordId())
                                    .replaceWith("dealt with by a person")
                            : serve(store, entry, request));
        });
    }

    private Uni<String> serve(Store store, CacheEntry entry, PrivacyRequest request) {
        return switch (request.what()) {
            case DATA_REQUEST ->
                aPersonMust(
                        "customer " + request.subject() + " asks which data there is about them (request "
                                + request.number() + ", " + request.orders().size() + " orders)",
                        "Answer the customer within 30 days: with their orders (GET /api/cache/orders/{id}, the numbers are"
                                + " in this record) and their contact in Odoo.",
                        entry);
            case SHOP_REDACT ->
                aPersonMust(
                        "the shop was uninstalled, and its data are to be erased",
                        "Take the store out of the configuration and delete its rows within 30 days, as docs/operating.md"
                                + " describes.",
                        entry);
            case CUSTOMER_REDACT ->
                records.erase(store.shop(), request)
                        .chain(orders -> records.eraseRequest(store.shop(), entry.recordId())
                                .chain(() -> contact(store, entry, request))
                                .map(contact -> "data of the customer erased in " + orders + " orders; " + contact));
        };
    }

    private Uni<String> contact(Store store, CacheEntry entry, PrivacyRequest request) {
        String key = CustomerIdentity.customerKey(request.subject());
        return links.find(store.shop(), List.of(key)).chain(found -> {
            CustomerLink link = found.get(key);
            return link == null ? Uni.createFrom().item("no contact in Odoo") : contact(store, entry, request, link);
        });
    }

    private Uni<String> contact(Store store, CacheEntry entry, PrivacyRequest request, CustomerLink link) {
        String contact = "contact " + link.partnerId();
        if (link.written().isEmpty()) {
            return aPersonMust(
                    "customer " + request.subject() + " is to be forgotten, and " + contact
                            + " in Odoo was there before shopOMS",
                    "Decide whether the contact may and must be erased in Odoo.",
                    entry);
        }
        return Uni.createFrom()
                .deferred(() -> erasure.obstacle(odoos.of(store), link.partnerId()))
                .chain(obstacle -> obstacle.isPresent()
                        ? aPersonMust(
                                "customer " + request.subject() + " is to be forgotten, but " + contact + " has "
                                        + obstacle.get(),
                                "Books must be kept as long as the law demands: anonymise the contact in Odoo when that"
                                        + " time is over, or retry when the orders are delivered.",
                                entry)
                        : erasure.erase(odoos.of(store), link.partnerId(), "Erased customer " + request.subject())
                                .chain(() -> links.forgetGuests(store.shop(), link.partnerId()))
                                .replaceWith(contact + " anonymised and archived"));
    }

    private static Uni<String> aPersonMust(String what, String remedy, CacheEntry entry) {
        return Uni.createFrom()
                .failure(new SyncFailureException(new RejectedByTarget(
                        what, remedy + " Then say so: POST /api/privacy-requests/" + entry.recordId() + "/answered.")));
    }
}
