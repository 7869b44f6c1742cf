package io.shopoms.inventory.ops;

import io.quarkus.security.identity.SecurityIdentity;
import io.shopoms.inventory.cache.DueItems;
import io.shopoms.model.OdooId;
import io.shopoms.sync.job.StartedJobs;
import io.shopoms.sync.ops.AskedStore;
import io.shopoms.sync.ops.ProblemException;
import io.shopoms.sync.ops.Roles;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Has stock compared and put right at once. */
@Path("/api/sync")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@Tag(name = "stock")
class StockSyncResource {

    /** The job that compares everything. */
    private static final String JOB = "inventory";

    private final DueItems due;
    private final StartedJobs jobs;
    private final AskedStore stores;
    private final SecurityIdentity caller;

    StockSyncResource(DueItems due, StartedJobs jobs, AskedStore stores, SecurityIdentity caller) {
        this.due = due;
        this.jobs = jobs;
        this.stores = stores;
        this.caller = caller;
    }

    /** @param items how many are looked at now; {@code GET /api/stock/{item}} shows what comes of it */
    record Due(int items) {}

    /** @param job its id in {@code /api/jobs} */
    record Started(String job) {}

    @POST
    @Path("{product:\\d{1,18}}")
    @RolesAllowed(Roles.OPERATOR)
    @ResponseStatus(202)
    @Operation(
            summary = "Looks at every item that an Odoo product is sold as, in all stores on that Odoo",
            description = "Shopify and Odoo are read anew. store: one of the stores on the product's Odoo")
    public Uni<Due> product(@RestPath long product, @RestQuery String store) {
        Store asked = stores.of(store);
        if (product <= 0) {
            throw ProblemException.badRequest("productId: expected the number of a product.product");
        }
        return due.raiseDoubting(asked, new OdooId(product)).map(count -> {
            if (count == 0) {
                throw ProblemException.notFound("No inventory item is linked with product " + product
                        + "; GET /api/links?q=" + product + " looks for it, POST /api/links links one.");
            }
            return new Due(count);
        });
    }

    @POST
    @Path("all")
    @RolesAllowed(Roles.OPERATOR)
    @ResponseStatus(202)
    @Operation(summary = "Compares all stock of a store, as the nightly reconcile does")
    public Uni<Started> all(@RestQuery String store) {
        return jobs.start(
                        JOB,
                        stores.of(store).shop(),
                        Map.of(),
                        Optional.of(caller.getPrincipal().getName()))
                .map(job -> new Started(job.toString()));
    }
}
