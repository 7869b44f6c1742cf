package io.shopoms.catalog;

import io.shopoms.catalog.mapping.LastSync;
import io.shopoms.catalog.mapping.Situation;
import io.shopoms.catalog.mapping.TemplateDrafts;
import io.shopoms.catalog.mapping.TemplatePlan;
import io.shopoms.catalog.odoo.OdooProduct;
import io.shopoms.catalog.odoo.TemplateDraft;
import io.shopoms.catalog.policy.CatalogPolicy;
import io.shopoms.catalog.policy.CatalogSide;
import io.shopoms.catalog.product.ProductField;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.failure.SyncFailure;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A product that has its template.
 *
 * @param unread whether it was made in this run and not read since
 * @param known which Odoo product stands for which variant, as far as it is known
 * @param made whether the template is new: then it takes every field from Shopify, whoever leads it later
 * @param written whether anything was written in this run
 * @param pictureSkipped whether the picture cannot be taken over in this run; then it is left alone
 * @param pictureFailure why the picture is to be tried again, although all else is in step
 * @param done what was done, for people
 */
record Placed(
        ProductTask task,
        long templateId,
        boolean unread,
        Map<ShopifyId, Long> known,
        boolean made,
        boolean written,
        boolean pictureSkipped,
        Optional<SyncFailure> pictureFailure,
        List<String> done) {

    static Placed made(ProductTask task, long templateId) {
        return new Placed(task, templateId, true, Map.of(), true, true, false, Optional.empty(), List.of("made"));
    }

    static Placed matched(ProductTask task, long templateId) {
        return new Placed(
                task, templateId, false, Map.of(), false, false, false, Optional.empty(), List.of("recognised"));
    }

    static Placed linked(ProductTask task, long templateId) {
        return new Placed(
                task, templateId, false, task.linkedVariants(), false, false, false, Optional.empty(), List.of());
    }

    Situation situation(OdooProduct present, CatalogPolicy policy) {
        Set<ProductField> led = EnumSet.noneOf(ProductField.class);
        led.addAll(made ? EnumSet.allOf(ProductField.class) : policy.writtenToOdoo());
        if (pictureSkipped) {
            led.remove(ProductField.IMAGES);
        }
        return new Situation(
                present, task.wanted(), known, last(), led, made || policy.leader() != CatalogSide.ODOO, written);
    }

    /** What the template was made with. */
    TemplateDraft draft() {
        return TemplateDrafts.of(task.wanted());
    }

    /** A template that was made, or recognised, a moment ago was never in step. */
    private Optional<LastSync> last() {
        return task.link()
                .filter(link -> link.templateId().value() == templateId)
                .flatMap(link -> task.last());
    }

    Placed after(TemplatePlan plan, Map<ShopifyId, Long> made) {
        Map<ShopifyId, Long> all = new HashMap<>(known);
        plan.variants().forEach((id, variant) -> all.put(id, variant.productId()));
        task.wanted()
                .variants()
                .forEach(variant -> Optional.ofNullable(made.get(variant.variantId()))
                        .ifPresent(product -> all.put(variant.variantId(), product)));
        List<String> more = new ArrayList<>(done);
        plan.reasons().stream().filter(reason -> !more.contains(reason)).forEach(more::add);
        return new Placed(task, templateId, false, all, this.made, true, pictureSkipped, pictureFailure, more);
    }

    Placed withoutPicture(String reason) {
        List<String> more = new ArrayList<>(done);
        more.add(reason);
        return new Placed(task, templateId, unread, known, made, written, true, Optional.empty(), more);
    }

    /** Everything else goes on: orders must not wait for a picture. */
    Placed pictureLater(SyncFailure failure) {
        return new Placed(task, templateId, unread, known, made, written, true, Optional.of(failure), done);
    }
}
