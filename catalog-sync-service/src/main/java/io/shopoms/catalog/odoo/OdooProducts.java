package io.shopoms.catalog.odoo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopoms.sync.http.JsonBodies;
import io.shopoms.sync.odoo.Domain;
import io.shopoms.sync.odoo.OdooClient;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads product templates; archived ones and archived variants too. */
@Singleton
public class OdooProducts {

    /** Templates in one call; one may bring a thousand variants. */
    private static final int AT_ONCE = 50;

    private static final List<Boolean> ARCHIVED_TOO = List.of(true, false);

    /** The templates that exist, by id. One call for {@value #AT_ONCE}, and one more if any has a picture. */
    public Uni<Map<Long, OdooProduct>> read(OdooClient odoo, Collection<Long> templateIds) {
        List<Long> all = List.copyOf(new LinkedHashSet<>(templateIds));
        List<List<Long>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            parts.add(all.subList(from, Math.min(all.size(), from + AT_ONCE)));
        }
        return Multi.createFrom()
                .iterable(parts)
                .onItem()
                .transformToUniAndConcatenate(part -> part(odoo, part))
                .onItem()
                .<OdooProduct>disjoint()
                .collect()
                .asMap(OdooProduct::templateId);
    }

    /** The ids of templates after one, in their order; archived ones too. */
    public Uni<List<Long>> page(OdooClient odoo, long after, int limit) {
        return odoo.searchRead(
                        "product.template",
                        Domain.where("id", ">", after).and("active", "in", ARCHIVED_TOO),
                        List.of("name"),
                        "id",
                        limit)
                .map(found -> List.copyOf(ids(found, "id")));
    }

    /**
     * Templates that were made a moment ago, by id. Those without variants are believed to have their drafts' fields: that
     * is for {@link #read} to find out, once the variants are made.
     *
     * @param drafts what the templates were made with, by template
     */
    public Uni<Map<Long, OdooProduct>> made(OdooClient odoo, Map<Long, TemplateDraft> drafts) {
        Map<Long, TemplateDraft> withChoices = new HashMap<>(drafts);
        withChoices.values().removeIf(draft -> draft.attributes().isEmpty());
        if (withChoices.isEmpty()) {
            return read(odoo, drafts.keySet());
        }
        return MadeTemplates.read(odoo, withChoices).chain(bare -> {
            Set<Long> others = new LinkedHashSet<>(drafts.keySet());
            others.removeAll(bare.keySet());
            return read(odoo, others).map(whole -> {
                Map<Long, OdooProduct> all = new HashMap<>(bare);
                all.putAll(whole);
                return all;
            });
        });
    }

    /** Which of some templates exist, archived or not. */
    public Uni<Set<Long>> existing(OdooClient odoo, Collection<Long> templateIds) {
        return templateIds.isEmpty()
                ? Uni.createFrom().item(Set.of())
                : odoo.searchRead(
                                "product.template",
                                Domain.where("id", "in", List.copyOf(templateIds))
                                        .and("active", "in", ARCHIVED_TOO),
                                List.of("name"),
                                "",
                                0)
                        .map(found -> ids(found, "id"));
    }

    /** The templates that have a variant with one of these texts in a field of it. */
    public Uni<Set<Long>> havingVariants(OdooClient odoo, String field, Collection<String> texts) {
        return texts.isEmpty()
                ? Uni.createFrom().item(Set.of())
                : odoo.searchRead(
                                "product.product",
                                Domain.where(field, "in", List.copyOf(texts)).and("active", "in", ARCHIVED_TOO),
                                List.of("product_tmpl_id"),
                                "",
                                0)
                        .map(found -> ids(found, "product_tmpl_id"));
    }

    /** The templates with one of these names. */
    public Uni<Set<Long>> named(OdooClient odoo, Collection<String> names) {
        return names.isEmpty()
                ? Uni.createFrom().item(Set.of())
                : odoo.searchRead(
                                "product.template",
                                Domain.where("name", "in", List.copyOf(names)).and("active", "in", ARCHIVED_TOO),
                                List.of("name"),
                                "",
                                0)
                        .map(found -> ids(found, "id"));
    }

    private Uni<List<OdooProduct>> part(OdooClient odoo, List<Long> templateIds) {
        ObjectNode arguments = JsonBodies.object();
        arguments.set(
                "domain",
                JsonBodies.tree(Domain.where("id", "in", templateIds)
                        .and("active", "in", ARCHIVED_TOO)
                        .conditions()));
        arguments.set("specification", TemplateSpecification.ALL.deepCopy());
        arguments.putObject("context").put("active_test", false).put("bin_size", true);
        return odoo.call("product.template", "web_search_read", arguments).flatMap(answer -> {
            List<JsonNode> records = new ArrayList<>();
            answer.path("records").forEach(records::add);
            return images(odoo, records)
                    .map(images -> records.stream()
                            .map(record -> TemplateReader.read(
                                    record,
                                    Optional.ofNullable(
                                            images.get(record.path("id").asLong()))))
                            .toList());
        });
    }

    /** What tells the pictures from others: the checksum of Odoo's file, without reading the file. */
    private static Uni<Map<Long, String>> images(OdooClient odoo, List<JsonNode> templates) {
        List<Long> withImage = templates.stream()
                .filter(template -> template.path("image_1920").isTextual()
                        && !template.path("image_1920").textValue().isEmpty())
                .map(template -> template.path("id").asLong())
                .toList();
        return withImage.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : odoo.searchRead("ir.attachment", StoredPictures.of(withImage), List.of("res_id", "checksum"), "", 0)
                        .map(OdooProducts::sources);
    }

    private static Map<Long, String> sources(List<JsonNode> attachments) {
        Map<Long, String> sources = new HashMap<>();
        for (JsonNode attachment : attachments) {
            sources.put(attachment.path("res_id").asLong(), StoredPictures.source(attachment));
        }
        return sources;
    }

    private static Set<Long> ids(List<JsonNode> records, String field) {
        Set<Long> ids = new LinkedHashSet<>();
        records.forEach(record -> ids.add(OdooValue.id(record.path(field))));
        return ids;
    }
}
