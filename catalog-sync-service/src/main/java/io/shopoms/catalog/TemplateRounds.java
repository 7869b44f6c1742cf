package io.shopoms.catalog;

import io.shopoms.catalog.mapping.TemplatePlan;
import io.shopoms.catalog.odoo.OdooProduct;
import io.shopoms.catalog.odoo.OdooProducts;
import io.shopoms.catalog.odoo.TemplateChange;
import io.shopoms.catalog.odoo.TemplateChange.Content;
import io.shopoms.catalog.odoo.TemplateDraft;
import io.shopoms.catalog.odoo.TemplatePictures;
import io.shopoms.catalog.odoo.TemplateWriter;
import io.shopoms.catalog.odoo.TemplateWriter.Applied;
import io.shopoms.catalog.policy.CatalogPolicy;
import io.shopoms.sync.failure.SyncFailure;
import io.shopoms.sync.failure.SyncFailure.MissingDependency;
import io.shopoms.sync.failure.SyncFailure.RejectedByTarget;
import io.shopoms.sync.odoo.OdooClient;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads templates, plans, writes, and reads again, until there is nothing left to do: Odoo changes more than it is asked
 * for when attributes change, and what it holds at the end is what counts, field by field. A product that is in step costs
 * its share of one read.
 */
@Singleton
class TemplateRounds {

    /** Attributes, other values, attributes that go, variants, and what Odoo revived: nothing needs more than these. */
    private static final int MOST = 6;

    private final OdooProducts products;
    private final TemplateWriter writer;
    private final TemplatePictures pictures;

    TemplateRounds(OdooProducts products, TemplateWriter writer, TemplatePictures pictures) {
        this.products = products;
        this.writer = writer;
        this.pictures = pictures;
    }

    /** A product that is in step, with its template as it is now. */
    record InStep(Placed placed, OdooProduct present, TemplatePlan plan) {}

    /** Those that are in step; the others end in {@code outcomes}. */
    Uni<List<InStep>> bring(
            Store store, OdooClient odoo, CatalogPolicy policy, List<Placed> placed, ProductOutcomes outcomes) {
        return new Run(store, odoo, policy, outcomes).round(placed, 1);
    }

    private final class Run {

        private final Store store;
        private final OdooClient odoo;
        private final CatalogPolicy policy;
        private final ProductOutcomes outcomes;
        private final List<InStep> inStep = new ArrayList<>();

        Run(Store store, OdooClient odoo, CatalogPolicy policy, ProductOutcomes outcomes) {
            this.store = store;
            this.odoo = odoo;
            this.policy = policy;
            this.outcomes = outcomes;
        }

        private record Planned(Placed placed, OdooProduct present, TemplatePlan plan) {

            TemplateChange change() {
                return plan.change().orElseThrow();
            }
        }

        Uni<List<InStep>> round(List<Placed> placed, int round) {
            if (placed.isEmpty()) {
                return Uni.createFrom().item(inStep);
            }
            return present(placed).chain(present -> {
                List<Planned> planned = new ArrayList<>();
                placed.forEach(product -> plan(product, present).ifPresent(planned::add));
                return round > MOST ? giveUp(planned) : apply(planned, round);
            });
        }

        /** A template that was just made has no variants yet; once it has them, it is read like the others. */
        private Uni<Map<Long, OdooProduct>> present(List<Placed> placed) {
            Map<Long, TemplateDraft> made = new HashMap<>();
            List<Long> others = new ArrayList<>();
            for (Placed product : placed) {
                if (product.unread()) {
                    made.put(product.templateId(), product.draft());
                } else {
                    others.add(product.templateId());
                }
            }
            return Uni.combine()
                    .all()
                    .unis(products.made(odoo, made), products.read(odoo, others))
                    .with((fresh, known) -> {
                        Map<Long, OdooProduct> present = new HashMap<>(fresh);
                        present.putAll(known);
                        return present;
                    });
        }

        private Optional<Planned> plan(Placed placed, Map<Long, OdooProduct> templates) {
            OdooProduct present = templates.get(placed.templateId());
            if (present == null) {
                outcomes.failed(placed.task().id(), gone(placed));
                return Optional.empty();
            }
            Optional<TemplatePlan> plan =
                    outcomes.attempt(placed.task().id(), () -> TemplatePlan.of(placed.situation(present, policy)));
            plan.filter(done -> done.change().isEmpty())
                    .ifPresent(done -> inStep.add(new InStep(placed, present, done)));
            return plan.filter(open -> open.change().isPresent()).map(open -> new Planned(placed, present, open));
        }

        private Uni<List<InStep>> apply(List<Planned> planned, int round) {
            return writer.apply(
                            odoo,
                            store.shop(),
                            planned.stream().map(Planned::change).toList())
                    .chain(applied -> Multi.createFrom()
                            .iterable(written(planned, applied))
                            .onItem()
                            .transformToUniAndConcatenate(product -> picture(product, applied))
                            .collect()
                            .asList())
                    .chain(next -> round(next, round + 1));
        }

        private List<Planned> written(List<Planned> planned, Applied applied) {
            List<Planned> written = new ArrayList<>();
            for (Planned product : planned) {
                SyncFailure failure = applied.failures().get(product.placed().templateId());
                if (failure == null) {
                    written.add(product);
                } else {
                    outcomes.failed(product.placed().task().id(), failure);
                }
            }
            return written;
        }

        private Uni<Placed> picture(Planned product, Applied applied) {
            Placed after = product.placed().after(product.plan(), applied.made());
            if (!(product.change() instanceof Content content)
                    || content.image().isEmpty()) {
                return Uni.createFrom().item(after);
            }
            return pictures.put(odoo, after.templateId(), content.image().get())
                    .map(refusal -> refusal.map(after::withoutPicture).orElse(after))
                    .onFailure(ProductOutcomes::concernsOneProduct)
                    .recoverWithItem(failure -> after.pictureLater(ProductOutcomes.failure(failure)));
        }

        private Uni<List<InStep>> giveUp(List<Planned> planned) {
            planned.forEach(product -> outcomes.failed(
                    product.placed().task().id(),
                    new RejectedByTarget(
                            "Odoo does not keep what was written to "
                                    + product.present().label() + ": "
                                    + String.join(", ", product.plan().reasons()),
                            "Look at these fields in Odoo: another app, an automation or a missing right may change them"
                                    + " back. Then retry.")));
            return Uni.createFrom().item(inStep);
        }

        private MissingDependency gone(Placed placed) {
            return new MissingDependency(
                    "The template " + placed.templateId() + " of "
                            + placed.task().wanted().label() + " was deleted in Odoo while it was written",
                    "Nothing to do: it is looked for again.");
        }
    }
}
