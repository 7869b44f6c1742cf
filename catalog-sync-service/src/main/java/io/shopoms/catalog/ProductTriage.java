package io.shopoms.catalog;

import io.shopoms.catalog.cache.ProductLink;
import io.shopoms.catalog.cache.ProductLinks;
import io.shopoms.catalog.mapping.WantedProduct;
import io.shopoms.catalog.mapping.WantedProduct.VariantIds;
import io.shopoms.catalog.odoo.OdooProducts;
import io.shopoms.catalog.odoo.TemplateCreation;
import io.shopoms.catalog.odoo.TemplateWriter;
import io.shopoms.catalog.policy.CatalogPolicy;
import io.shopoms.catalog.policy.CatalogSide;
import io.shopoms.catalog.product.Product;
import io.shopoms.catalog.product.ProductDifference;
import io.shopoms.catalog.product.ProductField;
import io.shopoms.catalog.shopify.ProductJson;
import io.shopoms.catalog.shopify.ProductRecord;
import io.shopoms.catalog.shopify.ShopifyProduct;
import io.shopoms.catalog.shopify.ShopifyProducts;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.cache.CacheEntry;
import io.shopoms.sync.failure.SyncFailure;
import io.shopoms.sync.odoo.ExternalId;
import io.shopoms.sync.odoo.OdooClient;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the products of a batch and lets those go that need no look at Odoo: what Shopify says is what it said when both
 * were last in step, for instance because shopOMS wrote it itself. Archives those that were deleted.
 */
@Singleton
class ProductTriage {

    private static final Set<ProductField> ALL = EnumSet.allOf(ProductField.class);

    private final ProductLinks links;
    private final ShopifyProducts shopify;
    private final OdooProducts products;
    private final TemplateWriter writer;
    private final TemplatesAgain again;

    ProductTriage(
            ProductLinks links,
            ShopifyProducts shopify,
            OdooProducts products,
            TemplateWriter writer,
            TemplatesAgain again) {
        this.links = links;
        this.shopify = shopify;
        this.products = products;
        this.writer = writer;
        this.again = again;
    }

    /** The products to work on; the others end in {@code outcomes}. */
    Uni<List<ProductTask>> tasks(
            Store store, OdooClient odoo, CatalogPolicy policy, List<CacheEntry> entries, ProductOutcomes outcomes) {
        List<Long> ids = entries.stream().map(CacheEntry::recordId).toList();
        return links.find(store.shop(), ids)
                .chain(found -> records(store, entries, outcomes).chain(records -> {
                    List<ProductTask> tasks = new ArrayList<>();
                    List<ShopifyId> deleted = new ArrayList<>();
                    records.forEach(record -> sort(record, found, tasks, deleted, outcomes));
                    return (policy.leader() == CatalogSide.ODOO
                                    ? putBack(store, odoo, deleted, found, outcomes)
                                    : archive(store, odoo, deleted, found, outcomes))
                            .replaceWith(tasks);
                }));
    }

    /** Of a product with very many variants a webhook tells only the first: it is read again, whole. */
    private Uni<List<ProductRecord>> records(Store store, List<CacheEntry> entries, ProductOutcomes outcomes) {
        List<ProductRecord> whole = new ArrayList<>();
        List<ShopifyId> parts = new ArrayList<>();
        for (CacheEntry entry : entries) {
            outcomes.attempt(entry.recordId(), () -> ProductJson.decode(entry.format(), entry.raw()))
                    .ifPresent(record -> {
                        if (record.product().map(ShopifyProduct::complete).orElse(true)) {
                            whole.add(record);
                        } else {
                            parts.add(record.id());
                        }
                    });
        }
        return parts.isEmpty()
                ? Uni.createFrom().item(whole)
                : shopify.read(store, parts).map(read -> {
                    parts.forEach(id -> whole.add(new ProductRecord(id, Optional.ofNullable(read.get(id)))));
                    return whole;
                });
    }

    private static void sort(
            ProductRecord record,
            Map<Long, ProductLink> found,
            List<ProductTask> tasks,
            List<ShopifyId> deleted,
            ProductOutcomes outcomes) {
        long id = record.id().value();
        Optional<ProductLink> link = Optional.ofNullable(found.get(id));
        if (record.isDeleted()) {
            deleted.add(record.id());
            return;
        }
        WantedProduct wanted = wanted(record.product().orElseThrow());
        if (link.filter(known -> asAtTheLastSync(known, wanted)).isPresent()) {
            outcomes.processed(id, "nothing to change: as it was when both sides were last in step");
        } else {
            tasks.add(new ProductTask(wanted, link));
        }
    }

    static WantedProduct wanted(ShopifyProduct product) {
        return new WantedProduct(
                product.id(),
                product.content(),
                product.variants().stream()
                        .map(variant -> new VariantIds(variant.id(), variant.inventoryItem()))
                        .toList());
    }

    /** Also the ids count: a variant that was deleted and made again is another one. */
    static boolean asAtTheLastSync(ProductLink link, WantedProduct wanted) {
        Set<ShopifyId> linked = new HashSet<>();
        link.variants().forEach(variant -> linked.add(variant.variantId()));
        Set<ShopifyId> now = new HashSet<>();
        wanted.variants().forEach(variant -> now.add(variant.variantId()));
        return linked.equals(now)
                && link.shopify()
                        .filter(content -> ProductDifference.between(content, wanted.content(), ALL, true)
                                .isEmpty())
                        .isPresent();
    }

    /** Where Odoo decides what products exist, one that somebody deleted in Shopify is made again. */
    private Uni<Void> putBack(
            Store store,
            OdooClient odoo,
            List<ShopifyId> deleted,
            Map<Long, ProductLink> found,
            ProductOutcomes outcomes) {
        List<Long> templates = deleted.stream()
                .flatMap(id -> Optional.ofNullable(found.get(id.value())).stream())
                .map(link -> link.templateId().value())
                .toList();
        return products.read(odoo, templates)
                .chain(read -> again.look(store, read.values()))
                .invoke(done -> deleted.forEach(id -> outcomes.processed(
                        id.value(),
                        found.containsKey(id.value())
                                ? "deleted in Shopify; Odoo decides what products exist, and is asked"
                                : "deleted in Shopify; Odoo never had it")));
    }

    /** Never deletes: what was sold stays in Odoo's books. The link stays too, for a product that comes back. */
    private Uni<Void> archive(
            Store store,
            OdooClient odoo,
            List<ShopifyId> deleted,
            Map<Long, ProductLink> found,
            ProductOutcomes outcomes) {
        if (deleted.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return templates(store, odoo, deleted, found)
                .chain(templates -> products.existing(odoo, templates.values())
                        .chain(existing -> writer.archive(odoo, List.copyOf(existing)))
                        .chain(failures -> unlink(deleted, found, templates, failures)
                                .invoke(done -> deleted.forEach(id -> conclude(id, templates, failures, outcomes)))));
    }

    /** A product may have its template without a link: a crash after it was made. */
    private Uni<Map<ShopifyId, Long>> templates(
            Store store, OdooClient odoo, List<ShopifyId> deleted, Map<Long, ProductLink> found) {
        Map<ShopifyId, Long> templates = new LinkedHashMap<>();
        Map<ExternalId, ShopifyId> unknown = new HashMap<>();
        for (ShopifyId id : deleted) {
            ProductLink link = found.get(id.value());
            if (link != null) {
                templates.put(id, link.templateId().value());
            } else {
                unknown.put(TemplateCreation.externalId(store.shop(), id), id);
            }
        }
        return unknown.isEmpty()
                ? Uni.createFrom().item(templates)
                : odoo.idsOf("product.template", unknown.keySet()).map(ids -> {
                    ids.forEach((externalId, template) -> templates.put(unknown.get(externalId), template));
                    return templates;
                });
    }

    private Uni<Void> unlink(
            List<ShopifyId> deleted,
            Map<Long, ProductLink> found,
            Map<ShopifyId, Long> templates,
            Map<Long, SyncFailure> failures) {
        List<ProductLink> emptied = deleted.stream()
                .filter(id -> !failures.containsKey(templates.get(id)))
                .flatMap(id -> Optional.ofNullable(found.get(id.value())).stream())
                .filter(link -> !link.variants().isEmpty())
                .map(link -> new ProductLink(
                        link.shop(),
                        link.productId(),
                        link.templateId(),
                        link.title(),
                        Optional.<Product>empty(),
                        Optional.<Product>empty(),
                        List.of()))
                .toList();
        return links.store(emptied, emptied);
    }

    private static void conclude(
            ShopifyId id, Map<ShopifyId, Long> templates, Map<Long, SyncFailure> failures, ProductOutcomes outcomes) {
        Long template = templates.get(id);
        if (template == null) {
            outcomes.processed(id.value(), "deleted in Shopify; Odoo never had it");
        } else if (failures.containsKey(template)) {
            outcomes.failed(id.value(), failures.get(template));
        } else {
            outcomes.processed(id.value(), "deleted in Shopify: product template " + template + " archived");
        }
    }
}
