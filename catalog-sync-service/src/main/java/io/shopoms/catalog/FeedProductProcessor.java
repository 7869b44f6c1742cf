package io.shopoms.catalog;

import io.shopoms.catalog.FeedDecision.Create;
import io.shopoms.catalog.FeedDecision.LeaveAlone;
import io.shopoms.catalog.FeedDecision.Refuse;
import io.shopoms.catalog.FeedDecision.Remove;
import io.shopoms.catalog.FeedDecision.Update;
import io.shopoms.catalog.feed.config.DeletePolicy;
import io.shopoms.catalog.feed.run.FeedProductKind;
import io.shopoms.catalog.feed.run.FeedProducts;
import io.shopoms.catalog.feed.run.FeedRecord;
import io.shopoms.catalog.feed.run.FeedResults;
import io.shopoms.catalog.feed.run.FeedResults.OfRun;
import io.shopoms.catalog.feed.run.RecordResult;
import io.shopoms.catalog.feed.run.RecordResult.Result;
import io.shopoms.catalog.product.ProductField;
import io.shopoms.catalog.product.ProductStatus;
import io.shopoms.catalog.shopify.ProductWish;
import io.shopoms.catalog.shopify.ShopifyBulkWriter;
import io.shopoms.catalog.shopify.ShopifyCatalogSettings;
import io.shopoms.catalog.shopify.ShopifyProduct;
import io.shopoms.catalog.shopify.ShopifyWriter;
import io.shopoms.catalog.shopify.ShopifyWriter.Written;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.cache.CacheEntry;
import io.shopoms.sync.cache.EntryHandler;
import io.shopoms.sync.cache.Outcome;
import io.shopoms.sync.failure.SyncFailure;
import io.shopoms.sync.failure.SyncFailure.InvalidPayload;
import io.shopoms.sync.failure.SyncFailure.RejectedByTarget;
import io.shopoms.sync.failure.SyncFailureException;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Brings products of feeds to Shopify: finds out what each means there, does it, and notes in the run's log what became of
 * it. Its batches are large, so that many products are a few files instead of a call for each.
 */
@Singleton
public class FeedProductProcessor implements EntryHandler {

    /** Products of one store that are deleted at once; Shopify's throttle is the real limit. */
    private static final int AT_ONCE = 4;

    private final FeedDecisions decisions;
    private final ShopifyBulkWriter writer;
    private final ShopifyWriter deleter;
    private final FeedProducts links;
    private final FeedResults results;
    private final ShopifyCatalogSettings settings;

    FeedProductProcessor(
            FeedDecisions decisions,
            ShopifyBulkWriter writer,
            ShopifyWriter deleter,
            FeedProducts links,
            FeedResults results,
            ShopifyCatalogSettings settings) {
        this.decisions = decisions;
        this.writer = writer;
        this.deleter = deleter;
        this.links = links;
        this.results = results;
        this.settings = settings;
    }

    /** What became of one record. */
    private record Done(FeedRecord record, Result result, String note, Optional<SyncFailure> failure) {

        static Done of(FeedRecord record, Result result, String note) {
            return new Done(record, result, note, Optional.empty());
        }

        Outcome outcome() {
            return failure.<Outcome>map(why -> new Outcome.Failed(record.recordId(), why))
                    .orElseGet(() -> new Outcome.Processed(record.recordId(), note));
        }

        /** What is tried again by itself has not ended yet. */
        boolean isFinal() {
            return failure.isEmpty()
                    || failure.get() instanceof InvalidPayload
                    || failure.get() instanceof RejectedByTarget;
        }

        OfRun ofRun() {
            return new OfRun(
                    record.run(),
                    new RecordResult(record.key(), result, note, failure.map(SyncFailure::remedy), Optional.empty()));
        }
    }

    @Override
    public String kind() {
        return FeedProductKind.NAME;
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
        List<FeedRecord> records =
                entries.stream().map(entry -> FeedRecord.read(entry.raw())).toList();
        return decisions
                .decide(store, records)
                .chain(decided -> carryOut(store, decided))
                .call(done -> results.save(
                        done.stream().filter(Done::isFinal).map(Done::ofRun).toList()))
                .map(done -> done.stream().map(Done::outcome).toList());
    }

    /** Everything that is written goes together; each fails alone. */
    private Uni<List<Done>> carryOut(Store store, List<FeedDecision> decided) {
        List<FeedDecision> writes =
                decided.stream().filter(FeedProductProcessor::isWritten).toList();
        Uni<List<Done>> written = writer.write(
                        store, writes.stream().map(FeedProductProcessor::wish).toList())
                .call(results -> remember(writes, results))
                .map(results -> IntStream.range(0, writes.size())
                        .mapToObj(i -> done(writes.get(i), results.get(i)))
                        .toList());
        Uni<List<Done>> others = Multi.createFrom()
                .iterable(decided)
                .filter(decision -> !isWritten(decision))
                .onItem()
                .transformToUni(decision -> unwritten(store, decision))
                .merge(AT_ONCE)
                .collect()
                .asList();
        return written.chain(first -> others.map(
                second -> Stream.concat(first.stream(), second.stream()).toList()));
    }

    private static boolean isWritten(FeedDecision decision) {
        return decision instanceof Create || decision instanceof Update || isArchived(decision);
    }

    private static boolean isArchived(FeedDecision decision) {
        return decision instanceof Remove && decision.record().deletePolicy() != DeletePolicy.DELETE;
    }

    private static ProductWish wish(FeedDecision decision) {
        String reference = reference(decision.record());
        if (decision instanceof Create create) {
            return ProductWish.creation(reference, create.wanted());
        }
        if (decision instanceof Update update) {
            return new ProductWish(
                    reference,
                    Optional.of(update.present()),
                    update.wanted(),
                    update.led(),
                    update.structure(),
                    Map.of());
        }
        ShopifyProduct present = ((Remove) decision).present();
        return new ProductWish(
                reference,
                Optional.of(present),
                FeedDecisions.with(present.content(), ProductStatus.ARCHIVED),
                Set.of(ProductField.STATUS),
                false,
                Map.of());
    }

    private Uni<Void> remember(List<FeedDecision> writes, List<ShopifyBulkWriter.Result> results) {
        Map<Long, ShopifyId> linked = new HashMap<>();
        List<Long> archived = new ArrayList<>();
        for (int i = 0; i < writes.size(); i++) {
            long record = writes.get(i).record().recordId();
            Optional<Written> written = results.get(i).written();
            if (written.isPresent() && isArchived(writes.get(i))) {
                archived.add(record);
            } else {
                written.ifPresent(done -> linked.put(record, done.product()));
            }
        }
        return links.link(linked).chain(() -> links.archived(archived));
    }

    private static Done done(FeedDecision decision, ShopifyBulkWriter.Result result) {
        FeedRecord record = decision.record();
        if (result.failure().isPresent()) {
            return failed(record, result.failure().get());
        }
        Written written = result.written().orElseThrow();
        String product = "product " + written.product();
        if (isArchived(decision)) {
            return Done.of(record, Result.ARCHIVED, product + " archived");
        }
        if (written.unpublished().isPresent()) {
            SyncFailure failure = written.unpublished().get();
            return new Done(record, Result.CREATED, failure.message(), Optional.of(failure));
        }
        if (written.created()) {
            return Done.of(record, Result.CREATED, product + " created");
        }
        return written.mutations() == 0
                ? Done.of(record, Result.UNCHANGED, product + ": nothing to change")
                : Done.of(record, Result.UPDATED, product + " updated");
    }

    private Uni<Done> unwritten(Store store, FeedDecision decision) {
        FeedRecord record = decision.record();
        if (decision instanceof Remove remove) {
            return Uni.createFrom()
                    .deferred(() -> delete(store, remove))
                    .onFailure(SyncFailureException.class)
                    .recoverWithItem(e -> failed(record, ((SyncFailureException) e).failure()));
        }
        return Uni.createFrom()
                .item(
                        decision instanceof LeaveAlone alone
                                ? Done.of(record, Result.KEPT, alone.reason())
                                : failed(record, ((Refuse) decision).failure()));
    }

    private Uni<Done> delete(Store store, Remove remove) {
        return deleter.delete(store, remove.present().id())
                .call(() -> links.unlink(remove.record().recordId()))
                .map(deleted -> Done.of(
                        remove.record(),
                        Result.DELETED,
                        "product " + remove.present().id() + (deleted ? " deleted" : " was deleted already")));
    }

    private static Done failed(FeedRecord record, SyncFailure failure) {
        return new Done(record, Result.FAILED, failure.message(), Optional.of(failure));
    }

    /** What a product is created for; so a second try finds the one that the first has created. */
    private static String reference(FeedRecord record) {
        return "feed:" + record.recordId();
    }
}
