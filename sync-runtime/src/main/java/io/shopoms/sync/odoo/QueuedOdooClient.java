package io.shopoms.sync.odoo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopoms.sync.failure.SyncFailureException;
import io.shopoms.sync.http.CallFailedException;
import io.shopoms.sync.http.CallMetrics;
import io.shopoms.sync.http.JsonBodies;
import io.shopoms.sync.http.Retries;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** The calls of {@link OdooClient} over one transport, in the queue of their database. */
final class QueuedOdooClient implements OdooClient {

    private final OdooTransport transport;
    private final OdooQueue queue;
    private final Retries retries;
    private final CallMetrics metrics;

    QueuedOdooClient(OdooTransport transport, OdooQueue queue, Retries retries, CallMetrics metrics) {
        this.transport = transport;
        this.queue = queue;
        this.retries = retries;
        this.metrics = metrics;
    }

    @Override
    public Uni<JsonNode> call(String model, String method, ObjectNode arguments) {
        OdooCall call = new OdooCall(model, method, arguments);
        return tried(call.operation(), call.reads(), () -> transport.send(call));
    }

    @Override
    public Uni<List<Long>> createAbsent(Load load) {
        if (load.byDatabaseId()) {
            throw new IllegalArgumentException("records are made under external ids");
        }
        return load(load, LoadContext.CREATE_ABSENT);
    }

    @Override
    public Uni<List<Long>> upsert(Load load) {
        return load(load, LoadContext.UPSERT);
    }

    private Uni<List<Long>> load(Load load, LoadContext context) {
        if (load.rows().isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        OdooCall call = new OdooCall(load.model(), "load", context.arguments(load));
        return tried(call.operation(), true, () -> transport.send(call).map(answer -> LoadAnswer.ids(load, answer)));
    }

    @Override
    public Uni<List<JsonNode>> searchRead(String model, Domain domain, List<String> fields, String order, int limit) {
        return Uni.createFrom()
                .deferred(() ->
                        new SearchPages(page -> call(model, "search_read", page), domain, fields, order, limit).all());
    }

    @Override
    public Uni<List<JsonNode>> read(String model, List<Long> ids, List<String> fields) {
        return inParts(ids, part -> {
            ObjectNode arguments = ids(part);
            arguments.set("fields", JsonBodies.tree(fields));
            return call(model, "read", arguments.putNull("load"));
        });
    }

    @Override
    public Uni<Void> write(String model, List<Long> ids, ObjectNode values) {
        if (ids.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        ObjectNode arguments = ids(ids);
        arguments.set("vals", values);
        return call(model, "write", arguments).replaceWithVoid();
    }

    @Override
    public Uni<Map<ExternalId, Long>> idsOf(String model, Collection<ExternalId> externalIds) {
        return ExternalIds.idsOf(externalIds, id -> {
            OdooCall call = ExternalIds.lookUp(id);
            return tried(call.operation(), true, () -> ExternalIds.found(transport.send(call), model, id));
        });
    }

    @Override
    public Uni<Map<Long, List<ExternalId>>> externalIdsOf(String model, Collection<Long> ids) {
        return inParts(List.copyOf(ids), part -> call(model, "get_metadata", ids(part)))
                .map(ExternalIds::ofMetadata);
    }

    @Override
    public Uni<Long> userId() {
        return call("res.users", "context_get", JsonBodies.object())
                .map(context -> context.path("uid").asLong());
    }

    @Override
    public Uni<OdooVersion> version() {
        return tried("version", true, transport::version);
    }

    /** One call with its waits and tries, as its caller sees it. */
    private <T> Uni<T> tried(String operation, boolean repeatable, Supplier<Uni<T>> call) {
        return metrics.measured(
                operation,
                retries.run(repeatable, () -> queue.run(call))
                        .onFailure(CallFailedException.class)
                        .transform(e -> ((CallFailedException) e).forCaller())
                        .onFailure(LoadRefusedException.class)
                        .transform(e -> new SyncFailureException(((LoadRefusedException) e).failure(), e)));
    }

    /** Long lists of ids in several calls, one after the other. */
    private Uni<List<JsonNode>> inParts(List<Long> ids, Function<List<Long>, Uni<JsonNode>> call) {
        List<List<Long>> parts = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += SearchPages.PAGE) {
            parts.add(ids.subList(from, Math.min(ids.size(), from + SearchPages.PAGE)));
        }
        return Multi.createFrom()
                .iterable(parts)
                .onItem()
                .transformToUniAndConcatenate(call::apply)
                .onItem()
                .<JsonNode>disjoint()
                .collect()
                .asList();
    }

    private static ObjectNode ids(List<Long> ids) {
        ObjectNode arguments = JsonBodies.object();
        arguments.set("ids", JsonBodies.tree(ids));
        return arguments;
    }
}
