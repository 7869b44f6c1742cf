package io.shopoms.inventory.ops;

import io.shopoms.inventory.cache.AuditSearch;
import io.shopoms.inventory.cache.AuditSearch.Line;
import io.shopoms.model.OdooId;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.ops.Asked;
import io.shopoms.sync.ops.Page;
import io.shopoms.sync.ops.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** The history of every level, and of what people chose. */
@Path("/api/audit")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "audit")
class AuditResource {

    private final AuditSearch log;

    AuditResource(AuditSearch log) {
        this.log = log;
    }

    /**
     * @param before what Shopify had, in units; null for a line that is about a choice
     * @param explains units of earlier unexplained lines that this one gives the cause of
     * @param actor the person, for a choice
     */
    record LineView(
            Instant at,
            String store,
            Long inventoryItemId,
            Long locationId,
            Long productId,
            String sku,
            String source,
            String cause,
            Long before,
            Long after,
            long explains,
            String correlationId,
            String actor,
            String detail) {}

    @GET
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR})
    @Operation(
            summary = "Changes of stock and choices about it, newest first",
            description = "from and until: moments, the first included; sku: exactly; cause: odoo, order, setting,"
                    + " unexplained, drift, first_sync; source: shopoms, shopify, person, catalog; after: the next of the"
                    + " page before")
    public Uni<Page<LineView>> search(
            @RestQuery String store,
            @RestQuery String item,
            @RestQuery String location,
            @RestQuery String product,
            @RestQuery String sku,
            @RestQuery String cause,
            @RestQuery String source,
            @RestQuery String correlation,
            @RestQuery String from,
            @RestQuery String until,
            @RestQuery String after,
            @RestQuery String limit) {
        int most = Asked.limit(limit);
        AuditSearch.Filter filter = new AuditSearch.Filter(
                Asked.store(store),
                Parameters.id("item", item).map(ShopifyId::new),
                Parameters.id("location", location).map(ShopifyId::new),
                Parameters.id("product", product).map(OdooId::new),
                Asked.text("sku", sku),
                Asked.text("cause", cause).map(text -> text.toUpperCase(Locale.ROOT)),
                Asked.text("source", source).map(text -> text.toUpperCase(Locale.ROOT)),
                Asked.text("correlation", correlation),
                Parameters.moment("from", from),
                Parameters.moment("until", until));
        return log.search(filter, place(after), most).map(lines -> page(lines, most));
    }

    private static Optional<AuditSearch.Place> place(String after) {
        return Asked.place(after, 2).map(parts -> {
            try {
                return new AuditSearch.Place(Parameters.instant(parts[0]), Long.parseLong(parts[1]));
            } catch (DateTimeException | NumberFormatException e) {
                throw Asked.wrongPlace();
            }
        });
    }

    private static Page<LineView> page(List<Line> lines, int most) {
        List<LineView> views = lines.stream().map(AuditResource::view).toList();
        if (lines.size() < most) {
            return new Page<>(views, null);
        }
        Line last = lines.get(lines.size() - 1);
        return new Page<>(views, Asked.place(last.at(), last.id()));
    }

    private static LineView view(Line line) {
        return new LineView(
                line.at(),
                line.store().value(),
                StockViews.number(line.item()),
                StockViews.number(line.location()),
                StockViews.odooNumber(line.product()),
                line.sku(),
                line.source().toLowerCase(Locale.ROOT),
                line.cause().toLowerCase(Locale.ROOT),
                StockViews.orNull(line.before()),
                StockViews.orNull(line.after()),
                line.explains(),
                line.correlation().orElse(null),
                line.actor().orElse(null),
                line.detail());
    }
}
