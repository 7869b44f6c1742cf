package io.shopoms.sync.ops;

import io.shopoms.sync.job.TaskScheduler;
import io.shopoms.sync.job.TaskState;
import io.shopoms.sync.ops.CacheViews.FailureView;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Repeated work: polls and look-backs. */
@Path("/api/scheduler")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@Tag(name = "scheduler")
class SchedulerResource {

    private final TaskScheduler scheduler;

    SchedulerResource(TaskScheduler scheduler) {
        this.scheduler = scheduler;
    }

    record TaskView(
            String name,
            String store,
            boolean started,
            boolean running,
            Instant nextRunAt,
            Instant lastStartedAt,
            Instant lastFinishedAt,
            String lastResult,
            FailureView failure,
            long runs,
            long failures) {}

    @GET
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR})
    @Operation(summary = "Every task of every store: when it ran, what came of it, when it runs next")
    public Uni<List<TaskView>> list() {
        return scheduler
                .list()
                .map(tasks -> tasks.stream().map(SchedulerResource::view).toList());
    }

    @POST
    @Path("{name}/start")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Lets a task run by itself again, for one store or for all")
    public Uni<List<TaskView>> start(@RestPath String name, @RestQuery String store) {
        return after(name, scheduler.start(true, known(name), Asked.store(store)));
    }

    @POST
    @Path("{name}/stop")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Lets a task run no more by itself; a run that is on goes to its end")
    public Uni<List<TaskView>> stop(@RestPath String name, @RestQuery String store) {
        return after(name, scheduler.start(false, known(name), Asked.store(store)));
    }

    @POST
    @Path("{name}/trigger")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Runs a task once as soon as possible, even if it is stopped")
    public Uni<List<TaskView>> trigger(@RestPath String name, @RestQuery String store) {
        return after(name, scheduler.trigger(known(name), Asked.store(store)));
    }

    private Uni<List<TaskView>> after(String name, Uni<Integer> change) {
        return change.chain(count -> {
            if (count == 0) {
                throw ProblemException.notFound("The task " + name + " does not run for this store.");
            }
            return list().map(tasks ->
                    tasks.stream().filter(task -> task.name().equals(name)).toList());
        });
    }

    private String known(String name) {
        if (!scheduler.knows(name)) {
            throw ProblemException.notFound("There is no task '" + name + "'.");
        }
        return name;
    }

    private static TaskView view(TaskState task) {
        return new TaskView(
                task.name(),
                task.store().value(),
                task.started(),
                task.running(),
                task.started() ? task.nextRunAt() : null,
                task.lastStartedAt().orElse(null),
                task.lastFinishedAt().orElse(null),
                task.lastResult().orElse(null),
                task.failure()
                        .map(f -> new FailureView(f.kind(), f.message(), f.remedy()))
                        .orElse(null),
                task.runs(),
                task.failures());
    }
}
