package io.shopoms.inventory.intake;

import io.shopoms.inventory.cache.InventoryCache;
import io.shopoms.inventory.cache.LinkedItems;
import io.shopoms.inventory.cache.SeenStock;
import io.shopoms.inventory.intake.ReconcileCheckpoint.Export;
import io.shopoms.inventory.intake.ReconcileCheckpoint.Free;
import io.shopoms.inventory.intake.ReconcileCheckpoint.Missing;
import io.shopoms.inventory.shopify.LevelExport;
import io.shopoms.sync.failure.SyncFailure.RejectedByTarget;
import io.shopoms.sync.failure.SyncFailureException;
import io.shopoms.sync.job.JobHandler;
import io.shopoms.sync.shopify.bulk.BulkOperations;
import io.shopoms.sync.shopify.bulk.BulkOperations.Operation;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jboss.logging.Logger;

/**
 * Compares all stock of a store: every level in Shopify with what is known of it, by an export that is read part by part,
 * then what each number was computed from with Odoo's free stock. Only what differs is looked at. What is empty or cut
 * short proves nothing: the job fails and says so.
 */
@Singleton
public class InventoryReconcile implements JobHandler {

    /** Items of a part: a megabyte or two of text. */
    private static final int PART = 1000;

    private static final Logger LOG = Logger.getLogger(InventoryReconcile.class);

    private static final String AGAIN =
            "Start the job again; nothing was overwritten. If it lasts, look at Shopify's status page.";

    private final LevelExport export;
    private final BulkOperations operations;
    private final SeenStock seen;
    private final LinkedItems linked;
    private final GoneItems gone;
    private final FreeComparison free;
    private final ShopifyLookSettings settings;
    private final Clock clock;

    InventoryReconcile(
            LevelExport export,
            BulkOperations operations,
            SeenStock seen,
            LinkedItems linked,
            GoneItems gone,
            FreeComparison free,
            ShopifyLookSettings settings,
            Clock clock) {
        this.export = export;
        this.operations = operations;
        this.seen = seen;
        this.linked = linked;
        this.gone = gone;
        this.free = free;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String type() {
        return InventoryCache.KIND;
    }

    @Override
    public void validate(Map<String, String> parameters) {
        if (!parameters.isEmpty()) {
            throw new IllegalArgumentException("parameters: none are expected, but there are " + parameters.keySet());
        }
    }

    @Override
    public Uni<Step> step(Store store, Map<String, String> parameters, Optional<String> checkpoint) {
        if (checkpoint.isEmpty()) {
            return export.start(store)
                    .map(operation -> next(new Export(operation, clock.instant(), 0, 0, 0), Counters.NONE));
        }
        ReconcileCheckpoint at = ReconcileCheckpoint.parse(checkpoint.get());
        if (at instanceof Export running) {
            return look(store, running);
        }
        if (at instanceof Missing) {
            return gone.take(store).map(count -> next(new Free(0), new Counters(0, 0, count, 0, 0)));
        }
        return compare(store, (Free) at);
    }

    private Uni<Step> look(Store store, Export running) {
        return operations.look(store, running.operation()).chain(operation -> switch (operation.state()) {
            case RUNNING ->
                operations
                        .pause(running.operation(), settings.exportPollInterval())
                        .replaceWith(next(running, Counters.NONE));
            case COMPLETED -> part(store, running, operation);
            case BROKEN ->
                throw failed("Shopify's export of the levels ended without a whole file: " + operation.reason());
        });
    }

    private Uni<Step> part(Store store, Export running, Operation operation) {
        return export.part(store, operation, running.offset(), PART)
                .chain(part -> seen.items(store.shop(), part.items(), running.asked())
                        .chain(taken -> {
                            Export after = new Export(
                                    running.operation(),
                                    running.asked(),
                                    part.offset(),
                                    running.rows() + part.rows(),
                                    running.linked() + taken.linked());
                            Counters counters = counters(part, taken.due());
                            return part.end()
                                    ? end(store, after, operation, counters)
                                    : Uni.createFrom().item(next(after, counters));
                        }));
    }

    private Uni<Step> end(Store store, Export whole, Operation operation, Counters counters) {
        if (whole.rows() != operation.objects()) {
            throw failed("Shopify's export has " + operation.objects() + " rows, its file " + whole.rows()
                    + ": the job does not count as done");
        }
        return linked.count(store.shop())
                .map(count -> next(count > whole.linked() ? new Missing() : new Free(0), counters));
    }

    private Uni<Step> compare(Store store, Free at) {
        return free.page(store, at.after())
                .map(page -> page.last()
                        .map(last -> next(new Free(last.value()), counters(page.items(), page.due())))
                        .orElseGet(() ->
                                new Step(Optional.empty(), counters(page.items(), page.due()), OptionalLong.empty())));
    }

    private static Counters counters(LevelExport.Part part, int due) {
        part.unclear()
                .forEach((item, failure) -> LOG.warnf("the comparison leaves an item out: %s", failure.message()));
        int items = part.items().size();
        int unclear = part.unclear().size();
        return new Counters(items + unclear, 0, due, Math.max(0, items - due), unclear);
    }

    private static Counters counters(int items, int due) {
        return new Counters(items, 0, due, Math.max(0, items - due), 0);
    }

    private static Step next(ReconcileCheckpoint at, Counters counters) {
        return new Step(Optional.of(at.text()), counters, OptionalLong.empty());
    }

    private static SyncFailureException failed(String message) {
        return new SyncFailureException(new RejectedByTarget(message, AGAIN));
    }
}
