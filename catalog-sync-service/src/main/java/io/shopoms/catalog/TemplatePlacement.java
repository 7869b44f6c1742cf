package io.shopoms.catalog;

import io.shopoms.catalog.cache.ProductLinks;
import io.shopoms.catalog.mapping.ProductMatching;
import io.shopoms.catalog.mapping.TemplateDrafts;
import io.shopoms.catalog.mapping.WantedProduct;
import io.shopoms.catalog.odoo.OdooProduct;
import io.shopoms.catalog.odoo.OdooProducts;
import io.shopoms.catalog.odoo.TemplateCreation;
import io.shopoms.catalog.odoo.TemplateDraft;
import io.shopoms.catalog.policy.CatalogPolicy;
import io.shopoms.catalog.policy.CatalogSide;
import io.shopoms.catalog.product.ProductStatus;
import io.shopoms.sync.failure.SyncFailure.TransientFailure;
import io.shopoms.sync.odoo.LoadResult;
import io.shopoms.sync.odoo.LoadResult.Loaded;
import io.shopoms.sync.odoo.LoadResult.NotLoaded;
import io.shopoms.sync.odoo.OdooClient;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Finds the template of each product: the linked one, or one that is recognised, or a new one. */
@Singleton
class TemplatePlacement {

    private final OdooProducts products;
    private final TemplateCreation creation;
    private final ProductLinks links;

    TemplatePlacement(OdooProducts products, TemplateCreation creation, ProductLinks links) {
        this.products = products;
        this.creation = creation;
        this.links = links;
    }

    /** @param missing products that Odoo does not have */
    record Placement(List<Placed> placed, List<ProductTask> missing) {}

    /** The products that have a template now; the others end in {@code outcomes}. */
    Uni<List<Placed>> place(
            Store store, OdooClient odoo, CatalogPolicy policy, List<ProductTask> tasks, ProductOutcomes outcomes) {
        return find(store, odoo, policy, tasks, outcomes)
                .chain(found -> made(store, odoo, policy, found.missing(), outcomes)
                        .map(made -> {
                            List<Placed> placed = new ArrayList<>(found.placed());
                            placed.addAll(made);
                            return placed;
                        }));
    }

    /** Which products have a template, and which have none; reads only. Doubtful ones end in {@code outcomes}. */
    Uni<Placement> find(
            Store store, OdooClient odoo, CatalogPolicy policy, List<ProductTask> tasks, ProductOutcomes outcomes) {
        return existing(odoo, tasks).chain(linked -> {
            Set<Long> placed = new HashSet<>();
            linked.forEach(product -> placed.add(product.task().id()));
            List<ProductTask> open =
                    tasks.stream().filter(task -> !placed.contains(task.id())).toList();
            return unlinked(store, odoo, policy, open, linked, outcomes);
        });
    }

    /** Links whose template is still there. One that was deleted in Odoo is looked for, or made, again. */
    private Uni<List<Placed>> existing(OdooClient odoo, List<ProductTask> tasks) {
        List<Placed> linked = tasks.stream()
                .flatMap(task -> task.link().stream()
                        .map(link -> Placed.linked(task, link.templateId().value())))
                .toList();
        return products.existing(odoo, linked.stream().map(Placed::templateId).toList())
                .map(ids -> linked.stream()
                        .filter(product -> ids.contains(product.templateId()))
                        .toList());
    }

    private Uni<Placement> unlinked(
            Store store,
            OdooClient odoo,
            CatalogPolicy policy,
            List<ProductTask> open,
            List<Placed> linked,
            ProductOutcomes outcomes) {
        if (open.isEmpty()) {
            return Uni.createFrom().item(new Placement(linked, List.of()));
        }
        ProductMatching matching = new ProductMatching(policy.matchBy());
        return candidates(store, odoo, matching, open).map(candidates -> {
            List<Placed> placed = new ArrayList<>(linked);
            List<ProductTask> missing = new ArrayList<>();
            Set<Long> taken = new HashSet<>();
            linked.forEach(product -> taken.add(product.templateId()));
            for (ProductTask task : open) {
                outcomes.attempt(task.id(), () -> matching.match(task.wanted(), candidates))
                        .ifPresent(match -> match.ifPresentOrElse(
                                template -> recognised(task, template, taken, placed, outcomes),
                                () -> missing.add(task)));
            }
            return new Placement(placed, missing);
        });
    }

    private static void recognised(
            ProductTask task, OdooProduct template, Set<Long> taken, List<Placed> placed, ProductOutcomes outcomes) {
        if (taken.add(template.templateId())) {
            placed.add(Placed.matched(task, template.templateId()));
        } else {
            // Once the other one is linked, the template is no candidate any more.
            outcomes.failed(
                    task.id(),
                    new TransientFailure(template.label() + " was just recognised as another product of the same SKU"));
        }
    }

    /** Templates that could stand for one of the products, and stand for no other. */
    private Uni<List<OdooProduct>> candidates(
            Store store, OdooClient odoo, ProductMatching matching, List<ProductTask> tasks) {
        return Uni.combine()
                .all()
                .unis(
                        products.havingVariants(odoo, "default_code", texts(tasks, matching::skus)),
                        products.havingVariants(odoo, "barcode", texts(tasks, matching::barcodes)),
                        products.named(odoo, texts(tasks, matching::names)))
                .with((bySku, byBarcode, byName) -> union(List.of(bySku, byBarcode, byName)))
                .chain(ids -> links.ofTemplates(store.shop(), ids).map(taken -> {
                    Set<Long> free = new LinkedHashSet<>(ids);
                    free.removeAll(taken.keySet());
                    return free;
                }))
                .chain(free -> products.read(odoo, free))
                .map(found -> List.copyOf(found.values()));
    }

    private Uni<List<Placed>> made(
            Store store, OdooClient odoo, CatalogPolicy policy, List<ProductTask> missing, ProductOutcomes outcomes) {
        List<ProductTask> wanted = new ArrayList<>();
        List<TemplateDraft> drafts = new ArrayList<>();
        for (ProductTask task : missing) {
            Optional<String> refusal = refusal(policy, task.wanted());
            if (refusal.isPresent()) {
                outcomes.processed(task.id(), refusal.get());
            } else {
                outcomes.attempt(task.id(), () -> TemplateDrafts.of(task.wanted()))
                        .ifPresent(draft -> {
                            wanted.add(task);
                            drafts.add(draft);
                        });
            }
        }
        return creation.ensure(odoo, store.shop(), drafts).map(results -> made(wanted, results, outcomes));
    }

    private static List<Placed> made(List<ProductTask> tasks, Map<Long, LoadResult> results, ProductOutcomes outcomes) {
        List<Placed> placed = new ArrayList<>();
        for (ProductTask task : tasks) {
            LoadResult result = results.get(task.id());
            if (result instanceof Loaded loaded) {
                placed.add(Placed.made(task, loaded.id()));
            } else if (result instanceof NotLoaded notLoaded) {
                outcomes.failed(task.id(), notLoaded.failure());
            }
        }
        return placed;
    }

    static Optional<String> refusal(CatalogPolicy policy, WantedProduct wanted) {
        if (policy.leader() == CatalogSide.ODOO) {
            return Optional.of("not in Odoo, which decides what products exist");
        }
        return wanted.content().status().equals(Optional.of(ProductStatus.ARCHIVED))
                ? Optional.of("archived in Shopify before Odoo knew it: not made")
                : Optional.empty();
    }

    private static Set<String> texts(List<ProductTask> tasks, Function<WantedProduct, Set<String>> of) {
        Set<String> texts = new LinkedHashSet<>();
        tasks.forEach(task -> texts.addAll(of.apply(task.wanted())));
        return texts;
    }

    private static Set<Long> union(Collection<Set<Long>> sets) {
        Set<Long> all = new LinkedHashSet<>();
        sets.forEach(all::addAll);
        return all;
    }
}
