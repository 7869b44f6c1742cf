package io.shopoms.catalog;

import io.shopoms.catalog.PushDecision.Archive;
import io.shopoms.catalog.PushDecision.Create;
import io.shopoms.catalog.PushDecision.Update;
import io.shopoms.catalog.PushPictures.Candidate;
import io.shopoms.catalog.PushPictures.Pictured;
import io.shopoms.catalog.cache.ProductLink;
import io.shopoms.catalog.policy.CatalogPolicy;
import io.shopoms.catalog.product.FieldChange;
import io.shopoms.catalog.product.Product;
import io.shopoms.catalog.product.ProductField;
import io.shopoms.catalog.product.ProductStatus;
import io.shopoms.catalog.shopify.ProductWish;
import io.shopoms.catalog.shopify.ShopifyBulkWriter;
import io.shopoms.catalog.shopify.ShopifyBulkWriter.Result;
import io.shopoms.catalog.shopify.ShopifyProduct;
import io.shopoms.catalog.shopify.ShopifyProducts;
import io.shopoms.catalog.shopify.ShopifyWriter.Written;
import io.shopoms.catalog.shopify.UnpublishedProducts;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.failure.SyncFailure;
import io.shopoms.sync.failure.SyncFailure.TransientFailure;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes to Shopify what was decided, reads back what Shopify made of it, and remembers both sides. */
@Singleton
class PushWrites {

    private final ShopifyBulkWriter writer;
    private final ShopifyProducts shopify;
    private final UnpublishedProducts unpublished;
    private final PushPictures pictures;
    private final PushMemory memory;

    PushWrites(
            ShopifyBulkWriter writer,
            ShopifyProducts shopify,
            UnpublishedProducts unpublished,
            PushPictures pictures,
            PushMemory memory) {
        this.writer = writer;
        this.shopify = shopify;
        this.unpublished = unpublished;
        this.pictures = pictures;
        this.memory = memory;
    }

    /** What became of one template. */
    record Done(long templateId, String note, Optional<SyncFailure> failure) {

        static Done of(PushDecision decision, String note) {
            return new Done(decision.templateId(), note, Optional.empty());
        }

        static Done failed(PushDecision decision, SyncFailure failure) {
            return new Done(decision.templateId(), "", Optional.of(failure));
        }
    }

    /** Carries out creations, updates and archivings; each fails alone. */
    Uni<List<Done>> carryOut(Store store, CatalogPolicy policy, List<PushDecision> decisions) {
        List<String> own = decisions.stream()
                .filter(PushWrites::isOwnUnchanged)
                .map(PushWrites::reference)
                .toList();
        Uni<Set<String>> unfinished = own.isEmpty() ? Uni.createFrom().item(Set.of()) : unpublished.among(store, own);
        return unfinished.chain(references -> write(
                store,
                policy,
                decisions,
                decisions.stream()
                        .filter(decision -> !(decision instanceof Update update)
                                || !update.plan().isEmpty()
                                || references.contains(reference(update)))
                        .toList()));
    }

    private static boolean isOwnUnchanged(PushDecision decision) {
        return decision instanceof Update update
                && update.plan().isEmpty()
                && update.shown().source().equals(Optional.of(reference(update)));
    }

    /** @param open those of the decisions that need something done */
    private Uni<List<Done>> write(
            Store store, CatalogPolicy policy, List<PushDecision> decisions, List<PushDecision> open) {
        Uni<List<Result>> written = open.isEmpty()
                ? Uni.createFrom().item(List.of())
                : writer.write(store, open.stream().map(PushWrites::wish).toList());
        return written.chain(results -> {
            Map<Long, Result> byTemplate = new HashMap<>();
            for (int i = 0; i < open.size(); i++) {
                byTemplate.put(open.get(i).templateId(), results.get(i));
            }
            return readBack(store, open, byTemplate)
                    .chain(read -> conclude(store, policy, decisions, byTemplate, read));
        });
    }

    private static ProductWish wish(PushDecision decision) {
        if (decision instanceof Create create) {
            return ProductWish.creation(reference(create), create.wanted());
        }
        if (decision instanceof Update update) {
            Set<ProductField> changed = new LinkedHashSet<>();
            update.plan().difference().fields().stream().map(FieldChange::field).forEach(changed::add);
            return new ProductWish(
                    reference(update),
                    Optional.of(update.shown()),
                    update.plan().wanted(),
                    changed,
                    update.plan().structure(),
                    update.plan().known());
        }
        Archive archive = (Archive) decision;
        return new ProductWish(
                reference(archive),
                Optional.of(archive.shown()),
                archived(archive.shown().content()),
                Set.of(ProductField.STATUS),
                false,
                Map.of());
    }

    /** What a product is created for; so a second try finds the one that the first has created. */
    private static String reference(PushDecision decision) {
        return "odoo:" + decision.templateId();
    }

    private static Product archived(Product product) {
        return new Product(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(ProductStatus.ARCHIVED),
                product.options(),
                product.variants(),
                Optional.empty(),
                List.of());
    }

    private Uni<Map<ShopifyId, ShopifyProduct>> readBack(
            Store store, List<PushDecision> open, Map<Long, Result> results) {
        List<ShopifyId> ids = open.stream()
                .filter(decision -> !(decision instanceof Archive))
                .flatMap(decision -> results.get(decision.templateId()).written().stream())
                .map(written -> written.product())
                .toList();
        return ids.isEmpty() ? Uni.createFrom().item(Map.of()) : shopify.read(store, ids);
    }

    private Uni<List<Done>> conclude(
            Store store,
            CatalogPolicy policy,
            List<PushDecision> decisions,
            Map<Long, Result> results,
            Map<ShopifyId, ShopifyProduct> read) {
        List<Done> done = new ArrayList<>();
        List<ProductLink> ended = new ArrayList<>();
        Map<PushDecision, ShopifyProduct> written = new LinkedHashMap<>();
        for (PushDecision decision : decisions) {
            Optional<Result> result = Optional.ofNullable(results.get(decision.templateId()));
            if (result.isPresent() && result.get().failure().isPresent()) {
                done.add(Done.failed(decision, result.get().failure().get()));
            } else if (decision instanceof Archive archive) {
                ended.add(archive.link());
                done.add(Done.of(
                        decision,
                        "deleted in Odoo: Shopify product " + archive.shown().id() + " archived"));
            } else {
                result.flatMap(Result::written)
                        .map(one -> Optional.ofNullable(read.get(one.product())))
                        .orElseGet(() -> Optional.of(((Update) decision).shown()))
                        .ifPresentOrElse(
                                now -> written.put(decision, now),
                                () -> done.add(Done.failed(
                                        decision,
                                        new TransientFailure(
                                                "the product was deleted in Shopify while it was written"))));
            }
        }
        return pictures.show(store, candidates(policy, written))
                .chain(pictured -> {
                    List<PushMemory.Pushed> pushed = new ArrayList<>();
                    written.forEach((decision, now) -> {
                        Optional<Pictured> picture = Optional.ofNullable(pictured.get(decision.templateId()));
                        pushed.add(pushed(decision, now, picture, ended));
                        done.add(picture.flatMap(Pictured::failure)
                                .or(() -> Optional.ofNullable(results.get(decision.templateId()))
                                        .flatMap(Result::written)
                                        .flatMap(Written::unpublished))
                                .map(failure -> Done.failed(decision, failure))
                                .orElseGet(() -> Done.of(decision, note(decision, now, picture.map(Pictured::note)))));
                    });
                    return memory.keep(store, policy, pushed, ended);
                })
                .replaceWith(done);
    }

    private static List<Candidate> candidates(CatalogPolicy policy, Map<PushDecision, ShopifyProduct> written) {
        List<Candidate> candidates = new ArrayList<>();
        written.forEach((decision, now) -> {
            if (decision instanceof Create create) {
                candidates.add(
                        new Candidate(PushDecisions.push(policy, create.template(), Optional.empty(), now), now));
            } else if (decision instanceof Update update) {
                candidates.add(new Candidate(PushDecisions.push(policy, update.template(), update.link(), now), now));
            }
        });
        return candidates;
    }

    private static PushMemory.Pushed pushed(
            PushDecision decision, ShopifyProduct now, Optional<Pictured> picture, List<ProductLink> ended) {
        ShopifyProduct shown = picture.map(Pictured::now).orElse(now);
        boolean open = picture.flatMap(Pictured::failure).isPresent();
        if (decision instanceof Create create) {
            create.gone().ifPresent(ended::add);
            return new PushMemory.Pushed(create.template(), shown, Optional.empty(), open);
        }
        Update update = (Update) decision;
        return new PushMemory.Pushed(update.template(), shown, update.link(), open);
    }

    private static String note(PushDecision decision, ShopifyProduct now, Optional<String> picture) {
        if (decision instanceof Create) {
            return "Shopify product " + now.id() + " made"
                    + picture.map(note -> "; " + note).orElse("");
        }
        List<String> changes =
                new ArrayList<>(PushNotes.of(((Update) decision).plan().difference()));
        picture.ifPresent(changes::add);
        return changes.isEmpty()
                ? "nothing to change"
                : "Shopify product " + now.id() + ": " + String.join(", ", changes);
    }
}
