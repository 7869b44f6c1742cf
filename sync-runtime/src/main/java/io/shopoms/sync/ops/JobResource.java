package io.shopoms.sync.ops;

import io.quarkus.resteasy.reactive.jackson.CustomDeserialization;
import io.quarkus.security.identity.SecurityIdentity;
import io.shopoms.model.ShopDomain;
import io.shopoms.sync.job.JobStatus;
import io.shopoms.sync.job.StartedJobs;
import io.shopoms.sync.job.StoredFailure;
import io.shopoms.sync.job.SyncJob;
import io.shopoms.sync.job.SyncJobs;
import io.shopoms.sync.ops.CacheViews.FailureView;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestStreamElementType;

/** Long work: backfills and the like. */
@Path("/api/jobs")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@Tag(name = "jobs")
@CustomDeserialization(ExactBody.class)
class JobResource {

    /** Each asks the database twice a second. */
    private static final int MOST_STREAMS = 50;

    private static final Duration STREAM_STEP = Duration.ofMillis(500);

    private final StartedJobs started;
    private final SyncJobs jobs;
    private final AskedStore stores;
    private final SecurityIdentity caller;
    private final AtomicInteger streams = new AtomicInteger();

    JobResource(StartedJobs started, SyncJobs jobs, AskedStore stores, SecurityIdentity caller) {
        this.started = started;
        this.jobs = jobs;
        this.stores = stores;
        this.caller = caller;
    }

    /**
     * What to do.
     *
     * @param store may be left out where only one is configured
     * @param parameters what the type asks for, as texts
     */
    record JobRequest(String type, String store, Map<String, String> parameters) {}

    record CountersView(long processed, long created, long updated, long skipped, long errors, Long total) {}

    record JobView(
            String id,
            String type,
            String store,
            Map<String, String> parameters,
            JobStatus status,
            CountersView counters,
            int attempts,
            FailureView failure,
            String createdBy,
            Instant createdAt,
            Instant startedAt,
            Instant updatedAt,
            Instant finishedAt) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.OPERATOR)
    @ResponseStatus(202)
    @Operation(summary = "Creates a job, or answers the open one of the same type, store and parameters")
    public Uni<JobView> create(JobRequest request) {
        if (request == null || request.type() == null) {
            throw ProblemException.badRequest("type: needed, with store and parameters");
        }
        ShopDomain store =
                Asked.store(request.store()).orElseGet(() -> stores.of(null).shop());
        Map<String, String> parameters = request.parameters() == null ? Map.of() : request.parameters();
        if (parameters.values().stream().anyMatch(Objects::isNull)
                || parameters.toString().length() > 10_000) {
            throw ProblemException.badRequest("parameters: expected texts, 10000 characters at most");
        }
        return started.start(
                        request.type(),
                        store,
                        parameters,
                        Optional.of(caller.getPrincipal().getName()))
                .onFailure(IllegalArgumentException.class)
                .transform(e -> ProblemException.badRequest(e.getMessage()))
                .chain(this::known)
                .map(JobResource::view);
    }

    @GET
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR})
    @Operation(summary = "Jobs, newest first")
    public Uni<Page<JobView>> list(
            @RestQuery String type,
            @RestQuery String store,
            @RestQuery String status,
            @RestQuery String after,
            @RestQuery String limit) {
        int most = Asked.limit(limit);
        Optional<SyncJobs.Place> before = Asked.place(after, 2).map(JobResource::place);
        return jobs.list(
                        Asked.text("type", type),
                        Asked.store(store).map(ShopDomain::value),
                        Asked.oneOf(JobStatus.class, "status", status),
                        before,
                        most)
                .map(found -> page(found, most));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR})
    @Operation(summary = "One job")
    public Uni<JobView> job(@RestPath String id) {
        return known(uuid(id)).map(JobResource::view);
    }

    @GET
    @Path("{id}/events")
    @JobExists
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR})
    @Operation(summary = "The job after each change, as server-sent events, until it has ended")
    public Multi<JobView> events(@RestPath String id) {
        UUID known = uuid(id);
        if (streams.incrementAndGet() > MOST_STREAMS) {
            streams.decrementAndGet();
            throw ProblemException.unavailable("Too many people watch jobs at the moment; ask for the job itself.");
        }
        return Multi.createBy()
                .repeating()
                .uni(() -> known(known))
                .withDelay(STREAM_STEP)
                .whilst(job -> !job.status().isFinal())
                .map(JobResource::view)
                .skip()
                .repetitions()
                .onTermination()
                .invoke(streams::decrementAndGet);
    }

    @POST
    @Path("{id}/pause")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Stops a job after its current step")
    public Uni<JobView> pause(@RestPath String id) {
        return change(id, jobs::pause, "paused");
    }

    @POST
    @Path("{id}/resume")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Lets a paused or failed job go on where it was")
    public Uni<JobView> resume(@RestPath String id) {
        return change(id, jobs::resume, "resumed").invoke(job -> started.wake());
    }

    @POST
    @Path("{id}/cancel")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Gives a job up after its current step")
    public Uni<JobView> cancel(@RestPath String id) {
        return change(id, jobs::cancel, "cancelled");
    }

    private Uni<JobView> change(String id, Function<UUID, Uni<Boolean>> change, String what) {
        UUID known = uuid(id);
        return known(known)
                .chain(before -> change.apply(known)
                        .chain(done -> known(known).map(now -> {
                            if (!done) {
                                throw ProblemException.conflict(
                                        "A job that is " + now.status() + " cannot be " + what + ".");
                            }
                            return view(now);
                        })));
    }

    private Uni<SyncJob> known(UUID id) {
        return jobs.find(id)
                .map(found -> found.orElseThrow(() -> ProblemException.notFound("There is no job " + id + ".")));
    }

    static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw ProblemException.badRequest("id: expected a UUID");
        }
    }

    private static SyncJobs.Place place(String[] parts) {
        try {
            return new SyncJobs.Place(Instant.parse(parts[0]), UUID.fromString(parts[1]));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw Asked.wrongPlace();
        }
    }

    private static Page<JobView> page(List<SyncJob> found, int most) {
        List<JobView> items = found.stream().map(JobResource::view).toList();
        if (found.size() < most) {
            return new Page<>(items, null);
        }
        SyncJob last = found.get(most - 1);
        return new Page<>(items, Asked.place(last.createdAt(), last.id()));
    }

    private static JobView view(SyncJob job) {
        return new JobView(
                job.id().toString(),
                job.type(),
                job.store().value(),
                job.parameters(),
                job.status(),
                new CountersView(
                        job.counters().processed(),
                        job.counters().created(),
                        job.counters().updated(),
                        job.counters().skipped(),
                        job.counters().errors(),
                        job.total().isPresent() ? job.total().getAsLong() : null),
                job.attempts(),
                job.failure().map(JobResource::failure).orElse(null),
                job.createdBy().orElse(null),
                job.createdAt(),
                job.startedAt().orElse(null),
                job.updatedAt(),
                job.finishedAt().orElse(null));
    }

    private static FailureView failure(StoredFailure failure) {
        return new FailureView(failure.kind(), failure.message(), failure.remedy());
    }
}
