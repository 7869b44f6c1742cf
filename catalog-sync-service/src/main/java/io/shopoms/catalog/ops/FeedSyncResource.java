package io.shopoms.catalog.ops;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.shopoms.catalog.feed.config.FeedConfig;
import io.shopoms.catalog.feed.config.FeedConfigs;
import io.shopoms.catalog.feed.run.FeedLogs;
import io.shopoms.catalog.feed.run.FeedSync;
import io.shopoms.catalog.ops.RunViews.RunView;
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
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Runs of feeds: asking for them, and allowing what they ask. */
@Path("/api/sync")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "feeds")
class FeedSyncResource {

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    private final FeedConfigs configs;
    private final FeedSync sync;
    private final FeedLogs logs;

    FeedSyncResource(FeedConfigs configs, FeedSync sync, FeedLogs logs) {
        this.configs = configs;
        this.sync = sync;
        this.logs = logs;
    }

    /**
     * @param dryRun only tell what a run would do; also {@code dry_run}
     * @param confirm the id of a run that waits to be allowed what it would remove
     */
    record SyncRequest(@JsonAlias("dry_run") Boolean dryRun, UUID confirm) {}

    @POST
    @Path("{configId}")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            summary =
                    "Starts a run of a feed, a dry one with dryRun, or lets one go on that waits, with its id as confirm")
    public Uni<Response> sync(@RestPath String configId, @RestQuery Boolean dryRun, JsonNode body) {
        SyncRequest request = request(body);
        boolean dry = Boolean.TRUE.equals(dryRun) || Boolean.TRUE.equals(request.dryRun());
        if (dry && request.confirm() != null) {
            throw ProblemException.badRequest("A run that is confirmed takes effect: either dryRun or confirm.");
        }
        return known(configId)
                .chain(config ->
                        request.confirm() != null ? confirmed(config, request.confirm()) : requested(config, dry))
                .map(run -> Response.accepted(Map.of("run", run.toString())).build());
    }

    @GET
    @Path("status")
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR})
    @Operation(summary = "The newest run of each feed")
    public Uni<List<RunView>> status() {
        return logs.newest().map(RunViews::of);
    }

    /** A misspelled dryRun must not become a run that takes effect. */
    private static SyncRequest request(JsonNode body) {
        if (body == null || body.isNull() || body.isMissingNode()) {
            return new SyncRequest(null, null);
        }
        try {
            return STRICT.treeToValue(body, SyncRequest.class);
        } catch (JsonProcessingException e) {
            throw ProblemException.badRequest("The body may hold dryRun (true or false), or confirm (a run's id).");
        }
    }

    private Uni<UUID> requested(FeedConfig config, boolean dryRun) {
        return sync.request(config, dryRun, "api")
                .map(run -> run.orElseThrow(() -> ProblemException.conflict("A run of the feed '" + config.id()
                        + "' is in work; see /api/configs/" + config.id() + "/logs.")));
    }

    private Uni<UUID> confirmed(FeedConfig config, UUID run) {
        return sync.confirm(config, run).map(waited -> {
            if (!waited) {
                throw ProblemException.conflict("confirm: the run " + run + " does not wait to be confirmed.");
            }
            return run;
        });
    }

    private Uni<FeedConfig> known(String id) {
        return configs.find(id)
                .map(found ->
                        found.orElseThrow(() -> ConfigResource.unknown(id)).config());
    }
}
