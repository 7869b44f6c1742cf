package io.shopoms.sync.ops;

import io.shopoms.sync.job.SyncJobs;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NameBinding;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Looks before a stream of events begins: once it has, its status is sent and can no longer be 404. */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@interface JobExists {

    @Singleton
    class Filter {

        private final SyncJobs jobs;

        Filter(SyncJobs jobs) {
            this.jobs = jobs;
        }

        @JobExists
        @ServerRequestFilter
        public Uni<Response> known(UriInfo uri) {
            UUID id = JobResource.uuid(uri.getPathParameters().getFirst("id"));
            return jobs.find(id)
                    .map(found -> found.isPresent()
                            ? null
                            : Problem.response(404, "There is no job " + id + ".", uri.getPath()));
        }
    }
}
