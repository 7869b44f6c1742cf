package io.shopoms.sync.odoo;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.sync.failure.SyncFailure.RejectedByTarget;
import io.shopoms.sync.failure.SyncFailureException;
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

    private ExternalIds() {}

    static Uni<Map<ExternalId, Long>> idsOf(
            String model, Collection<ExternalId> wanted, Function<OdooCall, Uni<JsonNode>> send) {
        return Multi.createFrom()
                .iterable(Set.copyOf(wanted))
                .onItem()
                .transformToUniAndConcatenate(id ->
                        send.apply(lookUp(id)).map(answer -> Map.entry(id, idIn(answer, model, id))))
                .filter(found -> found.getValue() > 0)
                .collect()
                .asMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** Turns Odoo's error for an unknown external id, a {@code ValueError}, into null. */
    static Uni<JsonNode> unknownAsNull(Uni<JsonNode> answer) {
        return answer.onFailure(e ->
                        e instanceof CallFailedException failed && failed.code().equals("builtins.ValueError"))
                .recoverWithItem(() -> JsonBodies.object().nullNode());
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

    private static OdooCall lookUp(ExternalId id) {
        String name = id.toString().substring(ExternalId.MODULE.length() + 1);
        return new OdooCall(
                "ir.model.data",
                "check_object_reference",
                JsonBodies.object().put("module", ExternalId.MODULE).put("xml_id", name));
    }

    /** The answer is {@code [model, id]}, or {@code [model, false]} for a record that the user may not read. */
    private static long idIn(JsonNode answer, String model, ExternalId id) {
        if (answer.isNull()) {
            return 0;
        }
        if (!answer.path(0).asText().equals(model) || !answer.path(1).isIntegralNumber()) {
            throw new SyncFailureException(new RejectedByTarget(
                    "the external id " + id + " belongs to another model than " + model
                            + ", or to an archived or hidden record",
                    "Look the external id up in Odoo (Settings > Technical > External Identifiers)."));
        }
        return answer.path(1).asLong();
    }
}
