package io.shopoms.catalog;

import io.shopoms.catalog.TemplateRounds.InStep;
import io.shopoms.catalog.cache.ProductCache;
import io.shopoms.catalog.mapping.OdooForm;
import io.shopoms.catalog.policy.CatalogPolicies;
import io.shopoms.catalog.policy.CatalogPolicy;
import io.shopoms.sync.cache.CacheEntry;
import io.shopoms.sync.cache.EntryHandler;
import io.shopoms.sync.cache.Outcome;
import io.shopoms.sync.odoo.OdooClients;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Brings Odoo's templates and variants to what a batch of Shopify products calls for. Level-triggered: it looks at the
 * newest product and at what Odoo holds, never at what happened in between.
 *
 * <p>Few calls for many products: to find their templates, to make those that are missing, to read them, to write what
 * differs, to read them back. What is refused in a batch is tried alone, so that one bad product never fails its
 * neighbours. Every step may be repeated after a crash.
 */
@Singleton
class ProductProcessor implements EntryHandler {

    private final OdooClients odoos;
    private final CatalogPolicies policies;
    private final ProductTriage triage;
    private final TemplatePlacement placement;
    private final TemplateRounds rounds;
    private final PullMemory memory;

    ProductProcessor(
            OdooClients odoos,
            CatalogPolicies policies,
            ProductTriage triage,
            TemplatePlacement placement,
            TemplateRounds rounds,
            PullMemory memory) {
        this.odoos = odoos;
        this.policies = policies;
        this.triage = triage;
        this.placement = placement;
        this.rounds = rounds;
        this.memory = memory;
    }

    @Override
    public String kind() {
        return ProductCache.KIND;
    }

    @Override
    public Uni<List<Outcome>> handle(Store store, List<CacheEntry> entries) {
        ProductOutcomes outcomes = new ProductOutcomes();
        CatalogPolicy policy = policies.of(store.shop());
        return Uni.createFrom()
                .deferred(() -> Uni.createFrom().item(odoos.of(store)))
                .chain(odoo -> triage.tasks(store, odoo, policy, entries, outcomes)
                        .chain(tasks -> placement.place(store, odoo, policy, tasks, outcomes))
                        .chain(placed -> rounds.bring(store, odoo, policy, placed, outcomes))
                        .chain(inStep -> memory.keep(store, policy, inStep).invoke(done -> conclude(inStep, outcomes))))
                .map(done -> outcomes.all());
    }

    private static void conclude(List<InStep> products, ProductOutcomes outcomes) {
        for (InStep product : products) {
            if (product.placed().pictureFailure().isPresent()) {
                outcomes.failed(
                        product.placed().task().id(),
                        product.placed().pictureFailure().get());
                continue;
            }
            List<String> done = product.placed().done();
            String note =
                    done.isEmpty() ? "nothing to change" : product.present().label() + ": " + String.join(", ", done);
            outcomes.processed(
                    product.placed().task().id(),
                    OdooForm.pricesFit(product.placed().task().wanted().content())
                            ? note
                            : note + "; prices do not add up over the options: Odoo shows the lowest one");
        }
    }
}
