package io.shopoms.inventory.ops;

import io.quarkus.resteasy.reactive.jackson.CustomDeserialization;
import io.quarkus.security.identity.SecurityIdentity;
import io.shopoms.inventory.cache.Drifts;
import io.shopoms.inventory.cache.Locations;
import io.shopoms.inventory.cache.StockDrift;
import io.shopoms.inventory.cache.StockItem;
import io.shopoms.inventory.cache.StockItems;
import io.shopoms.inventory.stock.Drift.Decision;
import io.shopoms.inventory.stock.ItemKey;
import io.shopoms.inventory.stock.StockSource;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.ops.Asked;
import io.shopoms.sync.ops.ExactBody;
import io.shopoms.sync.ops.Page;
import io.shopoms.sync.ops.ProblemException;
import io.shopoms.sync.ops.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Differences between Shopify and Odoo that nothing explained. */
@Path("/api/drifts")
@CustomDeserialization(ExactBody.class)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "drifts")
class DriftResource {

    private final Drifts drifts;
    private final StockItems items;
    private final Locations locations;
    private final SecurityIdentity caller;
    private final Clock clock;

    DriftResource(Drifts drifts, StockItems items, Locations locations, SecurityIdentity caller, Clock clock) {
        this.drifts = drifts;
        this.items = items;
        this.locations = locations;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * @param expected what Shopify should have had, in units
     * @param found what it had
     * @param since when the difference was seen
     * @param ageSeconds since then, or until it was dealt with
     * @param decision what is done about it: correct, adopt, or show until a person decides
     * @param decidedBy null if the store's policy decided
     * @param outcome what was done; null as long as it is open
     */
    record DriftView(
            String id,
            String store,
            long inventoryItemId,
            long locationId,
            Long productId,
            String sku,
            long expected,
            long found,
            long difference,
            Instant since,
            long ageSeconds,
            String decision,
            String decidedBy,
            String outcome,
            Instant resolvedAt) {}

    /** @param decision {@code correct} or {@code adopt} */
    record DecisionRequest(String decision) {}

    @GET
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR})
    @Operation(
            summary = "Drifts, newest first",
            description =
                    "open: true for those that are not dealt with, false for the others; decision: correct, adopt or"
                            + " show; item: an inventory item")
    public Uni<Page<DriftView>> list(
            @RestQuery String store,
            @RestQuery String item,
            @RestQuery String open,
            @RestQuery String decision,
            @RestQuery String after,
            @RestQuery String limit) {
        int most = Asked.limit(limit);
        Drifts.Filter filter = new Drifts.Filter(
                Asked.store(store),
                Parameters.id("item", item).map(ShopifyId::new),
                Asked.oneOf(Decision.class, "decision", decision),
                Parameters.flag("open", open));
        return drifts.search(filter, place(after), most).map(found -> page(found, most));
    }

    @POST
    @Path("{id}/decide")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            summary = "Decides what becomes of a drift",
            description = "correct: Shopify is set to Odoo's number; adopt: Odoo's stock is adjusted by the difference."
                    + " One that is only shown may become either; one that Odoo was to take over, and does not, may be"
                    + " corrected.")
    public Uni<DriftView> decide(@RestPath String id, DecisionRequest wanted) {
        UUID drift = Parameters.uuid(id);
        Decision decision = Asked.oneOf(Decision.class, "decision", wanted == null ? null : wanted.decision())
                .filter(asked -> asked != Decision.SHOW)
                .orElseThrow(() -> ProblemException.badRequest("decision: expected correct or adopt"));
        String person = caller.getPrincipal().getName();
        return known(drift)
                .invoke(found -> {
                    if (!Drifts.mayBecome(found, decision)) {
                        throw decided(found);
                    }
                })
                .chain(found -> decision == Decision.CORRECT ? drifts.correct(found, person) : adopt(found, person))
                .chain(done -> known(drift).invoke(now -> {
                    if (!done) {
                        throw decided(now);
                    }
                }))
                .map(this::view);
    }

    /** Odoo is adjusted where the location's stock lies; of several places, in the first. */
    private Uni<Boolean> adopt(StockDrift drift, String person) {
        ItemKey item = new ItemKey(drift.store(), drift.drift().key().item());
        return items.find(item)
                .chain(found -> locations.of(drift.store()).chain(all -> {
                    Optional<StockSource> source = all.stream()
                            .filter(location ->
                                    location.id().equals(drift.drift().key().location()))
                            .flatMap(location -> location.sources().stream())
                            .map(mapped -> mapped.share().source())
                            .findFirst();
                    if (found.filter(known -> known.deletedAt().isEmpty())
                                    .flatMap(StockItem::product)
                                    .isEmpty()
                            || source.isEmpty()) {
                        throw ProblemException.conflict(
                                "The item is not linked or its location is not mapped any more, so that"
                                        + " there is nothing in Odoo to adjust; link and map them, or correct the drift.");
                    }
                    return drifts.adopt(drift, found.get().product().orElseThrow(), source.get(), person);
                }));
    }

    private Uni<StockDrift> known(UUID id) {
        return drifts.find(id)
                .map(found -> found.orElseThrow(
                        () -> ProblemException.notFound("There is no drift " + id + "; GET /api/drifts lists them.")));
    }

    private static ProblemException decided(StockDrift drift) {
        String who = drift.decidedBy().map(person -> " by " + person).orElse(" by the store's policy");
        return ProblemException.conflict(
                drift.resolvedAt().isPresent()
                        ? "The drift is dealt with already"
                                + drift.decidedBy().map(person -> who).orElse("") + ": "
                                + drift.outcome().orElse("no reason is stored") + "."
                        : "The drift is decided already (" + name(drift) + who
                                + "); until that is done it may only be corrected instead.");
    }

    private static String name(StockDrift drift) {
        return drift.drift().decision().name().toLowerCase(Locale.ROOT);
    }

    private static Optional<Drifts.Place> place(String after) {
        return Asked.place(after, 2).map(parts -> {
            try {
                return new Drifts.Place(Parameters.instant(parts[0]), UUID.fromString(parts[1]));
            } catch (DateTimeException | IllegalArgumentException e) {
                throw Asked.wrongPlace();
            }
        });
    }

    private Page<DriftView> page(List<StockDrift> found, int most) {
        List<DriftView> views = found.stream().map(this::view).toList();
        if (found.size() < most) {
            return new Page<>(views, null);
        }
        StockDrift last = found.get(found.size() - 1);
        return new Page<>(views, Asked.place(last.openedAt(), last.drift().id()));
    }

    private DriftView view(StockDrift drift) {
        Instant end = drift.resolvedAt().orElseGet(clock::instant);
        return new DriftView(
                drift.drift().id().toString(),
                drift.store().value(),
                drift.drift().key().item().value(),
                drift.drift().key().location().value(),
                StockViews.odooNumber(drift.product()),
                drift.sku(),
                drift.drift().before(),
                drift.drift().after(),
                drift.difference(),
                drift.drift().since(),
                Math.max(0, Duration.between(drift.drift().since(), end).toSeconds()),
                name(drift),
                drift.decidedBy().orElse(null),
                drift.outcome().orElse(null),
                drift.resolvedAt().orElse(null));
    }
}
