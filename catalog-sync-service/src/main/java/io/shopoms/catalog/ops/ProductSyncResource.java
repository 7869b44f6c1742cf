package io.shopoms.catalog.ops;

import io.quarkus.arc.All;
import io.quarkus.security.identity.SecurityIdentity;
import io.shopoms.catalog.cache.OdooProductCache;
import io.shopoms.catalog.cache.ProductCache;
import io.shopoms.sync.cache.CacheKind;
import io.shopoms.sync.cache.CacheQueries;
import io.shopoms.sync.cache.CacheQueries.Group;
import io.shopoms.sync.job.StartedJobs;
import io.shopoms.sync.ops.AskedStore;
import io.shopoms.sync.ops.ProblemException;
import io.shopoms.sync.ops.Roles;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;

/** Products between Shopify and Odoo: starting a run, looking ahead, and how far it is. */
@Path("/api/sync/products")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@Tag(name = "products")
class ProductSyncResource {

    /** A page reads every product whole. */
    private static final int MOST = 50;

    private static final String FROM_SHOPIFY = "shopify-to-odoo";
    private static final Map<String, String> EVERYTHING = Map.of("from", "1970-01-01");
    private static final String FROM_ODOO = "odoo-to-shopify";

    private final StartedJobs jobs;
    private final CacheQueries queries;
    private final ProductCache ofShopify;
    private final OdooProductCache ofOdoo;
    private final List<ProductPreview> previews;
    private final AskedStore stores;
    private final SecurityIdentity caller;

    ProductSyncResource(
            StartedJobs jobs,
            CacheQueries queries,
            ProductCache ofShopify,
            OdooProductCache ofOdoo,
            @All List<ProductPreview> previews,
            AskedStore stores,
            SecurityIdentity caller) {
        this.jobs = jobs;
        this.queries = queries;
        this.ofShopify = ofShopify;
        this.ofOdoo = ofOdoo;
        this.previews = previews;
        this.stores = stores;
        this.caller = caller;
    }

    /**
     * @param direction {@code shopify-to-odoo} or {@code odoo-to-shopify}
     * @param parameters of the job {@code products}, such as {@code from}
     */
    record SyncRequest(String store, String direction, Map<String, String> parameters) {}

    /** @param job its id in {@code /api/jobs} */
    record Started(String direction, String job) {}

    /** @param failure null where nothing failed */
    record Count(String kind, String store, String status, String failure, long rows) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.OPERATOR)
    @ResponseStatus(202)
    @Operation(
            summary = "Has products looked at in one direction",
            description =
                    "shopify-to-odoo: the job 'products', with its parameters; without any, every product. odoo-to-shopify: the job"
                            + " 'odoo-products', which reads every template. Only differences are written.")
    public Uni<Started> start(SyncRequest request) {
        if (request == null || request.direction() == null) {
            throw ProblemException.badRequest("direction: needed, one of " + directions());
        }
        Store store = stores.of(request.store());
        String direction = known(request.direction()).direction();
        Map<String, String> given = request.parameters() == null ? Map.of() : request.parameters();
        boolean fromShopify = direction.equals(FROM_SHOPIFY);
        return jobs.start(
                        fromShopify ? ofShopify.name() : ofOdoo.name(),
                        store.shop(),
                        fromShopify && given.isEmpty() ? EVERYTHING : given,
                        Optional.of(caller.getPrincipal().getName()))
                .onFailure(IllegalArgumentException.class)
                .transform(e -> ProblemException.badRequest(e.getMessage()))
                .map(job -> new Started(direction, job.toString()));
    }

    @GET
    @Path("preview")
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR})
    @Operation(
            summary = "What a direction would do, page by page; writes nothing",
            description = "direction: shopify-to-odoo or odoo-to-shopify; after: the next of the page before; limit: at"
                    + " most 50")
    public Uni<ProductPreview.Page> preview(
            @RestQuery String direction,
            @RestQuery String store,
            @RestQuery @DefaultValue("") String after,
            @RestQuery @DefaultValue("20") int limit) {
        if (limit < 1 || limit > MOST) {
            throw ProblemException.badRequest("limit: expected 1 to " + MOST);
        }
        ProductPreview preview = known(direction);
        if (preview.direction().equals(FROM_ODOO) && !after.matches("\\d{0,18}")) {
            throw ProblemException.badRequest("after: expected the next of the page before");
        }
        return preview.preview(stores.of(store), after, limit);
    }

    @GET
    @Path("status")
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR})
    @Operation(summary = "How many products of either side are in step, wait, or need a person")
    public Uni<List<Count>> status() {
        return counts(ofShopify)
                .chain(shopify -> counts(ofOdoo)
                        .map(odoo ->
                                Stream.concat(shopify.stream(), odoo.stream()).toList()));
    }

    private Uni<List<Count>> counts(CacheKind kind) {
        return queries.status(kind)
                .map(groups -> groups.stream().map(group -> count(kind, group)).toList());
    }

    private static Count count(CacheKind kind, Group group) {
        return new Count(
                kind.name(),
                group.store().value(),
                group.status().name(),
                group.failure().orElse(null),
                group.rows());
    }

    private ProductPreview known(String direction) {
        return previews.stream()
                .filter(preview -> preview.direction().equals(direction))
                .findFirst()
                .orElseThrow(() -> ProblemException.badRequest("direction: expected one of " + directions()));
    }

    private List<String> directions() {
        return previews.stream().map(ProductPreview::direction).sorted().toList();
    }
}
