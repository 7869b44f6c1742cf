package io.shopoms.sync.odoo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopoms.sync.http.JsonBodies;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The names that fields had before Odoo 19, so that everybody else may write the new ones. Translates fields, domains,
 * values (also those inside one2many commands) and the columns of {@code load} on the way there, and records on the way
 * back. Names only: a field that means something else today is not for here.
 */
final class OlderNames {

    /** The last version that has the older names. */
    static final int LAST_VERSION = 18;

    private static final Map<String, Map<String, String>> OLDER = Map.of(
            "sale.order.line", Map.of("tax_ids", "tax_id", "product_uom_id", "product_uom"),
            "res.users", Map.of("group_ids", "groups_id"));

    /** Fields that lead to a model with renamed fields. */
    private static final Map<String, Map<String, String>> LEADS_TO =
            Map.of("sale.order", Map.of("order_line", "sale.order.line"));

    private OlderNames() {}

    /** Whether a call of this model may name such a field. */
    static boolean concern(OdooCall call) {
        return OLDER.containsKey(call.model()) || LEADS_TO.containsKey(call.model());
    }

    /** The same call in the older names. */
    static OdooCall call(OdooCall call) {
        ObjectNode arguments = JsonBodies.object();
        call.arguments()
                .fields()
                .forEachRemaining(argument -> arguments.set(
                        argument.getKey(), argument(call.model(), argument.getKey(), argument.getValue())));
        return new OdooCall(call.model(), call.method(), arguments);
    }

    /** The records of an answer in the names of today; anything else as it is. */
    static JsonNode answer(OdooCall call, JsonNode answer) {
        Map<String, String> older = OLDER.getOrDefault(call.model(), Map.of());
        if (older.isEmpty() || !answer.isArray()) {
            return answer;
        }
        Map<String, String> newer = new HashMap<>();
        older.forEach((today, before) -> newer.put(before, today));
        ArrayNode records = JsonBodies.object().arrayNode();
        answer.forEach(record -> records.add(record.isObject() ? renamed(record, newer) : record));
        return records;
    }

    private static JsonNode argument(String model, String name, JsonNode value) {
        return switch (name) {
            case "fields" -> each(value, field -> text(path(model, field.asText(), "/")));
            case "domain" -> each(value, term -> term.isArray() ? condition(model, (ArrayNode) term) : term);
            case "vals" -> values(model, value);
            case "vals_list" -> value.isArray() ? each(value, vals -> values(model, vals)) : values(model, value);
            case "order" -> text(ordering(model, value.asText()));
            default -> value;
        };
    }

    private static ArrayNode condition(String model, ArrayNode condition) {
        ArrayNode renamed = condition.deepCopy();
        if (!renamed.isEmpty() && renamed.get(0).isTextual()) {
            renamed.set(0, text(path(model, renamed.get(0).asText(), ".")));
        }
        return renamed;
    }

    private static JsonNode values(String model, JsonNode values) {
        ObjectNode renamed = JsonBodies.object();
        values.fields().forEachRemaining(value -> {
            String inner = LEADS_TO.getOrDefault(model, Map.of()).get(value.getKey());
            renamed.set(
                    name(model, value.getKey()),
                    inner == null ? value.getValue() : each(value.getValue(), command -> command(inner, command)));
        });
        return renamed;
    }

    /** {@code [0,0,{…}]} creates and {@code [1,id,{…}]} updates; other commands carry no values. */
    private static JsonNode command(String model, JsonNode command) {
        return each(command, part -> part.isObject() ? values(model, part) : part);
    }

    private static String ordering(String model, String order) {
        String[] terms = order.split(",");
        for (int i = 0; i < terms.length; i++) {
            String[] words = terms[i].strip().split(" ", 2);
            words[0] = name(model, words[0]);
            terms[i] = String.join(" ", words);
        }
        return String.join(",", terms);
    }

    private static String path(String model, String path, String separator) {
        int end = path.indexOf(separator);
        if (end < 0) {
            return name(model, path);
        }
        String first = path.substring(0, end);
        String inner = LEADS_TO.getOrDefault(model, Map.of()).getOrDefault(first, "");
        return name(model, first) + separator + path(inner, path.substring(end + 1), separator);
    }

    private static String name(String model, String field) {
        return OLDER.getOrDefault(model, Map.of()).getOrDefault(field, field);
    }

    private static ObjectNode renamed(JsonNode record, Map<String, String> names) {
        ObjectNode renamed = JsonBodies.object();
        record.fields()
                .forEachRemaining(
                        field -> renamed.set(names.getOrDefault(field.getKey(), field.getKey()), field.getValue()));
        return renamed;
    }

    private static ArrayNode each(JsonNode list, UnaryOperator<JsonNode> change) {
        ArrayNode changed = JsonBodies.object().arrayNode();
        list.forEach(element -> changed.add(change.apply(element)));
        return changed;
    }

    private static JsonNode text(String text) {
        return JsonBodies.object().textNode(text);
    }
}
