package io.shopoms.sync.odoo;

import io.shopoms.sync.failure.SyncFailure;
import io.shopoms.sync.failure.SyncFailure.Misconfigured;
import io.shopoms.sync.failure.SyncFailure.TransientFailure;
import io.shopoms.sync.failure.SyncFailureException;
import io.shopoms.sync.odoo.LoadResult.Loaded;
import io.shopoms.sync.odoo.LoadResult.NotLoaded;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Loads a table so that one bad record never fails its neighbours, although Odoo takes or refuses a table as a whole:
 * the records that Odoo's messages name are tried alone, the others together; a table refused without names is halved.
 */
final class LoadEach {

    private final Function<Load, Uni<List<Long>>> load;

    LoadEach(Function<Load, Uni<List<Long>>> load) {
        this.load = load;
    }

    /** The results in the order of the records. Fails if the whole table failed for a reason that concerns no record. */
    Uni<List<LoadResult>> results(Load table) {
        return attempt(table)
                .onItemOrFailure()
                .transformToUni((results, failure) -> {
                    if (failure == null) {
                        return Uni.createFrom().item(results);
                    }
                    return concernsRecords(failure)
                            ? parts(table, failure)
                            : Uni.createFrom().failure(failure);
                })
                .map(results -> inOrder(table, results));
    }

    private Uni<List<LoadResult>> attempt(Load table) {
        return load.apply(table).map(ids -> {
            List<LoadResult> loaded = new ArrayList<>();
            for (int i = 0; i < ids.size(); i++) {
                loaded.add(new Loaded(table.externalIds().get(i), ids.get(i)));
            }
            return loaded;
        });
    }

    private Uni<List<LoadResult>> partResults(Load part) {
        return attempt(part)
                .onFailure(SyncFailureException.class)
                .recoverWithUni(failure -> concernsRecords(failure) ? parts(part, failure) : failed(part, failure));
    }

    private Uni<List<LoadResult>> parts(Load table, Throwable refused) {
        List<String> records = table.externalIds();
        if (records.size() == 1) {
            return failed(table, refused);
        }
        List<Load> parts = new ArrayList<>();
        Set<String> named = named(refused);
        if (named.isEmpty() || named.size() == records.size()) {
            int half = records.size() / 2;
            parts.add(table.only(Set.copyOf(records.subList(0, half))));
            parts.add(table.only(Set.copyOf(records.subList(half, records.size()))));
        } else {
            Set<String> others = new LinkedHashSet<>(records);
            others.removeAll(named);
            parts.add(table.only(others));
            named.forEach(record -> parts.add(table.only(Set.of(record))));
        }
        return Multi.createFrom()
                .iterable(parts)
                .onItem()
                .transformToUniAndConcatenate(this::partResults)
                .onItem()
                .<LoadResult>disjoint()
                .collect()
                .asList();
    }

    private static boolean concernsRecords(Throwable failure) {
        return failure instanceof SyncFailureException e
                && !(e.failure() instanceof TransientFailure)
                && !(e.failure() instanceof Misconfigured);
    }

    private static Set<String> named(Throwable refused) {
        return refused.getCause() instanceof LoadRefusedException load ? load.externalIds() : Set.of();
    }

    private static Uni<List<LoadResult>> failed(Load part, Throwable failure) {
        SyncFailure why = ((SyncFailureException) failure).failure();
        return Uni.createFrom()
                .item(part.externalIds().stream()
                        .<LoadResult>map(record -> new NotLoaded(record, why))
                        .toList());
    }

    private static List<LoadResult> inOrder(Load table, List<LoadResult> results) {
        Map<String, LoadResult> byRecord = new HashMap<>();
        results.forEach(result -> byRecord.put(result.externalId(), result));
        return table.externalIds().stream().map(byRecord::get).toList();
    }
}
