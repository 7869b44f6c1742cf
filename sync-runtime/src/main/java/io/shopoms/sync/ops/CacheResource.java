package io.shopoms.sync.ops;

import io.quarkus.resteasy.reactive.jackson.CustomDeserialization;
import io.shopoms.model.ShopDomain;
import io.shopoms.sync.cache.CacheEntries;
import io.shopoms.sync.cache.CacheFilter;
import io.shopoms.sync.cache.CacheKind;
import io.shopoms.sync.cache.CacheKinds;
import io.shopoms.sync.cache.CacheQueries;
import io.shopoms.sync.cache.CacheQueries.Place;
import io.shopoms.sync.cache.CacheRow;
import io.shopoms.sync.cache.CacheStatus;
import io.shopoms.sync.failure.SyncFailure;
import io.shopoms.sync.ops.CacheViews.RowView;
import io.shopoms.sync.ops.CacheViews.StatusView;
import io.shopoms.sync.ops.CacheViews.WholeRowView;
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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The cache of one kind of record: how it stands, single records, and doing them again. */
@Path("/api/cache")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "cache")
@CustomDeserialization(ExactBody.class)
class CacheResource {

    /** More at once would be one very long transaction; call again for the rest. */
    private static final int MOST_RETRIED = 5_000;

    private static final int MOST_IDS = 1_000;

    private final CacheKinds kinds;
    private final CacheQueries queries;
    private final CacheEntries entries;
    private final AskedStore stores;
    private final Clock clock;

    CacheResource(CacheKinds kinds, CacheQueries queries, CacheEntries entries, AskedStore stores, Clock clock) {
        this.kinds = kinds;
        this.queries = queries;
        this.entries = entries;
        this.stores = stores;
        this.clock = clock;
    }

    /** Ids of one store, or a filter; without both, everything that has not gone through, whether it is FAILED or waits. */
    record RetryRequest(String store, List<String> ids, String status, String failure, String q) {}

    @GET
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR})
    @Operation(summary = "The kinds of records that this service caches")
    public List<String> kinds() {
        return kinds.all().stream().map(CacheKind::name).toList();
    }

    @GET
    @Path("{kind}/status")
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR})
    @Operation(summary = "Counts by store, status and failure, and how long the oldest has been waiting")
    public Uni<StatusView> status(@RestPath String kind) {
        return queries.status(known(kind)).map(groups -> CacheViews.status(kind, groups, clock.instant()));
    }

    @GET
    @Path("{kind}")
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR})
    @Operation(summary = "Records, newest first; q is an id or the beginning of one of the record's own columns")
    public Uni<Page<RowView>> list(
            @RestPath String kind,
            @RestQuery String store,
            @RestQuery String status,
            @RestQuery String failure,
            @RestQuery String q,
            @RestQuery String after,
            @RestQuery String limit) {
        int most = Asked.limit(limit);
        return queries.list(known(kind), filter(store, status, failure, q), place(after), most)
                .map(rows -> page(rows, most));
    }

    @GET
    @Path("{kind}/{id}")
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR})
    @Operation(summary = "One record with its raw text; store is needed only if several stores have that id")
    public Uni<WholeRowView> record(@RestPath String kind, @RestPath String id, @RestQuery String store) {
        return queries.find(known(kind), Asked.id(id), Asked.store(store)).map(rows -> {
            if (rows.isEmpty()) {
                throw ProblemException.notFound("There is no record " + id + " among " + kind + ".");
            }
            if (rows.size() > 1) {
                throw ProblemException.badRequest("store: several stores have a record " + id + "; name one of "
                        + rows.stream().map(row -> row.store().value()).sorted().toList());
            }
            return CacheViews.whole(rows.get(0));
        });
    }

    @POST
    @Path("{kind}/process")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Lets everything that waits for its next attempt be tried now")
    public Uni<Map<String, Integer>> process(@RestPath String kind, @RestQuery String store) {
        return queries.process(known(kind), Asked.store(store)).map(due -> Map.of("due", due));
    }

    @POST
    @Path("{kind}/retry")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            summary =
                    "Tries records again with fresh attempts: by ids of a store, or those of a filter that have a failure")
    public Uni<Map<String, Integer>> retry(@RestPath String kind, RetryRequest request) {
        CacheKind known = known(kind);
        RetryRequest asked = request == null ? new RetryRequest(null, null, null, null, null) : request;
        Uni<Integer> retried = asked.ids() == null
                ? queries.retry(known, filter(asked.store(), asked.status(), asked.failure(), asked.q()), MOST_RETRIED)
                : byIds(known, asked);
        return retried.map(count -> Map.of("retried", count));
    }

    private Uni<Integer> byIds(CacheKind kind, RetryRequest asked) {
        ShopDomain store =
                Asked.store(asked.store()).orElseGet(() -> stores.of(null).shop());
        if (asked.ids().size() > MOST_IDS) {
            throw ProblemException.badRequest("ids: at most " + MOST_IDS);
        }
        List<Long> ids =
                asked.ids().stream().map(id -> Asked.id(String.valueOf(id))).toList();
        return entries.reprocess(kind, store, ids);
    }

    private CacheKind known(String kind) {
        return kinds.find(kind)
                .orElseThrow(
                        () -> ProblemException.notFound("There is no kind '" + kind + "'; there are " + kinds() + "."));
    }

    private static CacheFilter filter(String store, String status, String failure, String q) {
        return new CacheFilter(
                Asked.store(store),
                Asked.oneOf(CacheStatus.class, "status", status),
                Asked.text("failure", failure).map(CacheResource::failureKind),
                Asked.text("q", q));
    }

    private static String failureKind(String text) {
        return SyncFailure.KINDS.stream()
                .filter(text::equalsIgnoreCase)
                .findFirst()
                .orElseThrow(() -> ProblemException.badRequest("failure: expected one of " + SyncFailure.KINDS));
    }

    private static Optional<Place> place(String after) {
        return Asked.place(after, 3).map(parts -> {
            try {
                return new Place(Instant.parse(parts[0]), parts[1], Long.parseLong(parts[2]));
            } catch (DateTimeException | NumberFormatException e) {
                throw Asked.wrongPlace();
            }
        });
    }

    private static Page<RowView> page(List<CacheRow> rows, int most) {
        List<RowView> items = rows.stream().map(CacheViews::row).toList();
        if (rows.size() < most) {
            return new Page<>(items, null);
        }
        CacheRow last = rows.get(rows.size() - 1);
        return new Page<>(items, Asked.place(last.receivedAt(), last.store().value(), last.recordId()));
    }
}
