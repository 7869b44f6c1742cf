package io.shopoms.catalog.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.catalog.shopify.ShopifyMutations.Call;
import io.shopoms.catalog.shopify.ShopifyWriter.Written;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.failure.SyncFailure;
import io.shopoms.sync.failure.SyncFailure.TransientFailure;
import io.shopoms.sync.failure.SyncFailureException;
import io.shopoms.sync.failure.UnexpectedFailures;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes many products. A few are written one by one; more are uploaded as files, one for each kind of mutation, and each
 * line's answer is read back. A product of which a line's answer is missing is looked at and written by itself.
 */
@ApplicationScoped
public class ShopifyBulkWriter {

    /** Products of one file: it and its answers fit into a few megabytes. */
    private static final int AT_ONCE = 500;

    /** A wrong product is no reason to try it again and again here: its caller decides. */
    private static final int PATIENCE = 1;

    private final ShopifyWriter writer;
    private final ShopifyProducts products;
    private final BulkUpload upload;
    private final ProductPublisher publisher;
    private final ShopifyCatalogSettings settings;

    ShopifyBulkWriter(
            ShopifyWriter writer,
            ShopifyProducts products,
            BulkUpload upload,
            ProductPublisher publisher,
            ShopifyCatalogSettings settings) {
        this.writer = writer;
        this.products = products;
        this.upload = upload;
        this.publisher = publisher;
        this.settings = settings;
    }

    /** What became of one product: exactly one of both is there. */
    public record Result(Optional<Written> written, Optional<SyncFailure> failure) {

        static Result of(Written written) {
            return new Result(Optional.of(written), Optional.empty());
        }

        static Result of(SyncFailure failure) {
            return new Result(Optional.empty(), Optional.of(failure));
        }
    }

    /**
     * Writes products, each on its own: one that fails changes nothing for the others.
     *
     * @return a result for each wish, in their order
     */
    public Uni<List<Result>> write(Store store, List<ProductWish> wishes) {
        if (settings.uploadAbove() <= 0 || wishes.size() <= settings.uploadAbove()) {
            return singly(store, wishes);
        }
        List<List<ProductWish>> parts = new ArrayList<>();
        for (int from = 0; from < wishes.size(); from += AT_ONCE) {
            parts.add(wishes.subList(from, Math.min(wishes.size(), from + AT_ONCE)));
        }
        return Multi.createFrom()
                .iterable(parts)
                .onItem()
                .transformToUniAndConcatenate(part -> bulk(store, part))
                .onItem()
                .<Result>disjoint()
                .collect()
                .asList();
    }

    private Uni<List<Result>> singly(Store store, List<ProductWish> wishes) {
        return Multi.createFrom()
                .iterable(wishes)
                .onItem()
                .transformToUniAndConcatenate(wish -> single(store, wish))
                .collect()
                .asList();
    }

    private Uni<Result> single(Store store, ProductWish wish) {
        return writer.write(store, wish)
                .map(Result::of)
                .onFailure()
                .recoverWithItem(e -> Result.of(UnexpectedFailures.of(e, PATIENCE, PATIENCE + 1)));
    }

    private Uni<List<Result>> bulk(Store store, List<ProductWish> wishes) {
        BulkProgress progress = new BulkProgress(wishes);
        return Multi.createFrom()
                .range(0, wishes.size())
                .onItem()
                .transformToUniAndConcatenate(i -> prepare(store, progress, i))
                .collect()
                .asList()
                .chain(() -> files(store, progress))
                .chain(() -> publisher.publish(store, progress.created()))
                .invoke(progress::published)
                .chain(() -> again(store, progress));
    }

    private Uni<Boolean> prepare(Store store, BulkProgress progress, int i) {
        ProductWish wish = progress.wish(i);
        return Uni.createFrom()
                .deferred(() -> {
                    ShopifyWriter.check(wish);
                    return wish.present().isPresent()
                            ? Uni.createFrom().item(ShopifyPlan.of(wish).steps())
                            : writer.handle(store, wish)
                                    .map(handle -> List.<ShopifyStep>of(ShopifyWriter.creation(wish, handle)));
                })
                .invoke(steps -> progress.plan(i, steps))
                .replaceWith(true)
                .onFailure(SyncFailureException.class)
                .recoverWithItem(e -> {
                    progress.fail(i, ((SyncFailureException) e).failure());
                    return false;
                });
    }

    /** A file for each kind of mutation, one after the other. */
    private Uni<Void> files(Store store, BulkProgress progress) {
        Map<String, List<BulkProgress.Line>> byDocument = new LinkedHashMap<>();
        progress.lines()
                .forEach(line -> byDocument
                        .computeIfAbsent(line.call().document().name(), name -> new ArrayList<>())
                        .add(line));
        return Multi.createFrom()
                .iterable(byDocument.values())
                .onItem()
                .transformToUniAndConcatenate(lines -> file(store, progress, lines))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private Uni<Boolean> file(Store store, BulkProgress progress, List<BulkProgress.Line> lines) {
        Call first = lines.get(0).call();
        return upload.run(
                        store,
                        first.document(),
                        lines.stream().map(line -> line.call().variables()).toList())
                .invoke(answers -> {
                    for (int i = 0; i < lines.size(); i++) {
                        JsonNode data = answers.get(i);
                        progress.answered(
                                lines.get(i), Optional.ofNullable(data).map(told -> told.path(first.payload())));
                    }
                })
                .replaceWith(true)
                // No file, no operation, or no answer: each product is then looked at by itself.
                .onFailure(SyncFailureException.class)
                .recoverWithItem(e -> {
                    lines.forEach(line -> progress.answered(line, Optional.empty()));
                    return false;
                });
    }

    /** Products of which something is not known are written singly, from what Shopify has by now. */
    private Uni<List<Result>> again(Store store, BulkProgress progress) {
        List<Integer> open = progress.open();
        List<ShopifyId> present = open.stream()
                .flatMap(i -> progress.wish(i).present().stream())
                .map(ShopifyProduct::id)
                .toList();
        Uni<Map<ShopifyId, ShopifyProduct>> read =
                present.isEmpty() ? Uni.createFrom().item(Map.of()) : products.read(store, present);
        return read.chain(found -> Multi.createFrom()
                        .iterable(open)
                        .onItem()
                        .transformToUniAndConcatenate(i -> fresh(progress.wish(i), found)
                                .map(wish -> single(store, wish))
                                .orElseGet(() -> Uni.createFrom().item(gone()))
                                .invoke(result -> progress.finish(i, result)))
                        .collect()
                        .asList())
                .map(done -> progress.results());
    }

    private static Optional<ProductWish> fresh(ProductWish wish, Map<ShopifyId, ShopifyProduct> found) {
        return wish.present().isEmpty()
                ? Optional.of(wish)
                : Optional.ofNullable(found.get(wish.present().get().id())).map(wish::over);
    }

    private static Result gone() {
        return Result.of(new TransientFailure("the product was deleted in Shopify meanwhile"));
    }
}
