package io.shopoms.catalog.odoo;

import io.shopoms.catalog.odoo.TemplateChange.Content;
import io.shopoms.catalog.odoo.TemplateChange.Structure;
import io.shopoms.model.ShopDomain;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.failure.SyncFailure;
import io.shopoms.sync.http.JsonBodies;
import io.shopoms.sync.odoo.OdooClient;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Applies changes to templates, many in few calls. Every step may be repeated; after a failure in the middle the template
 * is read and planned anew.
 */
@Singleton
public class TemplateWriter {

    /**
     * What became of some changes.
     *
     * @param failures why templates could not be written, by their ids
     * @param made the products of new variants, by the variants' ids
     */
    public record Applied(Map<Long, SyncFailure> failures, Map<ShopifyId, Long> made) {}

    public Uni<Applied> apply(OdooClient odoo, ShopDomain shop, List<TemplateChange> changes) {
        Failures failures = new Failures();
        Map<ShopifyId, Long> made = new HashMap<>();
        return new StructureWriter(odoo, shop, failures)
                .write(of(changes, Structure.class))
                .chain(() -> new ContentWriter(odoo, shop, failures, made).write(of(changes, Content.class)))
                .map(done -> new Applied(failures.all(), made));
    }

    /** Archives templates with all their variants; answers why some could not be. */
    public Uni<Map<Long, SyncFailure>> archive(OdooClient odoo, List<Long> templateIds) {
        Failures failures = new Failures();
        return new Writes(odoo, failures)
                .each(
                        "product.template",
                        templateIds,
                        id -> id,
                        JsonBodies.object().put("active", false))
                .map(done -> failures.all());
    }

    private static <T extends TemplateChange> List<T> of(List<TemplateChange> changes, Class<T> kind) {
        return changes.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
