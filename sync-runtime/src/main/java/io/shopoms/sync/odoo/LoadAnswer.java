package io.shopoms.sync.odoo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.shopoms.sync.failure.SyncFailure;
import io.shopoms.sync.failure.SyncFailure.MissingDependency;
import io.shopoms.sync.failure.SyncFailure.RejectedByTarget;
import io.shopoms.sync.failure.SyncFailure.TransientFailure;
import io.shopoms.sync.http.CallFailedException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads what {@code load} answers: with status 200 in every case. Its failures come as texts only, so that this is the
 * one place which decides by text: PostgreSQL's own, and Odoo's in the language {@code en_US}.
 */
final class LoadAnswer {

    /** Unlike other calls, {@code load} does not repeat itself on the server when transactions collide. */
    private static final List<String> COLLISIONS = List.of("could not serialize access", "deadlock detected");

    /** A missing right is no answer of its own either; Odoo names the groups that have it. */
    private static final String NOT_ALLOWED = "You are not allowed to create ";

    private static final String NOTHING_FOUND = "No matching record found for";

    private LoadAnswer() {}

    /**
     * The database ids, in the order of the records.
     *
     * @throws CallFailedException transient, if transactions collided; nothing was written
     * @throws LoadRefusedException if Odoo refused the table
     */
    static List<Long> ids(Load load, JsonNode answer) {
        JsonNode ids = answer.path("ids");
        if (!ids.isArray()) {
            throw refusal(load, errors(answer.path("messages")));
        }
        List<Long> result = new ArrayList<>();
        ids.forEach(id -> result.add(id.asLong()));
        if (result.size() != load.externalIds().size() || result.stream().anyMatch(id -> id <= 0)) {
            throw new CallFailedException(
                    new RejectedByTarget(
                            "Odoo answered " + ids.size() + " ids for "
                                    + load.externalIds().size() + " records of " + load.model(),
                            OdooSettings.REPORT),
                    false);
        }
        return List.copyOf(result);
    }

    /** All messages but the warnings, unless there are only warnings. */
    private static List<JsonNode> errors(JsonNode messages) {
        List<JsonNode> all = new ArrayList<>();
        messages.forEach(all::add);
        List<JsonNode> errors = all.stream()
                .filter(message -> !message.path("type").asText().equals("warning"))
                .toList();
        return errors.isEmpty() ? all : errors;
    }

    private static RuntimeException refusal(Load load, List<JsonNode> errors) {
        if (texts(errors).anyMatch(text -> text.startsWith(NOT_ALLOWED))) {
            String message = texts(errors)
                    .filter(text -> text.startsWith(NOT_ALLOWED))
                    .findFirst()
                    .orElseThrow();
            return new CallFailedException(
                    OdooErrors.noRight(load.model() + "/load", load.model(), OdooError.oneLine(message)), true);
        }
        if (texts(errors).anyMatch(text -> COLLISIONS.stream().anyMatch(text::contains))) {
            return new CallFailedException(
                    new TransientFailure("Odoo's database refused " + load.model() + "/load for now: collision"), true);
        }
        Set<String> culprits = new LinkedHashSet<>();
        for (JsonNode error : errors) {
            JsonNode from = error.path("rows").path("from");
            if (from.isIntegralNumber()
                    && from.asInt() >= 0
                    && from.asInt() < load.rows().size()) {
                culprits.add(load.externalIdOfRow(from.asInt()));
            }
        }
        return new LoadRefusedException(failure(load, errors), culprits);
    }

    private static SyncFailure failure(Load load, List<JsonNode> errors) {
        JsonNode first = errors.isEmpty() ? MissingNode.getInstance() : errors.get(0);
        String field = first.path("field").asText();
        String message = OdooError.oneLine("Odoo refused " + load.model() + (field.isEmpty() ? "" : "." + field) + ": "
                + first.path("message").asText("no reason given"));
        return texts(errors).allMatch(text -> text.startsWith(NOTHING_FOUND)) && !errors.isEmpty()
                ? new MissingDependency(
                        message, "Make that record in Odoo, or correct the configured id; it is tried again by itself.")
                : new RejectedByTarget(
                        message, "Do in Odoo, or with the record in Shopify, what the message asks for; then retry.");
    }

    private static Stream<String> texts(List<JsonNode> messages) {
        return messages.stream().map(message -> message.path("message").asText());
    }
}
