package io.shopoms.catalog.odoo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopoms.sync.odoo.Load;
import io.shopoms.sync.odoo.LoadResult;
import io.shopoms.sync.odoo.LoadResult.Loaded;
import io.shopoms.sync.odoo.LoadResult.NotLoaded;
import io.shopoms.sync.odoo.OdooClient;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** Writes records of several templates in one call; if Odoo refuses it, one by one, so that it says which one it means. */
final class Writes {

    private final OdooClient odoo;
    private final Failures failures;

    Writes(OdooClient odoo, Failures failures) {
        this.odoo = odoo;
        this.failures = failures;
    }

    /** The same values to all records. */
    <T> Uni<Void> each(
            String model, List<T> records, Function<T, Long> id, Function<T, Long> template, ObjectNode values) {
        if (records.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return odoo.write(model, records.stream().map(id).toList(), values)
                .onFailure(Failures::concernsRecords)
                .recoverWithUni(failure -> Multi.createFrom()
                        .iterable(records)
                        .onItem()
                        .transformToUniAndConcatenate(record -> failures.guard(
                                template.apply(record), odoo.write(model, List.of(id.apply(record)), values)))
                        .collect()
                        .asList()
                        .replaceWithVoid());
    }

    /** The same values to templates themselves. */
    Uni<Void> each(String model, List<Long> templates, Function<Long, Long> id, ObjectNode values) {
        return each(model, templates, id, id, values);
    }

    /** @param templates to which template each record belongs */
    Uni<Void> upsert(Rows rows, Map<String, Long> templates) {
        return loadAll(rows.loads(), odoo::upsertEach, templates, loaded -> {});
    }

    /**
     * @param templates to which template each record belongs
     * @param made told of each record that is in Odoo now
     */
    Uni<Void> createAbsent(Rows rows, Map<String, Long> templates, Consumer<Loaded> made) {
        return loadAll(rows.loads(), odoo::createAbsentEach, templates, made);
    }

    private Uni<Void> loadAll(
            List<Load> loads,
            Function<Load, Uni<List<LoadResult>>> way,
            Map<String, Long> templates,
            Consumer<Loaded> made) {
        return Multi.createFrom()
                .iterable(loads)
                .onItem()
                .transformToUniAndConcatenate(way::apply)
                .onItem()
                .<LoadResult>disjoint()
                .invoke(result -> {
                    refused(result, templates.get(result.externalId()), failures);
                    if (result instanceof Loaded loaded) {
                        made.accept(loaded);
                    }
                })
                .collect()
                .asList()
                .replaceWithVoid();
    }

    static void refused(LoadResult result, long templateId, Failures failures) {
        if (result instanceof NotLoaded notLoaded) {
            failures.add(templateId, notLoaded.failure());
        }
    }
}
