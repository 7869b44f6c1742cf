package io.shopoms.catalog.ops;

import io.shopoms.catalog.feed.run.FeedLogs;
import io.shopoms.catalog.feed.run.FeedResults;
import io.shopoms.catalog.feed.run.RecordResult.Result;
import io.shopoms.catalog.ops.RunViews.ResultView;
import io.shopoms.catalog.ops.RunViews.RunView;
import io.shopoms.sync.ops.ProblemException;
import io.shopoms.sync.ops.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** What came of the runs of feeds, down to each record. */
@Path("/api/logs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "feeds")
class LogResource {

    private static final int MOST = 500;

    private final FeedLogs logs;
    private final FeedResults results;

    LogResource(FeedLogs logs, FeedResults results) {
        this.logs = logs;
        this.results = results;
    }

    @GET
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR})
    @Operation(summary = "Runs of all feeds, newest first")
    public Uni<List<RunView>> all(@RestQuery Integer limit) {
        return logs.list(Optional.empty(), limit(limit)).map(RunViews::of);
    }

    @GET
    @Path("{run}")
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR})
    @Operation(summary = "One run")
    public Uni<RunView> run(@RestPath UUID run) {
        return logs.find(run).map(found -> found.map(RunViews::of).orElseThrow(() -> unknownRun(run)));
    }

    @GET
    @Path("{run}/records")
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR})
    @Operation(
            summary =
                    "What became of each record of a run, or would become of it; after is the last record of the page before")
    public Uni<List<ResultView>> records(
            @RestPath UUID run, @RestQuery String result, @RestQuery String after, @RestQuery Integer limit) {
        return logs.find(run)
                .chain(found -> found.map(
                                log -> results.of(run, result(result), Optional.ofNullable(after), limit(limit)))
                        .orElseThrow(() -> unknownRun(run)))
                .map(RunViews::results);
    }

    private static ProblemException unknownRun(UUID run) {
        return ProblemException.notFound("There is no run '" + run + "'.");
    }

    private static Optional<Result> result(String text) {
        return Optional.ofNullable(text)
                .map(name -> Arrays.stream(Result.values())
                        .filter(result -> result.name().equals(name.toUpperCase(Locale.ROOT)))
                        .findFirst()
                        .orElseThrow(() -> ProblemException.badRequest("result: expected one of "
                                + Arrays.toString(Result.values()).toLowerCase(Locale.ROOT))));
    }

    static int limit(Integer asked) {
        if (asked != null && (asked < 1 || asked > MOST)) {
            throw ProblemException.badRequest("limit: expected a number from 1 to " + MOST);
        }
        return asked == null ? 50 : asked;
    }
}
