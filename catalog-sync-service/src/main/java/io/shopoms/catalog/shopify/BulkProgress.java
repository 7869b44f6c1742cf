package io.shopoms.catalog.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.catalog.shopify.ShopifyBulkWriter.Result;
import io.shopoms.catalog.shopify.ShopifyMutations.Call;
import io.shopoms.catalog.shopify.ShopifyWriter.Written;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.failure.SyncFailure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What is known of each product of a bulk run so far. Calls of several products at once touch different results. */
final class BulkProgress {

    private final List<ProductWish> wishes;
    private final List<Line> lines = new ArrayList<>();
    private final Result[] results;
    private final Set<Integer> unknown = new TreeSet<>();

    BulkProgress(List<ProductWish> wishes) {
        this.wishes = wishes;
        this.results = new Result[wishes.size()];
    }

    /** A line of a file: a step of the wish with this index. */
    record Line(int wish, ShopifyStep step, Call call) {}

    ProductWish wish(int i) {
        return wishes.get(i);
    }

    void plan(int i, List<ShopifyStep> steps) {
        if (steps.stream().anyMatch(ShopifyMutations::takesLong)) {
            // A line's answer would tell no more than that Shopify has begun.
            unknown.add(i);
            return;
        }
        steps.forEach(step -> lines.add(new Line(i, step, ShopifyMutations.call(step))));
        wish(i).present()
                .ifPresent(present ->
                        results[i] = Result.of(new Written(present.id(), false, steps.size(), Optional.empty())));
    }

    List<Line> lines() {
        return List.copyOf(lines);
    }

    /** The products of the lines. */
    Set<Integer> changing() {
        return lines.stream().map(Line::wish).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The first failure of a product is the one that is told. */
    void fail(int i, SyncFailure failure) {
        if (results[i] == null || results[i].failure().isEmpty()) {
            results[i] = Result.of(failure);
        }
    }

    /** @param payload empty if nothing is known of the line */
    void answered(Line line, Optional<JsonNode> payload) {
        if (payload.isEmpty() || !payload.get().isObject()) {
            unknown.add(line.wish());
            return;
        }
        try {
            Optional<ShopifyId> product =
                    ShopifyMutations.product(ShopifyMutations.accepted(line.step(), payload.get()));
            if (wish(line.wish()).present().isEmpty()) {
                product.ifPresentOrElse(
                        id -> results[line.wish()] = Result.of(new Written(id, true, 1, Optional.empty())),
                        () -> unknown.add(line.wish()));
            }
        } catch (RefusedException e) {
            if (e.isTakenHandle()) {
                // Perhaps by an earlier try of the same creation: the single way finds out.
                unknown.add(line.wish());
            } else {
                fail(line.wish(), e.forCaller().failure());
            }
        }
    }

    /** Products whose creation for their record is known, by reference. */
    Map<String, ShopifyId> created() {
        Map<String, ShopifyId> created = new HashMap<>();
        for (int i = 0; i < results.length; i++) {
            if (results[i] != null && !unknown.contains(i)) {
                boolean own = wish(i).present().isEmpty() || wish(i).isOverOwn();
                String reference = wish(i).reference();
                results[i]
                        .written()
                        .filter(written -> own)
                        .ifPresent(written -> created.put(reference, written.product()));
            }
        }
        return created;
    }

    /** @param tried what became of it, by reference */
    void published(Map<String, Optional<SyncFailure>> tried) {
        for (int i = 0; i < results.length; i++) {
            String reference = wish(i).reference();
            if (results[i] != null && tried.containsKey(reference)) {
                results[i] = new Result(
                        results[i].written().map(written -> written.with(reference, tried)), results[i].failure());
            }
        }
    }

    /** Wishes that must be looked at by themselves. */
    List<Integer> open() {
        return unknown.stream()
                .filter(i -> results[i] == null || results[i].failure().isEmpty())
                .toList();
    }

    void finish(int i, Result result) {
        results[i] = result;
    }

    List<Result> results() {
        return Arrays.asList(results);
    }
}
