package io.shopoms.order.ops;

import io.shopoms.order.mapping.TaxKey;
import io.shopoms.order.odoo.OdooReferences;
import io.shopoms.order.policy.TaxMappings;
import io.shopoms.sync.odoo.OdooClients;
import io.shopoms.sync.ops.AskedStore;
import io.shopoms.sync.ops.ProblemException;
import io.shopoms.sync.ops.Roles;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Which Odoo tax stands for a rate of Shopify's, where the rate alone does not tell. */
@Path("/api/orders/taxes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "orders")
class TaxResource {

    private static final String ONE = "/{percent:\\d{1,3}(\\.\\d{1,4})?}/{kind:included|excluded}";

    private final TaxMappings mappings;
    private final OdooReferences references;
    private final OdooClients odoos;
    private final AskedStore stores;

    TaxResource(TaxMappings mappings, OdooReferences references, OdooClients odoos, AskedStore stores) {
        this.mappings = mappings;
        this.references = references;
        this.odoos = odoos;
        this.stores = stores;
    }

    /**
     * @param percent such as {@code 19} or {@code 7.25}
     * @param included whether prices contain the tax
     */
    record TaxView(String percent, boolean included, long odooTaxId) {}

    /** @param odooTaxId the id in {@code account.tax} */
    record Choice(Long odooTaxId) {}

    @GET
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR})
    @Operation(summary = "The taxes that were chosen; a rate that one Odoo tax has alone needs no choice")
    public Uni<List<TaxView>> chosen(@QueryParam("store") String store) {
        return mappings.of(stores.of(store).shop())
                .map(choices -> choices.entrySet().stream()
                        .map(choice -> view(choice.getKey(), choice.getValue()))
                        .toList());
    }

    @PUT
    @Path(ONE)
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            summary = "Chooses the Odoo tax for a rate",
            description = "Orders that waited for it go through when they are retried: POST /api/cache/orders/retry.")
    public Uni<TaxView> choose(
            @PathParam("percent") BigDecimal percent,
            @PathParam("kind") String kind,
            @QueryParam("store") String store,
            Choice choice) {
        if (choice == null || choice.odooTaxId() == null || choice.odooTaxId() <= 0) {
            throw ProblemException.badRequest("odooTaxId: expected the id of a sales tax in Odoo");
        }
        Store asked = stores.of(store);
        TaxKey key = key(percent, kind);
        long taxId = choice.odooTaxId();
        return references
                .objection(odoos.of(asked), key, taxId)
                .invoke(objection -> objection.ifPresent(why -> {
                    throw ProblemException.unprocessable("odooTaxId: " + why);
                }))
                .chain(() -> mappings.choose(asked.shop(), key, taxId))
                .invoke(() -> references.forget(asked))
                .replaceWith(() -> view(key, taxId));
    }

    @DELETE
    @Path(ONE)
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Forgets a choice; the setting, or the only tax of the rate, holds again")
    public Uni<Void> forget(
            @PathParam("percent") BigDecimal percent,
            @PathParam("kind") String kind,
            @QueryParam("store") String store) {
        Store asked = stores.of(store);
        return mappings.forget(asked.shop(), key(percent, kind))
                .invoke(removed -> {
                    if (!removed) {
                        throw ProblemException.notFound("no tax was chosen for this rate");
                    }
                    references.forget(asked);
                })
                .replaceWithVoid();
    }

    private static TaxKey key(BigDecimal percent, String kind) {
        return new TaxKey(percent, kind.equals("included"));
    }

    private static TaxView view(TaxKey key, long taxId) {
        return new TaxView(key.percent().toPlainString(), key.included(), taxId);
    }
}
