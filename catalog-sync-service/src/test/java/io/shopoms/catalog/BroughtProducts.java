package io.shopoms.catalog;

import io.shopoms.catalog.TemplateRounds.InStep;
import io.shopoms.catalog.cache.ProductLink;
import io.shopoms.catalog.cache.ProductLink.VariantLink;
import io.shopoms.catalog.fixtures.OdooUnderTest;
import io.shopoms.catalog.mapping.TemplateDrafts;
import io.shopoms.catalog.mapping.WantedProduct;
import io.shopoms.catalog.odoo.OdooProduct;
import io.shopoms.catalog.odoo.OdooProducts;
import io.shopoms.catalog.odoo.TemplateCreation;
import io.shopoms.catalog.odoo.TemplatePictures;
import io.shopoms.catalog.odoo.TemplateWriter;
import io.shopoms.catalog.policy.CatalogPolicy;
import io.shopoms.catalog.policy.CatalogPolicy.ProductMatch;
import io.shopoms.catalog.policy.CatalogSide;
import io.shopoms.model.OdooId;
import io.shopoms.sync.cache.Outcome;
import io.shopoms.sync.odoo.LoadResult;
import io.shopoms.sync.odoo.LoadResult.Loaded;
import io.shopoms.sync.odoo.LoadResult.NotLoaded;
import io.shopoms.sync.odoo.OdooClient;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Brings products to an Odoo as the processor does, and keeps the links in memory. */
final class BroughtProducts {

    static final CatalogPolicy POLICY = new CatalogPolicy(
            CatalogSide.SHOPIFY, Map.of(), List.of(ProductMatch.SKU, ProductMatch.BARCODE), List.of());

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final OdooUnderTest odoo;
    private OdooClient client;
    private final TemplateCreation creation = new TemplateCreation();
    private final TemplateRounds rounds;
    private final Map<Long, ProductLink> links = new HashMap<>();
    private List<List<String>> notes = List.of();

    BroughtProducts(OdooUnderTest odoo) {
        this.odoo = odoo;
        this.client = odoo.client();
        this.rounds = new TemplateRounds(
                new OdooProducts(),
                new TemplateWriter(),
                new TemplatePictures(address -> Uni.createFrom().item(new byte[0])));
    }

    /** Brings products through another client from now on. */
    void through(OdooClient other) {
        client = other;
    }

    OdooProduct bring(WantedProduct wanted) {
        return bring(List.of(wanted)).get(0);
    }

    /** All of them must come through. */
    List<OdooProduct> bring(List<WantedProduct> wanted) {
        ProductOutcomes outcomes = new ProductOutcomes();
        List<InStep> inStep = run(wanted, outcomes);
        if (!outcomes.all().isEmpty()) {
            throw new AssertionError(outcomes.all().toString());
        }
        Map<Long, InStep> byId = new HashMap<>();
        inStep.forEach(product -> byId.put(product.placed().task().id(), product));
        notes = wanted.stream()
                .map(product -> byId.get(product.id().value()).placed().done())
                .toList();
        return wanted.stream()
                .map(product -> byId.get(product.id().value()).present())
                .toList();
    }

    /** Why products could not be brought, by their ids. */
    Map<Long, String> failures(List<WantedProduct> wanted) {
        ProductOutcomes outcomes = new ProductOutcomes();
        run(wanted, outcomes);
        Map<Long, String> failures = new HashMap<>();
        outcomes.all()
                .forEach(outcome -> failures.put(
                        outcome.recordId(), ((Outcome.Failed) outcome).failure().message()));
        return failures;
    }

    /** What was done with each product at last. */
    List<List<String>> notes() {
        return notes;
    }

    private List<InStep> run(List<WantedProduct> wanted, ProductOutcomes outcomes) {
        List<ProductTask> tasks = wanted.stream()
                .map(product -> new ProductTask(
                        product, Optional.ofNullable(links.get(product.id().value()))))
                .toList();
        List<ProductTask> missing =
                tasks.stream().filter(task -> task.link().isEmpty()).toList();
        Map<Long, LoadResult> made = get(creation.ensure(
                client,
                odoo.store().shop(),
                missing.stream().map(task -> TemplateDrafts.of(task.wanted())).toList()));
        List<Placed> placed = new ArrayList<>();
        for (ProductTask task : tasks) {
            LoadResult result = made.get(task.id());
            if (result instanceof NotLoaded refused) {
                outcomes.failed(task.id(), refused.failure());
            } else {
                placed.add(
                        result instanceof Loaded loaded
                                ? Placed.made(task, loaded.id())
                                : Placed.linked(
                                        task,
                                        task.link().orElseThrow().templateId().value()));
            }
        }
        List<InStep> inStep = get(rounds.bring(odoo.store(), client, POLICY, placed, outcomes));
        inStep.forEach(this::remember);
        return inStep;
    }

    private void remember(InStep product) {
        WantedProduct wanted = product.placed().task().wanted();
        List<VariantLink> variants = new ArrayList<>();
        product.plan()
                .variants()
                .forEach((id, variant) ->
                        variants.add(new VariantLink(id, Optional.empty(), new OdooId(variant.productId()), "")));
        links.put(
                wanted.id().value(),
                new ProductLink(
                        odoo.store().shop(),
                        wanted.id(),
                        new OdooId(product.present().templateId()),
                        "",
                        Optional.of(wanted.content()),
                        product.present().content(),
                        variants));
    }

    private static <T> T get(Uni<T> uni) {
        return uni.await().atMost(LIMIT);
    }
}
