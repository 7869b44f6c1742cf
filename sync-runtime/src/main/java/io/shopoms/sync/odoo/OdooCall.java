package io.shopoms.sync.odoo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One method call, before it is written for a transport.
 *
 * @param arguments named; {@code ids} and {@code context} among them
 */
record OdooCall(String model, String method, ObjectNode arguments) {

    private static final Pattern MODEL = Pattern.compile("[a-z0-9_.]+");
    private static final Pattern METHOD = Pattern.compile("[A-Za-z0-9_]+");

    /** Methods that read only. Whatever is not listed is sent again only if it certainly had no effect. */
    private static final Set<String> READS = Set.of(
            "address_get",
            "check_object_reference",
            "context_get",
            "default_get",
            "fields_get",
            "formatted_read_group",
            "get_metadata",
            "name_search",
            "read",
            "read_group",
            "search",
            "search_count",
            "search_read",
            "web_read",
            "web_search_read");

    OdooCall {
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(arguments, "arguments");
        if (!MODEL.matcher(model).matches() || !METHOD.matcher(method).matches()) {
            throw new IllegalArgumentException("not a model and method: " + model + "/" + method);
        }
    }

    boolean reads() {
        return READS.contains(method);
    }

    /** For logs, metrics and messages. */
    String operation() {
        return model + "/" + method;
    }
}
