package io.shopoms.catalog.odoo;

import io.shopoms.catalog.odoo.TemplateDraft.DraftAttribute;
import io.shopoms.catalog.odoo.Vocabulary.ValueName;
import io.shopoms.model.ShopDomain;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.odoo.ExternalId;
import io.shopoms.sync.odoo.Load;
import io.shopoms.sync.odoo.LoadResult;
import io.shopoms.sync.odoo.OdooClient;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes templates that do not exist yet, all of a batch in one or two calls, besides those for the names they use. */
@Singleton
public class TemplateCreation {

    static final String LINE_ID = "attribute_line_ids/id";
    private static final String LINE_ATTRIBUTE = "attribute_line_ids/attribute_id/.id";
    private static final String LINE_VALUES = "attribute_line_ids/value_ids/.id";

    /** One result for each draft, by the Shopify id. A template that exists stays as it is. */
    public Uni<Map<Long, LoadResult>> ensure(OdooClient odoo, ShopDomain shop, List<TemplateDraft> drafts) {
        if (drafts.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        Uni<Names> names =
                Names.of(odoo, drafts.stream().map(TemplateDraft::values).toList());
        Uni<Attributes> attributes = attributes(odoo, drafts);
        return Uni.combine()
                .all()
                .unis(names, attributes)
                .with((known, offered) -> new Tables(shop, known, offered.ids(), offered.values()))
                .chain(tables -> load(odoo, tables.of(drafts)))
                .map(results -> byProduct(shop, drafts, results));
    }

    /** The external id of a product's template. */
    public static ExternalId externalId(ShopDomain shop, ShopifyId product) {
        return ExternalId.of(shop, "product", product);
    }

    private record Attributes(Map<String, Long> ids, Map<ValueName, Long> values) {}

    private static Uni<Attributes> attributes(OdooClient odoo, List<TemplateDraft> drafts) {
        List<DraftAttribute> wanted =
                drafts.stream().flatMap(draft -> draft.attributes().stream()).toList();
        return Vocabulary.attributes(
                        odoo, wanted.stream().map(DraftAttribute::name).toList())
                .chain(ids -> Vocabulary.values(
                                odoo,
                                wanted.stream()
                                        .flatMap(attribute -> attribute.values().stream()
                                                .map(value -> new ValueName(ids.get(attribute.name()), value)))
                                        .toList())
                        .map(values -> new Attributes(ids, values)));
    }

    private static Uni<List<LoadResult>> load(OdooClient odoo, List<Load> tables) {
        return Multi.createFrom()
                .iterable(tables)
                .onItem()
                .transformToUniAndConcatenate(odoo::createAbsentEach)
                .onItem()
                .<LoadResult>disjoint()
                .collect()
                .asList();
    }

    private static Map<Long, LoadResult> byProduct(
            ShopDomain shop, List<TemplateDraft> drafts, List<LoadResult> results) {
        Map<String, LoadResult> byName = new HashMap<>();
        results.forEach(result -> byName.put(result.externalId(), result));
        Map<Long, LoadResult> byProduct = new HashMap<>();
        for (TemplateDraft draft : drafts) {
            byProduct.put(
                    draft.product().value(),
                    byName.get(externalId(shop, draft.product()).toString()));
        }
        return byProduct;
    }

    /** The tables to load: those with attributes have rows for each of them. */
    private record Tables(ShopDomain shop, Names names, Map<String, Long> attributes, Map<ValueName, Long> values) {

        List<Load> of(List<TemplateDraft> drafts) {
            Map<List<String>, List<List<Object>>> tables = new LinkedHashMap<>();
            for (TemplateDraft draft : drafts) {
                Map<String, Object> cells = new LinkedHashMap<>(names.cells(draft.values()));
                cells.putAll(Names.cells(draft.only()));
                List<String> columns = new ArrayList<>(List.of("id"));
                columns.addAll(cells.keySet());
                if (!draft.attributes().isEmpty()) {
                    columns.addAll(List.of(LINE_ID, LINE_ATTRIBUTE, LINE_VALUES));
                }
                tables.computeIfAbsent(columns, names -> new ArrayList<>()).addAll(rows(draft, cells));
            }
            return tables.entrySet().stream()
                    .map(table -> new Load("product.template", table.getKey(), table.getValue()))
                    .toList();
        }

        private List<List<Object>> rows(TemplateDraft draft, Map<String, Object> cells) {
            List<Object> first =
                    new ArrayList<>(List.of(externalId(shop, draft.product()).toString()));
            first.addAll(cells.values());
            List<Object> further = Collections.nCopies(first.size(), "");
            List<List<Object>> rows = new ArrayList<>();
            for (DraftAttribute attribute : draft.attributes()) {
                List<Object> row = new ArrayList<>(rows.isEmpty() ? first : further);
                row.addAll(line(draft, attribute));
                rows.add(row);
            }
            return rows.isEmpty() ? List.of(first) : rows;
        }

        private List<Object> line(TemplateDraft draft, DraftAttribute attribute) {
            long id = attributes.get(attribute.name());
            return List.of(
                    ExternalId.of(shop, "attributeline", draft.product() + "_" + id)
                            .toString(),
                    Long.toString(id),
                    Names.ids(attribute.values().stream()
                            .map(value -> values.get(new ValueName(id, value)))
                            .toList()));
        }
    }
}
