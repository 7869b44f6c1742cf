package io.shopoms.catalog.odoo;

import io.shopoms.catalog.odoo.TemplateChange.Structure;
import io.shopoms.catalog.odoo.TemplateChange.WantedLine;
import io.shopoms.catalog.odoo.Vocabulary.ValueName;
import io.shopoms.model.ShopDomain;
import io.shopoms.sync.http.JsonBodies;
import io.shopoms.sync.odoo.ExternalId;
import io.shopoms.sync.odoo.Load;
import io.shopoms.sync.odoo.LoadResult.Loaded;
import io.shopoms.sync.odoo.OdooClient;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Gives templates the attributes and values that they lack. A new attribute comes with one value first, and with the others
 * afterwards: Odoo then gives the one to all variants, and they stay; with several at once it would replace every variant.
 */
final class StructureWriter {

    private static final String LINE = "product.template.attribute.line";

    private final OdooClient odoo;
    private final ShopDomain shop;
    private final Failures failures;

    StructureWriter(OdooClient odoo, ShopDomain shop, Failures failures) {
        this.odoo = odoo;
        this.shop = shop;
        this.failures = failures;
    }

    private record Line(long templateId, WantedLine wanted, long attributeId) {}

    Uni<Void> write(List<Structure> changes) {
        List<Long> revived = changes.stream()
                .filter(Structure::revive)
                .map(Structure::templateId)
                .toList();
        return new Writes(odoo, failures)
                .each("product.template", revived, id -> id, JsonBodies.object().put("active", true))
                .chain(() -> attributes(changes))
                .chain(this::lines);
    }

    private Uni<List<Line>> attributes(List<Structure> changes) {
        List<String> unknown = changes.stream()
                .flatMap(change -> change.lines().stream())
                .filter(line -> line.attributeId().isEmpty())
                .map(WantedLine::attribute)
                .toList();
        return Vocabulary.attributes(odoo, unknown).map(ids -> {
            List<Line> lines = new ArrayList<>();
            for (Structure change : changes) {
                change.lines()
                        .forEach(line -> lines.add(new Line(
                                change.templateId(),
                                line,
                                line.attributeId().orElseGet(() -> ids.get(line.attribute())))));
            }
            return lines;
        });
    }

    private Uni<Void> lines(List<Line> lines) {
        List<ValueName> names = lines.stream()
                .flatMap(
                        line -> line.wanted().missing().stream().map(value -> new ValueName(line.attributeId(), value)))
                .toList();
        return Vocabulary.values(odoo, names)
                .chain(values -> newLines(lines, values).chain(made -> longer(lines, values, made)));
    }

    /** Attributes that the templates lack, each with its first value. Answers the ids of the lines. */
    private Uni<Map<Line, Long>> newLines(List<Line> lines, Map<ValueName, Long> values) {
        List<Line> absent =
                lines.stream().filter(line -> line.wanted().lineId().isEmpty()).toList();
        if (absent.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        List<List<Object>> rows = absent.stream()
                .<List<Object>>map(line -> List.of(
                        ExternalId.of(shop, "attributeline", "template_" + line.templateId() + "_" + line.attributeId())
                                .toString(),
                        Long.toString(line.templateId()),
                        Long.toString(line.attributeId()),
                        valueIds(line, values).get(0).toString()))
                .toList();
        Load load = new Load(LINE, List.of("id", "product_tmpl_id/.id", "attribute_id/.id", "value_ids/.id"), rows);
        return odoo.createAbsentEach(load).map(results -> {
            Map<Line, Long> made = new HashMap<>();
            for (int i = 0; i < absent.size(); i++) {
                if (results.get(i) instanceof Loaded loaded) {
                    made.put(absent.get(i), loaded.id());
                } else {
                    Writes.refused(results.get(i), absent.get(i).templateId(), failures);
                }
            }
            return made;
        });
    }

    private Uni<Void> longer(List<Line> lines, Map<ValueName, Long> values, Map<Line, Long> made) {
        Rows rows = new Rows(LINE);
        Map<String, Long> templates = new HashMap<>();
        for (Line line : lines) {
            List<Long> all = valueIds(line, values);
            Long id = line.wanted().lineId().orElse(made.get(line));
            if (id != null && !failures.has(line.templateId())) {
                Map<String, Object> cells = new LinkedHashMap<>();
                cells.put("value_ids/.id", Names.ids(all));
                if (made.containsKey(line)) {
                    // It may have been there before, and be archived.
                    cells.put("active", "1");
                }
                rows.add(".id", id.toString(), cells);
                templates.put(id.toString(), line.templateId());
            }
        }
        return new Writes(odoo, failures).upsert(rows, templates);
    }

    private static List<Long> valueIds(Line line, Map<ValueName, Long> values) {
        return Stream.concat(
                        line.wanted().present().stream(),
                        line.wanted().missing().stream()
                                .map(value -> values.get(new ValueName(line.attributeId(), value))))
                .distinct()
                .toList();
    }
}
