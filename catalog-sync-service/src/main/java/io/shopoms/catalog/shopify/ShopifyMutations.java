package io.shopoms.catalog.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.catalog.shopify.ShopifyStep.Publish;
import io.shopoms.catalog.shopify.ShopifyStep.SetMetafields;
import io.shopoms.catalog.shopify.ShopifyStep.SetProduct;
import io.shopoms.catalog.shopify.ShopifyStep.UpdateProduct;
import io.shopoms.catalog.shopify.ShopifyStep.UpdateVariants;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.failure.SyncFailure.TransientFailure;
import io.shopoms.sync.failure.SyncFailureException;
import io.shopoms.sync.http.Timers;
import io.shopoms.sync.shopify.GraphqlDocument;
import io.shopoms.sync.shopify.ShopifyClients;
import io.shopoms.sync.shopify.UserErrors;
import io.shopoms.sync.shopify.UserErrors.UserError;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sends single steps. A failure other than Shopify's refusal leaves open whether it was carried out. */
@ApplicationScoped
class ShopifyMutations {

    private static final GraphqlDocument SET = GraphqlDocument.of(ShopifyMutations.class, "product_set");
    private static final GraphqlDocument OPERATION = GraphqlDocument.of(ShopifyMutations.class, "product_operation");
    private static final GraphqlDocument UPDATE = GraphqlDocument.of(ShopifyMutations.class, "product_update");
    private static final GraphqlDocument VARIANTS =
            GraphqlDocument.of(ShopifyMutations.class, "product_variants_bulk_update");
    private static final GraphqlDocument METAFIELDS = GraphqlDocument.of(ShopifyMutations.class, "metafields_set");
    private static final GraphqlDocument PUBLISH = GraphqlDocument.of(ShopifyMutations.class, "publishable_publish");
    private static final GraphqlDocument DELETE = GraphqlDocument.of(ShopifyMutations.class, "product_delete");

    /** Shopify takes longer for more than this than a call may take: then it works on, and is asked. */
    private static final int VARIANTS_AT_ONCE = 100;

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final int MOST_LOOKS = 60;

    private final ShopifyClients shopify;
    private final Timers timers;

    @Inject
    ShopifyMutations(ShopifyClients shopify, Vertx vertx) {
        this(shopify, Timers.of(vertx));
    }

    ShopifyMutations(ShopifyClients shopify, Timers timers) {
        this.shopify = shopify;
        this.timers = timers;
    }

    /**
     * A step as Shopify's documents take it.
     *
     * @param payload the field of the answer that holds what was done
     */
    record Call(GraphqlDocument document, Map<String, Object> variables, String payload) {}

    static Call call(ShopifyStep step) {
        if (step instanceof SetProduct set) {
            Map<String, Object> variables = new HashMap<>();
            variables.put(
                    "identifier",
                    set.product().map(id -> Map.of("id", id.gid("Product"))).orElse(null));
            variables.put("input", set.input());
            variables.put("synchronous", !takesLong(set));
            return new Call(SET, variables, "productSet");
        }
        if (step instanceof UpdateProduct update) {
            return new Call(UPDATE, Map.of("product", update.input()), "productUpdate");
        }
        if (step instanceof UpdateVariants update) {
            return new Call(
                    VARIANTS,
                    Map.of("productId", update.product().gid("Product"), "variants", update.variants()),
                    "productVariantsBulkUpdate");
        }
        if (step instanceof Publish publish) {
            return new Call(
                    PUBLISH,
                    Map.of(
                            "id",
                            publish.product().gid("Product"),
                            "input",
                            publish.publications().stream()
                                    .map(id -> Map.of("publicationId", id))
                                    .toList()),
                    "publishablePublish");
        }
        return new Call(METAFIELDS, Map.of("metafields", ((SetMetafields) step).metafields()), "metafieldsSet");
    }

    /**
     * Carries a step out.
     *
     * @return the payload's product; empty where Shopify does not tell it
     * @throws RefusedException in the answer, if Shopify refuses it; nothing was changed then
     */
    Uni<Optional<ShopifyId>> send(Store store, ShopifyStep step) {
        Call call = call(step);
        return shopify.of(store)
                .execute(call.document(), call.variables())
                .map(data -> accepted(step, data.path(call.payload())))
                .chain(payload -> payload.path("productSetOperation").hasNonNull("id")
                                && !payload.path("product").hasNonNull("id")
                        ? finished(
                                store,
                                step,
                                payload.path("productSetOperation").path("id").asText(),
                                MOST_LOOKS)
                        : Uni.createFrom().item(product(payload)));
    }

    /** Whether Shopify answers before it is done, with an operation that is to be asked for. */
    static boolean takesLong(ShopifyStep step) {
        return step instanceof SetProduct set && set.variants().size() > VARIANTS_AT_ONCE;
    }

    /** @return false if it was gone already */
    Uni<Boolean> delete(Store store, ShopifyId product) {
        return shopify.of(store)
                .execute(DELETE, Map.of("input", Map.of("id", product.gid("Product"))))
                .map(data -> {
                    List<UserError> errors = UserErrors.of(data.path("productDelete"));
                    if (errors.isEmpty()) {
                        return true;
                    }
                    if (errors.get(0).message().contains("does not exist")) {
                        return false;
                    }
                    throw new RefusedException(
                            new SetProduct(Optional.of(product), Map.of(), List.of(), List.of()), errors.get(0));
                });
    }

    /** @throws RefusedException if it has errors */
    static JsonNode accepted(ShopifyStep step, JsonNode payload) {
        List<UserError> errors = UserErrors.of(payload);
        if (!errors.isEmpty()) {
            throw new RefusedException(step, errors.get(0));
        }
        return payload;
    }

    static Optional<ShopifyId> product(JsonNode payload) {
        return Optional.ofNullable(payload.path("product").path("id").textValue())
                .map(ShopifyId::parse);
    }

    private Uni<Optional<ShopifyId>> finished(Store store, ShopifyStep step, String operation, int looks) {
        return timers.pause(BETWEEN_LOOKS)
                .chain(() -> shopify.of(store).execute(OPERATION, Map.of("id", operation)))
                .map(data -> accepted(step, data.path("productOperation")))
                .chain(told -> {
                    if (told.path("status").asText().equals("COMPLETE")) {
                        return Uni.createFrom().item(product(told));
                    }
                    if (looks <= 1) {
                        throw new SyncFailureException(
                                new TransientFailure("Shopify is still at work on the product's many variants"));
                    }
                    return finished(store, step, operation, looks - 1);
                });
    }
}
