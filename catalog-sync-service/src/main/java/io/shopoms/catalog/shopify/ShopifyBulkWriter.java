package io.shopoms.catalog.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.catalog.shopify.ShopifyMutations.Call;
import io.shopoms.catalog.shopify.ShopifyWriter.Written;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.failure.SyncFailure;
import io.shopoms.sync.failure.SyncFailure.RejectedByTarget;
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
import java.util.Set;

/**
 * Writes many products. A few are written by calls of their own, some at once; more are uploaded as files, one for each kind
 * of mutation, and each line's answer is read back. A product of which a line's answer is missing is looked at and written by
 * itself. Where nothing is known of many, they fail as transient: the next try finds out with a few calls what became of
 * them.
 */
@ApplicationScoped
public class ShopifyBulkWriter {

    /** Products of one file: it and its answers fit into a few megabytes. */
    private static final int AT_ONCE = 500;

    /** Products that are written by calls of their own at once; Shopify's throttle is the real limit. */
    private static final int SINGLES_AT_ONCE = 4;

    private static final SyncFailure UNTOLD =
            new TransientFailure("Shopify's bulk operation told nothing of the product");

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
        if (isFew(wishes.size())) {
            return atOnce(wishes.stream().map(wish -> single(store, wish)).toList());
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

    private boolean isFew(int products) {
        return settings.uploadAbove() <= 0 || products <= settings.uploadAbove();
    }

    /** In the order of {@code each}, whichever is through first. */
    private static <T> Uni<List<T>> atOnce(List<Uni<T>> each) {
        return each.isEmpty()
                ? Uni.createFrom().item(List.of())
                : Uni.join().all(each).usingConcurrencyOf(SINGLES_AT_ONCE).andFailFast();
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
                .chain(() -> {
                    Set<Integer> changing = progress.changing();
                    return isFew(changing.size()) ? singly(store, progress, changing) : files(store, progress);
                })
                .chain(() -> publisher.publish(store, progress.created()))
                .invoke(progress::published)
                .chain(() -> again(store, progress));
    }

    /** It turned out that only a few of them need anything. */
    private Uni<Void> singly(Store store, BulkProgress progress, Set<Integer> changing) {
        return atOnce(changing.stream()
                        .map(i -> single(store, progress.wish(i)).invoke(result -> progress.finish(i, result)))
                        .toList())
                .replaceWithVoid();
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
                .invoke(answers -> take(progress, lines, answers))
                .replaceWith(true)
                .onFailure(SyncFailureException.class)
                .recoverWithItem(e -> {
                    withoutOperation(progress, lines, ((SyncFailureException) e).failure());
                    return false;
                });
    }

    private void take(BulkProgress progress, List<BulkProgress.Line> lines, Map<Integer, JsonNode> answers) {
        boolean most = !isFew(lines.size() - answers.size());
        for (int i = 0; i < lines.size(); i++) {
            BulkProgress.Line line = lines.get(i);
            Optional<JsonNode> told = Optional.ofNullable(answers.get(i))
                    .map(data -> data.path(line.call().payload()));
            if (told.isEmpty() && most) {
                progress.fail(line.wish(), UNTOLD);
            } else {
                progress.answered(line, told);
            }
        }
    }

    /**
     * A store that takes no bulk operations takes products one by one. Any other failure would hit those as well, and leaves
     * open what became of the operation: what it has created by the next try is found then.
     */
    private static void withoutOperation(BulkProgress progress, List<BulkProgress.Line> lines, SyncFailure failure) {
        for (BulkProgress.Line line : lines) {
            if (failure instanceof RejectedByTarget) {
                progress.answered(line, Optional.empty());
            } else {
                progress.fail(line.wish(), failure);
            }
        }
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
        return read.chain(found -> atOnce(open.stream()
                        .map(i -> fresh(progress.wish(i), found)
                                .map(wish -> single(store, wish))
                                .orElseGet(() -> Uni.createFrom().item(gone()))
                                .invoke(result -> progress.finish(i, result)))
                        .toList()))
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
