package io.shopoms.catalog.odoo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopoms.catalog.odoo.TemplateChange.Content;
import io.shopoms.catalog.odoo.TemplateChange.NewVariant;
import io.shopoms.catalog.odoo.TemplateChange.VariantChange;
import io.shopoms.model.ShopDomain;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.http.JsonBodies;
import io.shopoms.sync.odoo.ExternalId;
import io.shopoms.sync.odoo.OdooClient;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Writes fields and variants. The order of the steps matters: Odoo checks each record by itself, so what is to move gives
 * way first (variants are archived before they get other values, barcodes are given up before they are given to others).
 */
final class ContentWriter {

    private static final String TEMPLATE = "product.template";
    private static final String VARIANT = "product.product";
    private static final String TEMPLATE_VALUE = "product.template.attribute.value";

    /** From so many records on, a call of their own is cheaper than a part of a {@code load}. */
    private static final int SHARED = 8;

    private final OdooClient odoo;
    private final ShopDomain shop;
    private final Failures failures;
    private final Map<ShopifyId, Long> made;
    private final Writes writes;

    /** @param made collects which product was made for which variant */
    ContentWriter(OdooClient odoo, ShopDomain shop, Failures failures, Map<ShopifyId, Long> made) {
        this.odoo = odoo;
        this.shop = shop;
        this.failures = failures;
        this.made = made;
        this.writes = new Writes(odoo, failures);
    }

    private record VariantOf(long templateId, long productId) {}

    private record ValueOf(long templateId, long valueId) {}

    /** As many calls for many templates as for a few, but for attributes that go and extras that many values share. */
    Uni<Void> write(List<Content> changes) {
        return active(changes, ContentWriter::givingWay, false)
                .chain(() -> giveUpBarcodes(changes))
                .chain(() -> changeVariants(changes))
                .chain(() -> addVariants(changes))
                .chain(() -> active(changes, ContentWriter::comingBack, true))
                .chain(() -> dropLines(changes))
                .chain(() -> templates(changes))
                .chain(() -> extras(changes));
    }

    private Uni<Void> active(List<Content> changes, Function<Content, Set<Long>> which, boolean active) {
        List<VariantOf> variants = new ArrayList<>();
        for (Content change : going(changes)) {
            which.apply(change).forEach(id -> variants.add(new VariantOf(change.templateId(), id)));
        }
        ObjectNode values = JsonBodies.object().put("active", active);
        return writes.each(VARIANT, variants, VariantOf::productId, VariantOf::templateId, values);
    }

    /** No two active variants of a template may have the same values, not even for a moment. */
    private static Set<Long> givingWay(Content change) {
        Set<Long> ids = new LinkedHashSet<>(change.archived());
        ids.addAll(moving(change));
        return ids;
    }

    private static Set<Long> comingBack(Content change) {
        Set<Long> ids = new LinkedHashSet<>(moving(change));
        ids.addAll(change.activated());
        return ids;
    }

    private static List<Long> moving(Content change) {
        return change.changed().stream()
                .filter(variant -> variant.templateValues().isPresent())
                .map(VariantChange::productId)
                .toList();
    }

    private Uni<Void> giveUpBarcodes(List<Content> changes) {
        Set<String> wanted = new LinkedHashSet<>();
        for (Content change : changes) {
            change.changed().forEach(variant -> variant.values().barcode().ifPresent(wanted::add));
            change.added().forEach(variant -> variant.values().barcode().ifPresent(wanted::add));
        }
        List<VariantOf> holders = new ArrayList<>();
        for (Content change : going(changes)) {
            change.changed().stream()
                    .filter(variant -> wanted.contains(variant.heldBarcode())
                            && !variant.heldBarcode().isEmpty())
                    .forEach(variant -> holders.add(new VariantOf(change.templateId(), variant.productId())));
        }
        ObjectNode none = JsonBodies.object().put("barcode", false);
        return writes.each(VARIANT, holders, VariantOf::productId, VariantOf::templateId, none);
    }

    private Uni<Void> changeVariants(List<Content> changes) {
        Rows rows = new Rows(VARIANT);
        Map<String, Long> templates = new HashMap<>();
        for (Content change : going(changes)) {
            for (VariantChange variant : change.changed()) {
                Map<String, Object> cells = new LinkedHashMap<>(Names.cells(variant.values()));
                variant.templateValues()
                        .ifPresent(ids -> cells.put("product_template_attribute_value_ids/.id", Names.ids(ids)));
                String id = Long.toString(variant.productId());
                rows.add(".id", id, cells);
                templates.put(id, change.templateId());
            }
        }
        return writes.upsert(rows, templates);
    }

    private Uni<Void> addVariants(List<Content> changes) {
        Rows rows = new Rows(VARIANT);
        Map<String, Long> templates = new HashMap<>();
        Map<String, ShopifyId> variants = new HashMap<>();
        for (Content change : going(changes)) {
            for (NewVariant variant : change.added()) {
                Map<String, Object> cells = new LinkedHashMap<>();
                cells.put("product_tmpl_id/.id", Long.toString(change.templateId()));
                cells.put("product_template_attribute_value_ids/.id", Names.ids(variant.templateValues()));
                cells.putAll(Names.cells(variant.values()));
                // Another external id for a variant that is made once more for another template.
                String id = ExternalId.of(shop, "variant", variant.variant() + "_" + change.templateId())
                        .toString();
                rows.add("id", id, cells);
                templates.put(id, change.templateId());
                variants.put(id, variant.variant());
            }
        }
        return writes.createAbsent(rows, templates, loaded -> made.put(variants.get(loaded.externalId()), loaded.id()));
    }

    private Uni<Void> dropLines(List<Content> changes) {
        List<Content> dropping = going(changes).stream()
                .filter(change -> !change.droppedLines().isEmpty())
                .toList();
        return Multi.createFrom()
                .iterable(dropping)
                .onItem()
                .transformToUniAndConcatenate(change -> failures.guard(
                        change.templateId(),
                        odoo.call("product.template.attribute.line", "unlink", ids(change.droppedLines()))
                                .replaceWithVoid()))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private Uni<Void> templates(List<Content> changes) {
        List<Content> changing = going(changes).stream()
                .filter(change -> !change.values().isEmpty())
                .toList();
        return Names.of(odoo, changing.stream().map(Content::values).toList()).chain(names -> {
            Rows rows = new Rows(TEMPLATE);
            Map<String, Long> templates = new HashMap<>();
            for (Content change : changing) {
                String id = Long.toString(change.templateId());
                rows.add(".id", id, names.cells(change.values()));
                templates.put(id, change.templateId());
            }
            return writes.upsert(rows, templates);
        });
    }

    /** Many values with the same extra are one {@code write}, which is ten times as fast as a {@code load} of them. */
    private Uni<Void> extras(List<Content> changes) {
        Map<BigDecimal, List<ValueOf>> byExtra = new TreeMap<>();
        for (Content change : going(changes)) {
            change.extras()
                    .forEach((value, extra) -> byExtra.computeIfAbsent(extra, amount -> new ArrayList<>())
                            .add(new ValueOf(change.templateId(), value)));
        }
        Rows rare = new Rows(TEMPLATE_VALUE);
        Map<String, Long> templates = new HashMap<>();
        List<Uni<Void>> shared = new ArrayList<>();
        byExtra.forEach((extra, values) -> {
            if (values.size() >= SHARED) {
                ObjectNode price = JsonBodies.object().put("price_extra", extra);
                shared.add(writes.each(TEMPLATE_VALUE, values, ValueOf::valueId, ValueOf::templateId, price));
                return;
            }
            for (ValueOf value : values) {
                String id = Long.toString(value.valueId());
                rare.add(".id", id, Map.of("price_extra", extra));
                templates.put(id, value.templateId());
            }
        });
        return Multi.createFrom()
                .iterable(shared)
                .onItem()
                .transformToUniAndConcatenate(write -> write)
                .collect()
                .asList()
                .chain(() -> writes.upsert(rare, templates));
    }

    /** A template that failed at one step takes no further ones. */
    private List<Content> going(List<Content> changes) {
        return changes.stream()
                .filter(change -> !failures.has(change.templateId()))
                .toList();
    }

    private static ObjectNode ids(List<Long> ids) {
        ObjectNode arguments = JsonBodies.object();
        arguments.set("ids", JsonBodies.tree(ids));
        return arguments;
    }
}
