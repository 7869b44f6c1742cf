package io.shopoms.catalog.odoo;

import static io.shopoms.catalog.odoo.OdooValue.flag;
import static io.shopoms.catalog.odoo.OdooValue.id;
import static io.shopoms.catalog.odoo.OdooValue.number;
import static io.shopoms.catalog.odoo.OdooValue.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopoms.catalog.odoo.OdooProduct.AttributeLine;
import io.shopoms.catalog.odoo.OdooProduct.TemplateFields;
import io.shopoms.catalog.odoo.OdooProduct.TemplateValue;
import io.shopoms.catalog.odoo.TemplateDraft.DraftAttribute;
import io.shopoms.catalog.product.ProductStatus;
import io.shopoms.sync.http.JsonBodies;
import io.shopoms.sync.odoo.Domain;
import io.shopoms.sync.odoo.OdooClient;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Templates that were made a moment ago and have no variants yet. Of them only the ids of their values are unknown, which
 * cost far less than all that hangs on a template. Their own fields are believed to be as drafted: once their variants are
 * made, they are read whole.
 */
final class MadeTemplates {

    private MadeTemplates() {}

    /** Those that have no variants, and attributes and values exactly as drafted, by id; nothing is said of the others. */
    static Uni<Map<Long, OdooProduct>> read(OdooClient odoo, Map<Long, TemplateDraft> drafts) {
        ObjectNode arguments = JsonBodies.object();
        arguments.set(
                "domain",
                JsonBodies.tree(Domain.where("product_tmpl_id", "in", List.copyOf(drafts.keySet()))
                        .conditions()));
        arguments.set("specification", TemplateSpecification.VALUES.deepCopy());
        arguments.putObject("context").put("active_test", false);
        return odoo.call("product.template.attribute.value", "web_search_read", arguments)
                .map(answer -> {
                    Map<Long, Map<Long, AttributeLine>> lines = lines(answer.path("records"));
                    Map<Long, OdooProduct> templates = new HashMap<>();
                    drafts.forEach((id, draft) -> {
                        Collection<AttributeLine> held =
                                lines.getOrDefault(id, Map.of()).values();
                        if (asDrafted(held, draft)) {
                            templates.put(id, template(id, draft, List.copyOf(held)));
                        }
                    });
                    return templates;
                });
    }

    /** The lines of each template, by their ids. */
    private static Map<Long, Map<Long, AttributeLine>> lines(JsonNode values) {
        Map<Long, Map<Long, AttributeLine>> lines = new HashMap<>();
        for (JsonNode value : values) {
            JsonNode attribute = value.path("attribute_id");
            JsonNode name = value.path("product_attribute_value_id");
            long line = id(value.path("attribute_line_id"));
            TemplateValue one = new TemplateValue(
                    value.path("id").asLong(),
                    name.path("id").asLong(),
                    text(name, "name"),
                    number(value, "price_extra"),
                    unused(value));
            lines.computeIfAbsent(id(value.path("product_tmpl_id")), template -> new LinkedHashMap<>())
                    .merge(
                            line,
                            new AttributeLine(
                                    line, attribute.path("id").asLong(), text(attribute, "name"), List.of(one)),
                            MadeTemplates::together);
        }
        return lines;
    }

    /** Whether the value can be chosen for variants that are made, and none has it, archived or not. */
    private static boolean unused(JsonNode value) {
        return flag(value, "ptav_active")
                && text(value.path("attribute_id"), "create_variant").equals(Vocabulary.DYNAMIC)
                && value.path("ptav_product_variant_ids").isEmpty();
    }

    private static AttributeLine together(AttributeLine line, AttributeLine other) {
        List<TemplateValue> values = new ArrayList<>(line.values());
        values.addAll(other.values());
        return new AttributeLine(line.id(), line.attributeId(), line.name(), values);
    }

    private static boolean asDrafted(Collection<AttributeLine> lines, TemplateDraft draft) {
        if (lines.size() != draft.attributes().size()) {
            return false;
        }
        Map<String, Set<String>> drafted = new HashMap<>();
        for (DraftAttribute attribute : draft.attributes()) {
            drafted.put(attribute.name(), Set.copyOf(attribute.values()));
        }
        return lines.stream()
                .allMatch(line -> line.values().stream().allMatch(TemplateValue::active)
                        && names(line).equals(drafted.get(line.name())));
    }

    private static Set<String> names(AttributeLine line) {
        Set<String> names = new TreeSet<>();
        line.values().forEach(value -> names.add(value.name()));
        return names;
    }

    private static OdooProduct template(long id, TemplateDraft draft, List<AttributeLine> lines) {
        TemplateValues values = draft.values();
        return TemplateContent.of(new OdooProduct(
                id,
                values.name().orElseThrow(),
                true,
                Instant.EPOCH,
                new TemplateFields(
                        values.description().orElse(""),
                        values.category().orElse(""),
                        values.tags().orElseGet(() -> new TreeSet<>(String.CASE_INSENSITIVE_ORDER)),
                        values.saleOk().orElse(true) ? ProductStatus.ACTIVE : ProductStatus.DRAFT,
                        Optional.empty()),
                Optional.empty(),
                Optional.empty(),
                values.listPrice().orElse(BigDecimal.ZERO),
                lines,
                List.of(),
                List.of()));
    }
}
