package io.shopoms.catalog;

import io.shopoms.catalog.PushDecision.Archive;
import io.shopoms.catalog.PushWrites.Done;
import io.shopoms.catalog.cache.ProductLink;
import io.shopoms.catalog.cache.ProductLinks;
import io.shopoms.catalog.intake.OdooPollSettings;
import io.shopoms.catalog.odoo.OdooProducts;
import io.shopoms.catalog.policy.CatalogPolicies;
import io.shopoms.catalog.policy.CatalogPolicy;
import io.shopoms.catalog.policy.CatalogSide;
import io.shopoms.sync.job.ScheduledTask;
import io.shopoms.sync.odoo.OdooClient;
import io.shopoms.sync.odoo.OdooClients;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/**
 * Takes products out of the shop whose template was deleted in Odoo, which leaves no trace there: asks for every linked
 * template whether it still exists. What fails is tried again by the next run.
 */
@Singleton
class DeletedTemplates implements ScheduledTask {

    /** Links of one page; one call asks for all of them. */
    private static final int AT_ONCE = 200;

    private final OdooClients odoos;
    private final CatalogPolicies policies;
    private final ProductLinks links;
    private final OdooProducts products;
    private final PushDecisions decisions;
    private final PushWrites writes;
    private final OdooPollSettings settings;

    DeletedTemplates(
            OdooClients odoos,
            CatalogPolicies policies,
            ProductLinks links,
            OdooProducts products,
            PushDecisions decisions,
            PushWrites writes,
            OdooPollSettings settings) {
        this.odoos = odoos;
        this.policies = policies;
        this.links = links;
        this.products = products;
        this.decisions = decisions;
        this.writes = writes;
        this.settings = settings;
    }

    private record Found(int archived, int failed) {

        Found plus(List<Done> done) {
            int failures =
                    (int) done.stream().filter(one -> one.failure().isPresent()).count();
            return new Found(archived + done.size() - failures, failed + failures);
        }
    }

    @Override
    public String name() {
        return "odoo-products-deletions";
    }

    @Override
    public Duration interval() {
        return settings.deletionsInterval();
    }

    @Override
    public Uni<String> run(Store store) {
        CatalogPolicy policy = policies.of(store.shop());
        if (policy.leader() != CatalogSide.ODOO) {
            return Uni.createFrom().item("Odoo does not decide what products exist");
        }
        return page(store, odoos.of(store), policy, 0, new Found(0, 0))
                .map(found -> found.archived() + " products archived whose template was deleted, " + found.failed()
                        + " to be tried again");
    }

    private Uni<Found> page(Store store, OdooClient odoo, CatalogPolicy policy, long after, Found found) {
        return links.search(store.shop(), "", after, AT_ONCE)
                .chain(page -> archive(store, odoo, policy, page)
                        .chain(done -> page.size() < AT_ONCE
                                ? Uni.createFrom().item(found.plus(done))
                                : page(
                                        store,
                                        odoo,
                                        policy,
                                        page.get(page.size() - 1).productId().value(),
                                        found.plus(done))));
    }

    private Uni<List<Done>> archive(Store store, OdooClient odoo, CatalogPolicy policy, List<ProductLink> page) {
        List<Long> templates =
                page.stream().map(link -> link.templateId().value()).toList();
        return products.existing(odoo, templates)
                .map(existing -> templates.stream()
                        .filter(template -> !existing.contains(template))
                        .toList())
                .chain(gone -> gone.isEmpty()
                        ? Uni.createFrom().item(List.<PushDecision>of())
                        : decisions.decide(store, odoo, policy, gone))
                .map(decided -> decided.stream()
                        .filter(decision -> decision instanceof Archive)
                        .toList())
                .chain(decided -> writes.carryOut(store, policy, decided));
    }
}
