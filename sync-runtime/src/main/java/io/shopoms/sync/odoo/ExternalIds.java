package io.shopoms.sync.odoo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopoms.sync.failure.SyncFailure.Misconfigured;
import io.shopoms.sync.failure.SyncFailure.RejectedByTarget;
import io.shopoms.sync.failure.SyncFailure.TransientFailure;
import io.shopoms.sync.http.CallFailedException;
import io.shopoms.sync.http.JsonBodies;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Looks up external ids and back. Odoo lets no ordinary user search them, so that each id is asked for by itself. */
final class ExternalIds {

    private static final long UNKNOWN = 0;

    private ExternalIds() {}

    static Uni<Map<ExternalId, Long>> idsOf(Collection<ExternalId> wanted, Function<ExternalId, Uni<Long>> lookUp) {
        return Multi.createFrom()
                .iterable(Set.copyOf(wanted))
                .onItem()
                .transformToUniAndConcatenate(id -> lookUp.apply(id).map(found -> Map.entry(id, found)))
                .filter(found -> found.getValue() != UNKNOWN)
                .collect()
                .asMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    static OdooCall lookUp(ExternalId id) {
        String name = id.toString().substring(ExternalId.MODULE.length() + 1);
        ObjectNode arguments =
                JsonBodies.object().put("module", ExternalId.MODULE).put("xml_id", name);
        arguments.putObject("context").put("active_test", false);
        return new OdooCall("ir.model.data", "check_object_reference", arguments);
    }

    /** Reads the answer to {@link #lookUp}; Odoo's error for an unknown external id is a {@code ValueError}. */
    static Uni<Long> found(Uni<JsonNode> answer, String model, ExternalId id) {
        return answer.map(reference -> idIn(reference, model, id))
                .onFailure(e ->
                        e instanceof CallFailedException failed && failed.code().equals("builtins.ValueError"))
                .recoverWithItem(UNKNOWN);
    }

    /**
     * The answer is {@code [model, id]}, or {@code [model, false]} if the record cannot be seen. The latter also happens
     * after a refused {@code load}: the worker that rolled it back goes on answering the id that never came to be, until
     * its cache forgets it. Other workers know better, therefore transient.
     */
    private static long idIn(JsonNode reference, String model, ExternalId id) {
        if (!reference.path(0).isTextual()) {
            throw new CallFailedException(
                    new Misconfigured("something that is not Odoo's API answered for " + id, OdooSettings.CHECK_URL),
                    false);
        }
        if (!reference.path(0).asText().equals(model)) {
            throw new CallFailedException(
                    new RejectedByTarget(
                            "the external id " + id + " belongs to another model than " + model,
                            "Look it up in Odoo (Settings > Technical > External Identifiers) and correct or delete it."),
                    true);
        }
        if (!reference.path(1).isIntegralNumber()) {
            throw new CallFailedException(
                    new TransientFailure("Odoo knows " + id + " but does not show its record: it is hidden from the"
                            + " integration user, or Odoo's cache is out of date"),
                    true);
        }
        return reference.path(1).asLong();
    }

    static Map<Long, List<ExternalId>> ofMetadata(List<JsonNode> records) {
        Map<Long, List<ExternalId>> result = new HashMap<>();
        for (JsonNode metadata : records) {
            List<ExternalId> ours = new ArrayList<>();
            metadata.path("xmlids")
                    .forEach(xmlid ->
                            ExternalId.parse(xmlid.path("xmlid").asText()).ifPresent(ours::add));
            result.put(metadata.path("id").asLong(), List.copyOf(ours));
        }
        return result;
    }
}
