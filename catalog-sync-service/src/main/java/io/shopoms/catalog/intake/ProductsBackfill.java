package io.shopoms.catalog.intake;

import io.shopoms.catalog.cache.ProductCache;
import io.shopoms.catalog.intake.ProductsCheckpoint.Export;
import io.shopoms.catalog.intake.ProductsCheckpoint.Pages;
import io.shopoms.catalog.shopify.ProductExport;
import io.shopoms.catalog.shopify.ProductExport.Part;
import io.shopoms.catalog.shopify.ShopifyCatalogSettings;
import io.shopoms.catalog.shopify.ShopifyProducts;
import io.shopoms.sync.cache.CacheEntries;
import io.shopoms.sync.cache.CacheEntries.Stored;
import io.shopoms.sync.cache.RawFormat;
import io.shopoms.sync.cache.RawRecord;
import io.shopoms.sync.failure.SyncFailure.RejectedByTarget;
import io.shopoms.sync.failure.SyncFailureException;
import io.shopoms.sync.job.JobHandler;
import io.shopoms.sync.job.Period;
import io.shopoms.sync.shopify.bulk.BulkOperations;
import io.shopoms.sync.shopify.bulk.BulkOperations.Operation;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Brings products that changed in a period from Shopify into the same cache as webhooks. Few come page by page, oldest
 * change first: one that changes meanwhile comes again at the end instead of being missed. Many come as one export, a part
 * of its file a step; what changes meanwhile comes by webhook and look-back.
 */
@ApplicationScoped
class ProductsBackfill implements JobHandler {

    static final String TYPE = "products";

    /** Products of a part: some megabytes of text, a few seconds of work. */
    private static final int PART = 250;

    private final ShopifyProducts products;
    private final ProductExport export;
    private final BulkOperations operations;
    private final CacheEntries entries;
    private final ProductCache cache;
    private final ShopifyCatalogSettings settings;
    private final Clock clock;

    ProductsBackfill(
            ShopifyProducts products,
            ProductExport export,
            BulkOperations operations,
            CacheEntries entries,
            ProductCache cache,
            ShopifyCatalogSettings settings,
            Clock clock) {
        this.products = products;
        this.export = export;
        this.operations = operations;
        this.entries = entries;
        this.cache = cache;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public void validate(Map<String, String> parameters) {
        Period.of(parameters);
    }

    @Override
    public Uni<Step> step(Store store, Map<String, String> parameters, Optional<String> checkpoint) {
        Period period = Period.of(parameters);
        if (checkpoint.isEmpty()) {
            return begin(store, period);
        }
        ProductsCheckpoint at = ProductsCheckpoint.parse(checkpoint.get());
        return at instanceof Export running
                ? look(store, running)
                : page(store, period, Optional.of(((Pages) at).cursor()));
    }

    private Uni<Step> begin(Store store, Period period) {
        int limit = settings.exportAbove();
        if (limit <= 0) {
            return page(store, period, Optional.empty());
        }
        Instant asked = clock.instant();
        return products.count(store, period.from(), period.to(), limit + 1)
                .chain(count -> count > limit
                        ? export.start(store, period.from(), period.to()).map(id -> next(new Export(id, asked, 0, 0)))
                        : page(store, period, Optional.empty()));
    }

    private Uni<Step> page(Store store, Period period, Optional<String> cursor) {
        Instant asked = clock.instant();
        return products.page(store, period.from(), period.to(), cursor, settings.pageSize())
                .chain(page -> store(store, page.products(), asked)
                        .map(stored -> new Step(
                                page.next().map(next -> new Pages(next).text()),
                                counters(page.products(), stored),
                                OptionalLong.empty())));
    }

    private Uni<Step> look(Store store, Export running) {
        return operations.look(store, running.operation()).chain(operation -> switch (operation.state()) {
            case RUNNING ->
                operations.pause(running.operation(), settings.pollInterval()).replaceWith(next(running));
            case COMPLETED -> part(store, running, operation);
            case BROKEN -> throw broken(operation);
        });
    }

    private Uni<Step> part(Store store, Export running, Operation operation) {
        return export.part(store, operation, running.offset(), PART)
                .chain(part -> store(store, part.products(), running.asked()).map(stored -> {
                    Export after = running.after(part.offset(), part.rows());
                    if (part.end() && after.rows() != operation.objects()) {
                        throw incomplete(operation, after.rows());
                    }
                    return stepped(part, after, counters(part.products(), stored));
                }));
    }

    private static Step stepped(Part part, Export after, Counters counters) {
        return new Step(part.end() ? Optional.empty() : Optional.of(after.text()), counters, OptionalLong.empty());
    }

    private static Step next(Export running) {
        return new Step(Optional.of(running.text()), Counters.NONE, OptionalLong.empty());
    }

    /** An export shows the products as they were when it was asked for, or newer. */
    private Uni<Stored> store(Store store, List<String> nodes, Instant asked) {
        Instant received = clock.instant();
        List<RawRecord> records = nodes.stream()
                .map(node -> new RawRecord(store.shop(), RawFormat.GRAPHQL, node, Optional.of(asked), received))
                .toList();
        return entries.store(cache, records);
    }

    private static Counters counters(List<String> nodes, Stored stored) {
        return new Counters(nodes.size(), stored.created(), stored.updated(), stored.skipped(), stored.rejected());
    }

    private static SyncFailureException broken(Operation operation) {
        return new SyncFailureException(new RejectedByTarget(
                "Shopify's export of the products ended without a whole file: " + operation.reason(),
                "Start a new job for the same period; products that already came change nothing. If it lasts, choose a"
                        + " shorter period or set SHOPOMS_CATALOG_SHOPIFY_EXPORT_ABOVE=0 to fetch pages."));
    }

    private static SyncFailureException incomplete(Operation operation, long rows) {
        return new SyncFailureException(new RejectedByTarget(
                "Shopify's export has " + operation.objects() + " rows, its file " + rows
                        + ": the job does not count as done",
                "Start a new job for the same period; products that already came change nothing. If it lasts, set"
                        + " SHOPOMS_CATALOG_SHOPIFY_EXPORT_ABOVE=0 to fetch pages."));
    }
}
