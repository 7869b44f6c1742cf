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
import io.shopoms.catalog.shopify.ShopifyWriter;
import io.shopoms.catalog.shopify.ShopifyWriter.Written;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Brings products of feeds to Shopify: finds out what each means there, does it, and notes in the run's log what became of
 * it.
 */
@Singleton
public class FeedProductProcessor implements EntryHandler {

    /** Products of one store that are written at once; Shopify's throttle is the real limit. */
    private static final int AT_ONCE = 4;

    private final FeedDecisions decisions;
    private final ShopifyWriter writer;
    private final FeedProducts links;
    private final FeedResults results;

    FeedProductProcessor(FeedDecisions decisions, ShopifyWriter writer, FeedProducts links, FeedResults results) {
        this.decisions = decisions;
        this.writer = writer;
        this.links = links;
        this.results = results;
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
    public Uni<List<Outcome>> handle(Store store, List<CacheEntry> entries) {
        List<FeedRecord> records =
                entries.stream().map(entry -> FeedRecord.read(entry.raw())).toList();
        return decisions
                .decide(store, records)
                .chain(decided -> Multi.createFrom()
                        .iterable(decided)
                        .onItem()
                        .transformToUni(decision -> attempt(store, decision))
                        .merge(AT_ONCE)
                        .collect()
                        .asList())
                .call(done -> results.save(
                        done.stream().filter(Done::isFinal).map(Done::ofRun).toList()))
                .map(done -> done.stream().map(Done::outcome).toList());
    }

    private Uni<Done> attempt(Store store, FeedDecision decision) {
        return Uni.createFrom()
                .deferred(() -> act(store, decision))
                .onFailure(SyncFailureException.class)
                .recoverWithItem(e -> failed(decision.record(), ((SyncFailureException) e).failure()));
    }

    private Uni<Done> act(Store store, FeedDecision decision) {
        FeedRecord record = decision.record();
        if (decision instanceof Create create) {
            return written(record, writer.write(store, ProductWish.creation(reference(record), create.wanted())));
        }
        if (decision instanceof Update update) {
            return written(
                    record,
                    writer.write(
                            store,
                            new ProductWish(
                                    reference(record),
                                    Optional.of(update.present()),
                                    update.wanted(),
                                    update.led(),
                                    update.structure(),
                                    Map.of())));
        }
        if (decision instanceof Remove remove) {
            return record.deletePolicy() == DeletePolicy.DELETE ? delete(store, remove) : archive(store, remove);
        }
        if (decision instanceof LeaveAlone alone) {
            return Uni.createFrom().item(Done.of(record, Result.KEPT, alone.reason()));
        }
        return Uni.createFrom().item(failed(record, ((Refuse) decision).failure()));
    }

    private Uni<Done> written(FeedRecord record, Uni<Written> writing) {
        return writing.call(written -> links.link(record.recordId(), written.product()))
                .map(written -> written.unpublished().isPresent()
                        ? unpublished(record, written.unpublished().get())
                        : written.created()
                                ? Done.of(record, Result.CREATED, "product " + written.product() + " created")
                                : written.mutations() == 0
                                        ? Done.of(
                                                record,
                                                Result.UNCHANGED,
                                                "product " + written.product() + ": nothing to change")
                                        : Done.of(record, Result.UPDATED, "product " + written.product() + " updated"));
    }

    private static Done unpublished(FeedRecord record, SyncFailure failure) {
        return new Done(record, Result.CREATED, failure.message(), Optional.of(failure));
    }

    private Uni<Done> archive(Store store, Remove remove) {
        ProductWish wish = new ProductWish(
                reference(remove.record()),
                Optional.of(remove.present()),
                FeedDecisions.with(remove.present().content(), ProductStatus.ARCHIVED),
                Set.of(ProductField.STATUS),
                false,
                Map.of());
        return writer.write(store, wish)
                .call(() -> links.archived(remove.record().recordId()))
                .map(written ->
                        Done.of(remove.record(), Result.ARCHIVED, "product " + written.product() + " archived"));
    }

    private Uni<Done> delete(Store store, Remove remove) {
        return writer.delete(store, remove.present().id())
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
