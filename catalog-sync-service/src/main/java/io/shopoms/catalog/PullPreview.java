package io.shopoms.catalog;

import io.shopoms.catalog.TemplatePlacement.Placement;
import io.shopoms.catalog.cache.ProductLink;
import io.shopoms.catalog.cache.ProductLinks;
import io.shopoms.catalog.mapping.Situation;
import io.shopoms.catalog.mapping.TemplatePlan;
import io.shopoms.catalog.odoo.OdooProduct;
import io.shopoms.catalog.odoo.OdooProducts;
import io.shopoms.catalog.ops.ProductPreview;
import io.shopoms.catalog.policy.CatalogPolicies;
import io.shopoms.catalog.policy.CatalogPolicy;
import io.shopoms.catalog.product.Product;
import io.shopoms.catalog.product.ProductDifference;
import io.shopoms.catalog.product.ProductStatus;
import io.shopoms.catalog.shopify.ProductJson;
import io.shopoms.catalog.shopify.ShopifyProduct;
import io.shopoms.catalog.shopify.ShopifyProducts;
import io.shopoms.sync.cache.Outcome.Failed;
import io.shopoms.sync.cache.RawFormat;
import io.shopoms.sync.failure.SyncFailure;
import io.shopoms.sync.failure.SyncFailureException;
import io.shopoms.sync.odoo.OdooClient;
import io.shopoms.sync.odoo.OdooClients;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the products of Shopify would do to Odoo. */
@Singleton
class PullPreview implements ProductPreview {

    private final OdooClients odoos;
    private final ShopifyProducts shopify;
    private final OdooProducts products;
    private final ProductLinks links;
    private final CatalogPolicies policies;
    private final TemplatePlacement placement;

    PullPreview(
            OdooClients odoos,
            ShopifyProducts shopify,
            OdooProducts products,
            ProductLinks links,
            CatalogPolicies policies,
            TemplatePlacement placement) {
        this.odoos = odoos;
        this.shopify = shopify;
        this.products = products;
        this.links = links;
        this.policies = policies;
        this.placement = placement;
    }

    @Override
    public String direction() {
        return "shopify-to-odoo";
    }

    @Override
    public Uni<Page> preview(Store store, String after, int limit) {
        return shopify.page(
                        store,
                        Instant.EPOCH,
                        Optional.empty(),
                        Optional.of(after).filter(cursor -> !cursor.isEmpty()),
                        limit)
                .chain(page -> items(store, page.products())
                        .map(items -> new Page(items, page.next().orElse(null))));
    }

    private Uni<List<Item>> items(Store store, List<String> nodes) {
        List<Item> items = new ArrayList<>();
        List<ShopifyProduct> read = new ArrayList<>();
        for (String node : nodes) {
            try {
                ProductJson.decode(RawFormat.GRAPHQL, node).product().ifPresent(read::add);
            } catch (SyncFailureException e) {
                items.add(conflict(null, null, e.failure()));
            }
        }
        OdooClient odoo = odoos.of(store);
        CatalogPolicy policy = policies.of(store.shop());
        return links.find(
                        store.shop(),
                        read.stream().map(product -> product.id().value()).toList())
                .chain(linked -> {
                    List<ProductTask> open = open(read, linked, items);
                    ProductOutcomes outcomes = new ProductOutcomes();
                    return placement
                            .find(store, odoo, policy, open, outcomes)
                            .chain(found -> products.read(
                                            odoo,
                                            found.placed().stream()
                                                    .map(Placed::templateId)
                                                    .toList())
                                    .invoke(templates -> tell(policy, found, templates, items)))
                            .invoke(done -> outcomes.all().forEach(outcome -> {
                                if (outcome instanceof Failed failed) {
                                    items.add(conflict(failed.recordId(), null, failed.failure()));
                                }
                            }));
                })
                .replaceWith(items);
    }

    private static List<ProductTask> open(List<ShopifyProduct> read, Map<Long, ProductLink> linked, List<Item> items) {
        List<ProductTask> open = new ArrayList<>();
        for (ShopifyProduct product : read) {
            ProductTask task = new ProductTask(
                    ProductTriage.wanted(product),
                    Optional.ofNullable(linked.get(product.id().value())));
            Optional<ProductLink> inStep =
                    task.link().filter(link -> ProductTriage.asAtTheLastSync(link, task.wanted()));
            if (inStep.isPresent()) {
                items.add(item(Result.UNCHANGED, task, inStep.get().templateId().value(), List.of(), null));
            } else {
                open.add(task);
            }
        }
        return open;
    }

    private static void tell(
            CatalogPolicy policy, Placement found, Map<Long, OdooProduct> templates, List<Item> items) {
        for (ProductTask task : found.missing()) {
            Optional<String> refusal = TemplatePlacement.refusal(policy, task.wanted());
            items.add(item(
                    refusal.isPresent() ? Result.SKIPPED : Result.CREATE, task, null, List.of(), refusal.orElse(null)));
        }
        for (Placed placed : found.placed()) {
            try {
                items.add(told(policy, placed, templates.get(placed.templateId())));
            } catch (SyncFailureException e) {
                items.add(conflict(placed.task().id(), placed.templateId(), e.failure()));
            }
        }
    }

    private static Item told(CatalogPolicy policy, Placed placed, OdooProduct template) {
        Situation situation = placed.situation(template, policy);
        TemplatePlan plan = TemplatePlan.of(situation);
        if (plan.change().isEmpty()) {
            return item(Result.UNCHANGED, placed.task(), placed.templateId(), List.of(), null);
        }
        ProductDifference difference = TemplatePlan.difference(situation);
        Product wanted = placed.task().wanted().content();
        return item(
                wanted.status().equals(Optional.of(ProductStatus.ARCHIVED)) ? Result.ARCHIVE : Result.UPDATE,
                placed.task(),
                placed.templateId(),
                Change.of(difference),
                String.join(", ", plan.reasons()));
    }

    private static Item item(Result result, ProductTask task, Long templateId, List<Change> changes, String message) {
        return new Item(
                result, task.wanted().content().title().orElse(""), task.id(), templateId, changes, message, null);
    }

    private static Item conflict(Long productId, Long templateId, SyncFailure failure) {
        return new Item(Result.CONFLICT, null, productId, templateId, List.of(), failure.message(), failure.remedy());
    }
}
