package io.shopoms.order.ops;

import io.shopoms.order.odoo.OdooSetup;
import io.shopoms.order.odoo.SetupFinding;
import io.shopoms.order.odoo.SetupFinding.Severity;
import io.shopoms.sync.odoo.OdooClients;
import io.shopoms.sync.ops.AskedStore;
import io.shopoms.sync.ops.Roles;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tells what Odoo lacks for a store's orders. */
@Path("/api/orders/setup")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "orders")
class SetupResource {

    private final OdooSetup setup;
    private final OdooClients odoos;
    private final AskedStore stores;

    SetupResource(OdooSetup setup, OdooClients odoos, AskedStore stores) {
        this.setup = setup;
        this.odoos = odoos;
        this.stores = stores;
    }

    /** @param complete whether nothing is missing or unsuitable; notes do not count */
    record SetupView(String store, boolean complete, List<SetupFinding> findings) {}

    @POST
    @Path("/check")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            summary = "Looks at everything that orders need in Odoo, makes what the key may create, names the rest",
            description = "Products for shipping, tips and the like, pricelists, journals, taxes, rounding.")
    public Uni<SetupView> check(@QueryParam("store") String shop) {
        Store store = stores.of(shop);
        return setup.allFindings(store, odoos.of(store))
                .map(findings -> new SetupView(
                        store.shop().value(),
                        findings.stream().allMatch(finding -> finding.severity() == Severity.NOTE),
                        findings));
    }
}
