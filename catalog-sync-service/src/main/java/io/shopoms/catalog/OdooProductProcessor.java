package io.shopoms.catalog;

import io.shopoms.catalog.PushDecision.LeaveAlone;
import io.shopoms.catalog.PushDecision.Refuse;
import io.shopoms.catalog.PushWrites.Done;
import io.shopoms.catalog.cache.OdooProductCache;
import io.shopoms.catalog.policy.CatalogPolicies;
import io.shopoms.catalog.policy.CatalogPolicy;
import io.shopoms.catalog.shopify.ShopifyCatalogSettings;
import io.shopoms.sync.cache.CacheEntry;
import io.shopoms.sync.cache.EntryHandler;
import io.shopoms.sync.cache.Outcome;
import io.shopoms.sync.odoo.OdooClients;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Brings Shopify's products to what a batch of Odoo's templates calls for. Level-triggered: it looks at what Odoo and Shopify
 * hold now, never at what happened in between; a change that somebody made in Shopify to what Odoo leads is put back.
 *
 * <p>What both sides said already costs no call; of the others few calls read both sides, and only what differs is written.
 * Every step may be repeated after a crash.
 */
@Singleton
class OdooProductProcessor implements EntryHandler {

    private final OdooClients odoos;
    private final CatalogPolicies policies;
    private final TemplateTriage triage;
    private final PushDecisions decisions;
    private final PushWrites writes;
    private final ShopifyCatalogSettings settings;

    OdooProductProcessor(
            OdooClients odoos,
            CatalogPolicies policies,
            TemplateTriage triage,
            PushDecisions decisions,
            PushWrites writes,
            ShopifyCatalogSettings settings) {
        this.odoos = odoos;
        this.policies = policies;
        this.triage = triage;
        this.decisions = decisions;
        this.writes = writes;
        this.settings = settings;
    }

    @Override
    public String kind() {
        return OdooProductCache.KIND;
    }

    @Override
    public OptionalInt batchSize() {
        return OptionalInt.of(settings.writeBatchSize());
    }

    @Override
    public Optional<Duration> deadline() {
        return Optional.of(settings.writeDeadline());
    }

    @Override
    public boolean writesToOdoo() {
        return false;
    }

    @Override
    public Uni<List<Outcome>> handle(Store store, List<CacheEntry> entries) {
        ProductOutcomes outcomes = new ProductOutcomes();
        CatalogPolicy policy = policies.of(store.shop());
        if (policy.writtenFromOdoo().isEmpty()) {
            entries.forEach(
                    entry -> outcomes.processed(entry.recordId(), "Odoo leads nothing of this store's catalog"));
            return Uni.createFrom().item(outcomes.all());
        }
        return triage.due(store, policy, entries, outcomes)
                .chain(due -> due.isEmpty()
                        ? Uni.createFrom().item(List.<PushDecision>of())
                        : decisions.decide(store, odoos.of(store), policy, due))
                .chain(decided -> writes.carryOut(store, policy, toDo(decided, outcomes)))
                .invoke(done -> done.forEach(result -> conclude(result, outcomes)))
                .map(done -> outcomes.all());
    }

    private static List<PushDecision> toDo(List<PushDecision> decided, ProductOutcomes outcomes) {
        List<PushDecision> open = new ArrayList<>();
        for (PushDecision decision : decided) {
            if (decision instanceof LeaveAlone alone) {
                outcomes.processed(alone.templateId(), alone.reason());
            } else if (decision instanceof Refuse refuse) {
                outcomes.failed(refuse.templateId(), refuse.failure());
            } else {
                open.add(decision);
            }
        }
        return open;
    }

    private static void conclude(Done done, ProductOutcomes outcomes) {
        done.failure()
                .ifPresentOrElse(
                        failure -> outcomes.failed(done.templateId(), failure),
                        () -> outcomes.processed(done.templateId(), done.note()));
    }
}
