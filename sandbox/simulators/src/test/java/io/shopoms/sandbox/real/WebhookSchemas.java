package io.shopoms.sandbox.real;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import io.shopoms.sandbox.fault.Json;
import java.io.IOException;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** JSON Schemas of webhooks' bodies, inferred from documented and recorded ones. */
final class WebhookSchemas {

    private static final String VERSION = "2026-07";

    private WebhookSchemas() {}

    static JsonNode of(String topic) throws IOException {
        return Json.MAPPER.readTree(NpmPackage.WEBHOOK_SCHEMAS.file("schemas/" + VERSION + "/" + topic + ".json"));
    }

    /**
     * Where a body differs from its schema.
     *
     * @param seenNarrowly places where the schemas, inferred from few samples, know less than Shopify sends
     */
    static List<String> violations(String topic, JsonNode body, List<Pattern> seenNarrowly) throws IOException {
        SchemaValidatorsConfig config =
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
        JsonSchema schema =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(of(topic), config);
        return schema.validate(body).stream()
                .filter(message -> seenNarrowly.stream()
                        .noneMatch(known -> known.matcher(
                                        message.getInstanceLocation().toString())
                                .matches()))
                .map(message -> message.getInstanceLocation() + ": " + message.getMessage())
                .toList();
    }

    static TreeSet<String> names(JsonNode object) {
        TreeSet<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
