package io.shopoms.sync.job;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The types of jobs that this service can do. Two handlers of one type stop the start. */
@ApplicationScoped
public class JobHandlers {

    private final Map<String, JobHandler> handlers = new TreeMap<>();

    JobHandlers(@All List<JobHandler> handlers) {
        for (JobHandler handler : handlers) {
            if (this.handlers.put(handler.type(), handler) != null) {
                throw new IllegalStateException("two handlers for jobs of type " + handler.type());
            }
        }
    }

    public Optional<JobHandler> find(String type) {
        return Optional.ofNullable(handlers.get(type));
    }

    public List<String> types() {
        return List.copyOf(handlers.keySet());
    }
}
