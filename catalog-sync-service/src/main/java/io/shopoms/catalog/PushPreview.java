package io.shopoms.catalog;

import io.shopoms.catalog.PushDecision.Archive;
import io.shopoms.catalog.PushDecision.Create;
import io.shopoms.catalog.PushDecision.LeaveAlone;
import io.shopoms.catalog.PushDecision.Refuse;
import io.shopoms.catalog.PushDecision.Update;
import io.shopoms.catalog.mapping.PicturePlan;
import io.shopoms.catalog.odoo.OdooProducts;
import io.shopoms.catalog.ops.ProductPreview;
import io.shopoms.catalog.policy.CatalogPolicies;
import io.shopoms.catalog.policy.CatalogPolicy;
import io.shopoms.catalog.product.FieldChange;
import io.shopoms.catalog.product.Product;
import io.shopoms.catalog.product.ProductDifference;
import io.shopoms.catalog.product.ProductField;
import io.shopoms.catalog.product.ProductImage;
import io.shopoms.catalog.product.ProductStatus;
import io.shopoms.sync.odoo.OdooClient;
import io.shopoms.sync.odoo.OdooClients;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the templates of Odoo would do to Shopify. */
@Singleton
class PushPreview implements ProductPreview {

    private final OdooClients odoos;
    private final OdooProducts products;
    private final CatalogPolicies policies;
    private final PushDecisions decisions;

    PushPreview(OdooClients odoos, OdooProducts products, CatalogPolicies policies, PushDecisions decisions) {
        this.odoos = odoos;
        this.products = products;
        this.policies = policies;
        this.decisions = decisions;
    }

    @Override
    public String direction() {
        return "odoo-to-shopify";
    }

    @Override
    public Uni<Page> preview(Store store, String after, int limit) {
        OdooClient odoo = odoos.of(store);
        CatalogPolicy policy = policies.of(store.shop());
        return products.page(odoo, after.isEmpty() ? 0 : Long.parseLong(after), limit)
                .chain(ids -> decisions
                        .decide(store, odoo, policy, ids)
                        .map(decided -> new Page(
                                decided.stream()
                                        .map(decision -> told(policy, decision))
                                        .toList(),
                                ids.size() < limit ? null : String.valueOf(ids.get(ids.size() - 1)))));
    }

    private static Item told(CatalogPolicy policy, PushDecision decision) {
        long template = decision.templateId();
        if (decision instanceof Create create) {
            return new Item(Result.CREATE, title(create.wanted()), null, template, List.of(), null, null);
        }
        if (decision instanceof Update update) {
            ProductDifference difference = withPicture(policy, update);
            return new Item(
                    result(update, difference),
                    title(update.shown().content()),
                    update.shown().id().value(),
                    template,
                    Change.of(difference),
                    null,
                    null);
        }
        if (decision instanceof Archive archive) {
            return new Item(
                    Result.ARCHIVE,
                    title(archive.shown().content()),
                    archive.shown().id().value(),
                    template,
                    List.of(),
                    "deleted in Odoo",
                    null);
        }
        if (decision instanceof LeaveAlone alone) {
            return new Item(Result.SKIPPED, null, null, template, List.of(), alone.reason(), null);
        }
        Refuse refuse = (Refuse) decision;
        return new Item(
                Result.CONFLICT,
                null,
                null,
                template,
                List.of(),
                refuse.failure().message(),
                refuse.failure().remedy());
    }

    private static ProductDifference withPicture(CatalogPolicy policy, Update update) {
        ProductDifference difference = update.plan().difference();
        List<FieldChange> changes = new ArrayList<>(difference.fields());
        PicturePlan.of(PushDecisions.push(policy, update.template(), update.link(), update.shown()))
                .ifPresent(plan -> changes.add(new FieldChange(
                        ProductField.IMAGES,
                        Optional.empty(),
                        "images",
                        Optional.of(sources(update.shown().content().images().orElse(List.of()))),
                        Optional.of(sources(plan.wanted())))));
        return new ProductDifference(changes, difference.added(), difference.removed(), difference.optionsDiffer());
    }

    private static String sources(List<ProductImage> images) {
        return String.join("\n", images.stream().map(ProductImage::source).toList());
    }

    private static Result result(Update update, ProductDifference difference) {
        if (difference.isEmpty()) {
            return Result.UNCHANGED;
        }
        return update.plan().wanted().status().equals(Optional.of(ProductStatus.ARCHIVED))
                ? Result.ARCHIVE
                : Result.UPDATE;
    }

    private static String title(Product product) {
        return product.title().orElse("");
    }
}
