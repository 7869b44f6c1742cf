package io.shopoms.catalog;

import io.shopoms.catalog.mapping.PicturePlan;
import io.shopoms.catalog.mapping.Push;
import io.shopoms.catalog.odoo.StoredPictures;
import io.shopoms.catalog.product.ProductImage;
import io.shopoms.catalog.shopify.ShopifyPictures;
import io.shopoms.catalog.shopify.ShopifyPictures.PictureFile;
import io.shopoms.catalog.shopify.ShopifyProduct;
import io.shopoms.catalog.shopify.ShopifyProducts;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.failure.SyncFailure;
import io.shopoms.sync.failure.SyncFailure.RejectedByTarget;
import io.shopoms.sync.failure.SyncFailureException;
import io.shopoms.sync.odoo.OdooClient;
import io.shopoms.sync.odoo.OdooClients;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Brings pictures from Odoo to Shopify, after all else of their products. One after another: no more than one is in memory
 * at a time. A picture that cannot be had holds up nothing else.
 */
@Singleton
class PushPictures {

    private final OdooClients odoos;
    private final StoredPictures stored;
    private final ShopifyPictures pictures;
    private final ShopifyProducts products;

    PushPictures(OdooClients odoos, StoredPictures stored, ShopifyPictures pictures, ShopifyProducts products) {
        this.odoos = odoos;
        this.stored = stored;
        this.pictures = pictures;
        this.products = products;
    }

    /** A product whose other fields are in step. */
    record Candidate(Push push, ShopifyProduct shown) {}

    /**
     * What became of a picture that was to change.
     *
     * @param now the product with it
     * @param failure if trying again may help
     */
    record Pictured(ShopifyProduct now, String note, Optional<SyncFailure> failure) {}

    /** By template; only of those whose pictures were to change. */
    Uni<Map<Long, Pictured>> show(Store store, List<Candidate> candidates) {
        OdooClient odoo = odoos.of(store);
        Map<Long, Pictured> done = new HashMap<>();
        return Multi.createFrom()
                .iterable(candidates)
                .onItem()
                .transformToUniAndConcatenate(candidate -> PicturePlan.of(candidate.push())
                        .map(plan -> one(store, odoo, candidate, plan)
                                .invoke(pictured ->
                                        done.put(candidate.push().template().templateId(), pictured))
                                .replaceWithVoid())
                        .orElseGet(() -> Uni.createFrom().voidItem()))
                .collect()
                .asList()
                .chain(() -> readBack(store, done));
    }

    private Uni<Pictured> one(Store store, OdooClient odoo, Candidate candidate, PicturePlan plan) {
        ShopifyProduct shown = candidate.shown();
        return file(odoo, candidate.push().template().templateId(), plan.fresh())
                .chain(file -> pictures.show(store, shown, plan.wanted(), file))
                .replaceWith(() -> new Pictured(
                        shown, plan.fresh().isPresent() ? "picture" : "picture taken away", Optional.empty()))
                .onFailure(SyncFailureException.class)
                .recoverWithItem(e -> failed(shown, ((SyncFailureException) e).failure()));
    }

    private Uni<Optional<PictureFile>> file(OdooClient odoo, long templateId, Optional<ProductImage> fresh) {
        return fresh.isEmpty()
                ? Uni.createFrom().item(Optional.empty())
                : stored.read(odoo, templateId, fresh.get().source())
                        .map(picture -> Optional.of(new PictureFile(
                                fresh.get(),
                                picture.kind().ending(),
                                picture.kind().mimeType(),
                                picture.bytes())));
    }

    /** What is refused now is refused again, until somebody gives the template another picture. */
    private static Pictured failed(ShopifyProduct shown, SyncFailure failure) {
        return failure instanceof RejectedByTarget refused
                ? new Pictured(
                        shown, "without picture: " + refused.message() + ". " + refused.remedy(), Optional.empty())
                : new Pictured(shown, "", Optional.of(failure));
    }

    private Uni<Map<Long, Pictured>> readBack(Store store, Map<Long, Pictured> done) {
        List<ShopifyId> changed =
                done.values().stream().map(pictured -> pictured.now().id()).toList();
        Uni<Map<ShopifyId, ShopifyProduct>> read =
                changed.isEmpty() ? Uni.createFrom().item(Map.of()) : products.read(store, changed);
        return read.map(now -> {
            done.replaceAll((template, pictured) -> new Pictured(
                    now.getOrDefault(pictured.now().id(), pictured.now()), pictured.note(), pictured.failure()));
            return done;
        });
    }
}
