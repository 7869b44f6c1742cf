package io.shopoms.catalog.odoo;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.sync.odoo.Domain;
import io.shopoms.sync.odoo.OdooClient;
import io.shopoms.sync.odoo.OdooDateTime;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Finds templates that changed. Odoo dates a change where it was made: a write to a template dates the template and all its
 * variants, but a variant's barcode only the variant, an extra price only the template's value, and a new name of a value
 * that many templates share only that name.
 */
@Singleton
public class ChangedTemplates {

    private static final String VALUE = "product.template.attribute.value";
    private static final List<Boolean> ARCHIVED_TOO = List.of(true, false);

    /** @param writtenAt the newest date among all that belongs to the template; whole seconds */
    public record Changed(long templateId, Instant writtenAt) {}

    /** A place where changes are dated, and the field by which it leads to templates. */
    private record Dated(String model, String template, boolean archivable) {}

    private static final List<Dated> OWN = List.of(
            new Dated("product.template", "id", true),
            new Dated("product.product", "product_tmpl_id", true),
            new Dated(VALUE, "product_tmpl_id", false));

    /** A name that templates share, the model that refers to it, by which field, and how that leads to templates. */
    private record Shared(String model, String user, String reference, String template) {}

    private static final List<Shared> SHARED = List.of(
            new Shared("product.attribute.value", VALUE, "product_attribute_value_id", "product_tmpl_id"),
            new Shared("product.attribute", "product.template.attribute.line", "attribute_id", "product_tmpl_id"),
            new Shared("product.category", "product.template", "categ_id", "id"),
            new Shared("product.tag", "product.template", "product_tag_ids", "id"));

    /**
     * The templates of which something changed at {@code since} or later, in the order of their ids. The second of
     * {@code since} is included: Odoo compares whole seconds.
     */
    public Uni<List<Changed>> since(OdooClient odoo, Instant since) {
        Map<Long, Instant> found = new TreeMap<>();
        return each(OWN, dated -> own(odoo, dated, since, found))
                .chain(() -> each(SHARED, shared -> shared(odoo, shared, since, found)))
                .map(done -> found.entrySet().stream()
                        .map(entry -> new Changed(entry.getKey(), entry.getValue()))
                        .toList());
    }

    private static Uni<Void> own(OdooClient odoo, Dated dated, Instant since, Map<Long, Instant> found) {
        Domain domain = written(since);
        return odoo.searchRead(
                        dated.model(),
                        dated.archivable() ? domain.and("active", "in", ARCHIVED_TOO) : domain,
                        List.of("write_date", dated.template()),
                        "",
                        0)
                .invoke(records -> records.forEach(
                        record -> later(found, record, dated.template(), OdooValue.instant(record, "write_date"))))
                .replaceWithVoid();
    }

    private static Uni<Void> shared(OdooClient odoo, Shared shared, Instant since, Map<Long, Instant> found) {
        return odoo.searchRead(shared.model(), written(since), List.of("write_date"), "", 0)
                .chain(names -> names.isEmpty() ? Uni.createFrom().voidItem() : users(odoo, shared, names, found));
    }

    /** A name that nobody uses yet, because it was just made, leads nowhere. */
    private static Uni<Void> users(OdooClient odoo, Shared shared, List<JsonNode> names, Map<Long, Instant> found) {
        Instant newest = names.stream()
                .map(name -> OdooValue.instant(name, "write_date"))
                .max(Instant::compareTo)
                .orElseThrow();
        Domain domain = Domain.where(
                shared.reference(),
                "in",
                names.stream().map(name -> name.path("id").asLong()).toList());
        return odoo.searchRead(
                        shared.user(),
                        shared.template().equals("id") ? domain.and("active", "in", ARCHIVED_TOO) : domain,
                        List.of(shared.template()),
                        "",
                        0)
                .invoke(records -> records.forEach(record -> later(found, record, shared.template(), newest)))
                .replaceWithVoid();
    }

    private static void later(Map<Long, Instant> found, JsonNode record, String template, Instant writtenAt) {
        found.merge(OdooValue.id(record.path(template)), writtenAt, (one, other) -> one.isAfter(other) ? one : other);
    }

    private static Domain written(Instant since) {
        return Domain.where("write_date", ">=", OdooDateTime.format(since));
    }

    private static <T> Uni<Void> each(List<T> places, Function<T, Uni<Void>> look) {
        return Multi.createFrom()
                .iterable(places)
                .onItem()
                .transformToUniAndConcatenate(look::apply)
                .collect()
                .asList()
                .replaceWithVoid();
    }
}
