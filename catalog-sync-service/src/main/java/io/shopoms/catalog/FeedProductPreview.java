package io.shopoms.catalog;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopoms.catalog.FeedDecision.Create;
import io.shopoms.catalog.FeedDecision.LeaveAlone;
import io.shopoms.catalog.FeedDecision.Refuse;
import io.shopoms.catalog.FeedDecision.Remove;
import io.shopoms.catalog.FeedDecision.Update;
import io.shopoms.catalog.feed.config.DeletePolicy;
import io.shopoms.catalog.feed.run.FeedPreview;
import io.shopoms.catalog.feed.run.FeedRecord;
import io.shopoms.catalog.feed.run.RecordResult;
import io.shopoms.catalog.feed.run.RecordResult.Result;
import io.shopoms.catalog.product.FieldChange;
import io.shopoms.catalog.product.Product;
import io.shopoms.catalog.product.ProductDifference;
import io.shopoms.catalog.product.Variant;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Tells what a feed would do to Shopify: reads, compares, and writes nothing. */
@Singleton
class FeedProductPreview implements FeedPreview {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final FeedDecisions decisions;

    FeedProductPreview(FeedDecisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public Uni<List<RecordResult>> preview(Store store, List<FeedRecord> records) {
        return decisions
                .decide(store, records)
                .map(decided -> decided.stream().map(FeedProductPreview::told).toList());
    }

    private static RecordResult told(FeedDecision decision) {
        String key = decision.record().key();
        if (decision instanceof Create create) {
            return new RecordResult(key, Result.CREATED, "would be created: " + title(create.wanted()));
        }
        if (decision instanceof Update update) {
            ProductDifference difference = ProductDifference.between(
                    update.present().content(), update.wanted(), update.led(), update.structure());
            return difference.isEmpty()
                    ? new RecordResult(key, Result.UNCHANGED, "Shopify shows it already")
                    : new RecordResult(
                            key,
                            Result.UPDATED,
                            "the product " + update.present().id() + " would be updated",
                            Optional.empty(),
                            Optional.of(changes(difference).toString()));
        }
        if (decision instanceof Remove remove) {
            boolean delete = decision.record().deletePolicy() == DeletePolicy.DELETE;
            return new RecordResult(
                    key,
                    delete ? Result.DELETED : Result.ARCHIVED,
                    "the product " + remove.present().id() + " would be " + (delete ? "deleted" : "archived") + ": "
                            + title(remove.present().content()));
        }
        if (decision instanceof LeaveAlone alone) {
            return new RecordResult(key, Result.KEPT, alone.reason());
        }
        Refuse refuse = (Refuse) decision;
        return new RecordResult(
                key,
                Result.CONFLICT,
                refuse.failure().message(),
                Optional.of(refuse.failure().remedy()),
                Optional.empty());
    }

    private static ArrayNode changes(ProductDifference difference) {
        ArrayNode changes = JSON.createArrayNode();
        for (FieldChange change : difference.fields()) {
            ObjectNode told = changes.addObject().put("field", change.name());
            change.variant().ifPresent(values -> told.put("variant", String.join(" / ", values)));
            told.put("before", change.before().orElse(null));
            told.put("after", change.after().orElse(null));
        }
        difference.added().forEach(variant -> changes.addObject().put("variantAdded", name(variant)));
        difference.removed().forEach(variant -> changes.addObject().put("variantRemoved", name(variant)));
        return changes;
    }

    private static String name(Variant variant) {
        return String.join(" / ", variant.optionValues())
                + variant.sku().map(sku -> " (" + sku + ")").orElse("");
    }

    private static String title(Product product) {
        return product.title().orElse("without a title");
    }
}
