package io.shopoms.catalog.shopify;

import io.shopoms.catalog.shopify.ShopifyProducts.Holder;
import io.shopoms.catalog.shopify.ShopifyStep.SetProduct;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.failure.SyncFailure;
import io.shopoms.sync.failure.SyncFailure.RejectedByTarget;
import io.shopoms.sync.failure.SyncFailure.TransientFailure;
import io.shopoms.sync.failure.SyncFailureException;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Brings products in Shopify to a wanted state, effectively once. What changes a product may be repeated. What creates one
 * is tied to a handle that is chosen once for each record and to a mark in the product itself: a second try meets its own
 * product there, and goes on with it.
 */
@ApplicationScoped
public class ShopifyWriter {

    private final ShopifyMutations mutations;
    private final ShopifyProducts products;
    private final ChosenHandles handles;
    private final ProductPublisher publisher;

    ShopifyWriter(
            ShopifyMutations mutations, ShopifyProducts products, ChosenHandles handles, ProductPublisher publisher) {
        this.mutations = mutations;
        this.products = products;
        this.handles = handles;
        this.publisher = publisher;
    }

    /**
     * What was done.
     *
     * @param created whether the product is new, or its creation was ended only now
     * @param mutations how many were sent to change the product; none if Shopify had what was wanted
     * @param unpublished why a new product is in no sales channel yet; it is told once more by each further try
     */
    public record Written(ShopifyId product, boolean created, int mutations, Optional<SyncFailure> unpublished) {

        /** @param published what became of it, by reference */
        Written with(String reference, Map<String, Optional<SyncFailure>> published) {
            return new Written(
                    product,
                    created || published.containsKey(reference),
                    mutations,
                    published.getOrDefault(reference, Optional.empty()));
        }
    }

    /**
     * Writes one product. Fails with {@code SyncFailureException}: transient if Shopify gave no answer or the product changed
     * meanwhile, rejected with the field and variant named, {@code InvalidPayload} for a metafield that is no value of its
     * type. The caller tries again with what Shopify has by then.
     */
    public Uni<Written> write(Store store, ProductWish wish) {
        return Uni.createFrom()
                .deferred(() -> {
                    check(wish);
                    ShopifyPlan plan = ShopifyPlan.of(wish);
                    return wish.present().isPresent()
                            ? change(store, wish, plan.steps())
                            : handle(store, wish).chain(handle -> create(store, wish, handle));
                })
                .onFailure(RefusedException.class)
                .transform(e -> ((RefusedException) e).forCaller());
    }

    /**
     * Deletes a product for good.
     *
     * @return false if it was gone already
     */
    public Uni<Boolean> delete(Store store, ShopifyId product) {
        return mutations
                .delete(store, product)
                .onFailure(RefusedException.class)
                .transform(e -> ((RefusedException) e).forCaller());
    }

    /** @throws SyncFailureException for what Shopify would refuse */
    static void check(ProductWish wish) {
        Optional<SyncFailure> wrong = WriteFailures.ofMetafields(wish.wanted());
        if (wrong.isPresent()) {
            throw new SyncFailureException(wrong.get());
        }
    }

    /** The handle under which a product is created. */
    Uni<String> handle(Store store, ProductWish wish) {
        return handles.choose(store, wish.reference(), Handles.of(wish.wanted(), wish.reference()));
    }

    /** The step that creates a product under a handle. */
    static SetProduct creation(ProductWish wish, String handle) {
        SetProduct step = (SetProduct) ShopifyPlan.of(wish).steps().get(0);
        Map<String, Object> input = new HashMap<>(step.input());
        input.put("handle", handle);
        return new SetProduct(step.product(), input, step.variants(), step.removed());
    }

    private Uni<Written> change(Store store, ProductWish wish, List<ShopifyStep> steps) {
        ShopifyId product = wish.present().orElseThrow().id();
        return Multi.createFrom()
                .iterable(steps)
                .onItem()
                .transformToUniAndConcatenate(step -> mutations.send(store, step))
                .collect()
                .asList()
                .map(done -> new Written(product, false, done.size(), Optional.empty()))
                .chain(written -> wish.isOverOwn()
                        ? published(store, wish, written)
                        : Uni.createFrom().item(written));
    }

    /** A new product is published too; so is one of which an earlier try did not come that far. */
    private Uni<Written> published(Store store, ProductWish wish, Written written) {
        return publisher
                .publish(store, Map.of(wish.reference(), written.product()))
                .map(published -> written.with(wish.reference(), published));
    }

    private Uni<Written> create(Store store, ProductWish wish, String handle) {
        return mutations
                .send(store, creation(wish, handle))
                .map(id -> new Written(
                        id.orElseThrow(() -> new SyncFailureException(
                                new TransientFailure("Shopify does not tell the product that it created"))),
                        true,
                        1,
                        Optional.empty()))
                .chain(written -> published(store, wish, written))
                .onFailure(e -> e instanceof RefusedException refused && refused.isTakenHandle())
                .recoverWithUni(() -> taken(store, wish, handle));
    }

    /** The handle is taken: by an earlier try of this creation, or by another product. */
    private Uni<Written> taken(Store store, ProductWish wish, String handle) {
        return products.holder(store, handle).chain(holder -> {
            if (holder.isEmpty()) {
                throw new SyncFailureException(new TransientFailure("the handle " + handle + " was just freed"));
            }
            if (holder.get().source().equals(Optional.of(wish.reference()))) {
                return adopt(store, wish, holder.get());
            }
            String other = Handles.other(handle, wish.reference());
            if (other.equals(handle)) {
                throw new SyncFailureException(new RejectedByTarget(
                        "another product has the handle " + handle,
                        "Give that product another handle in Shopify's admin, then retry."));
            }
            return handles.change(store, wish.reference(), other).chain(() -> create(store, wish, other));
        });
    }

    private Uni<Written> adopt(Store store, ProductWish wish, Holder holder) {
        return products.read(store, List.of(holder.id())).chain(found -> {
            ShopifyProduct present = found.get(holder.id());
            if (present == null) {
                throw new SyncFailureException(new TransientFailure("the created product was just deleted"));
            }
            ProductWish rest = wish.overCreated(present);
            return change(store, rest, ShopifyPlan.of(rest).steps());
        });
    }
}
