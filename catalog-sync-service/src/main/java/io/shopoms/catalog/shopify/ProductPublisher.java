package io.shopoms.catalog.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.catalog.shopify.ShopifyMutations.Call;
import io.shopoms.catalog.shopify.ShopifyStep.Publish;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.failure.SyncFailure;
import io.shopoms.sync.failure.SyncFailure.Misconfigured;
import io.shopoms.sync.failure.SyncFailure.RejectedByTarget;
import io.shopoms.sync.failure.SyncFailure.TransientFailure;
import io.shopoms.sync.failure.SyncFailureException;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Offers created products in the store's sales channels: Shopify shows a product nowhere by itself. To publish twice changes
 * nothing, so it is done again until Shopify has confirmed it. A failure here is told, and leaves the product as it is.
 */
@ApplicationScoped
class ProductPublisher {

    private static final int AT_ONCE = 4;

    private static final String SCOPES =
            "Give the app the scopes read_publications and write_publications in Shopify and install it again, or set"
                    + " SHOPOMS_CATALOG_PUBLISH_TO to nothing; then retry.";
    private static final String BY_HAND =
            "Look in Shopify's admin whether the channels of SHOPOMS_CATALOG_PUBLISH_TO can show the product, then retry.";

    private final SalesChannels channels;
    private final Publications publications;
    private final UnpublishedProducts unpublished;
    private final ShopifyMutations mutations;
    private final BulkUpload upload;
    private final ShopifyCatalogSettings settings;

    ProductPublisher(
            SalesChannels channels,
            Publications publications,
            UnpublishedProducts unpublished,
            ShopifyMutations mutations,
            BulkUpload upload,
            ShopifyCatalogSettings settings) {
        this.channels = channels;
        this.publications = publications;
        this.unpublished = unpublished;
        this.mutations = mutations;
        this.upload = upload;
        this.settings = settings;
    }

    /**
     * Publishes those of the created products that were not yet.
     *
     * @param created by the reference that each carries
     * @return for each of those, why it could not be published; empty if it is
     */
    Uni<Map<String, Optional<SyncFailure>>> publish(Store store, Map<String, ShopifyId> created) {
        if (created.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return unpublished.among(store, created.keySet()).chain(open -> {
            Map<String, ShopifyId> products = new HashMap<>(created);
            products.keySet().retainAll(open);
            return products.isEmpty() ? Uni.createFrom().item(Map.of()) : carryOut(store, products);
        });
    }

    private Uni<Map<String, Optional<SyncFailure>>> carryOut(Store store, Map<String, ShopifyId> products) {
        List<String> names = channels.of(store);
        Map<String, Optional<SyncFailure>> results = new ConcurrentHashMap<>();
        Uni<?> sent = names.isEmpty()
                ? Uni.createFrom()
                        .item(true)
                        .invoke(() -> products.keySet().forEach(each -> results.put(each, Optional.empty())))
                : publications
                        .of(store, names)
                        .chain(ids -> send(store, products, ids, results))
                        .onFailure(SyncFailureException.class)
                        .recoverWithItem(e -> {
                            products.forEach((reference, product) ->
                                    results.putIfAbsent(reference, Optional.of(failure(product, e))));
                            return null;
                        });
        return sent.chain(() -> unpublished.published(
                        store,
                        results.entrySet().stream()
                                .filter(result -> result.getValue().isEmpty())
                                .map(Map.Entry::getKey)
                                .toList()))
                .replaceWith(results);
    }

    private Uni<Void> send(
            Store store,
            Map<String, ShopifyId> products,
            List<String> ids,
            Map<String, Optional<SyncFailure>> results) {
        Map<String, Publish> steps = products.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> new Publish(each.getValue(), ids)));
        boolean many = settings.uploadAbove() > 0 && steps.size() > settings.uploadAbove();
        return (many ? file(store, steps, results) : Uni.createFrom().voidItem())
                .chain(() -> Multi.createFrom()
                        .iterable(steps.entrySet())
                        .filter(step -> !results.containsKey(step.getKey()))
                        .onItem()
                        .transformToUni(step ->
                                single(store, step.getValue()).invoke(result -> results.put(step.getKey(), result)))
                        .merge(AT_ONCE)
                        .collect()
                        .asList())
                .replaceWithVoid();
    }

    /** Lines without an answer get no result. */
    private Uni<Void> file(Store store, Map<String, Publish> steps, Map<String, Optional<SyncFailure>> results) {
        List<String> references = new ArrayList<>(steps.keySet());
        List<Call> calls = references.stream()
                .map(reference -> ShopifyMutations.call(steps.get(reference)))
                .toList();
        return upload.run(
                        store,
                        calls.get(0).document(),
                        calls.stream().map(Call::variables).toList())
                .onFailure(SyncFailureException.class)
                .recoverWithItem(Map.of())
                .invoke(answers -> answers.forEach((line, data) -> {
                    JsonNode payload = data.path(calls.get(line).payload());
                    if (payload.isObject()) {
                        results.put(references.get(line), answered(steps.get(references.get(line)), payload));
                    }
                }))
                .replaceWithVoid();
    }

    private static Optional<SyncFailure> answered(Publish step, JsonNode payload) {
        try {
            ShopifyMutations.accepted(step, payload);
            return Optional.empty();
        } catch (RefusedException e) {
            return Optional.of(failure(step.product(), e));
        }
    }

    private Uni<Optional<SyncFailure>> single(Store store, Publish step) {
        return mutations
                .send(store, step)
                .map(done -> Optional.<SyncFailure>empty())
                .onFailure(e -> e instanceof RefusedException || e instanceof SyncFailureException)
                .recoverWithItem(e -> Optional.of(failure(step.product(), e)));
    }

    /** Says that the product is there. A missing scope is no reason to stop everything else in the store. */
    private static SyncFailure failure(ShopifyId product, Throwable e) {
        boolean refused = e instanceof RefusedException;
        SyncFailure why = (refused ? ((RefusedException) e).forCaller() : (SyncFailureException) e).failure();
        String message = "product " + product + " is in Shopify, but in no sales channel yet: " + why.message();
        if (why instanceof TransientFailure passing) {
            return new TransientFailure(message, passing.retryAfter());
        }
        if (why instanceof Misconfigured) {
            return new RejectedByTarget(message, SCOPES);
        }
        return new RejectedByTarget(message, refused ? BY_HAND : why.remedy());
    }
}
