package io.shopoms.sandbox.shopify.graphql;

import com.fasterxml.jackson.core.JsonProcessingException;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import io.shopoms.sandbox.fault.Json;
import io.shopoms.sandbox.shopify.catalog.Catalog;
import io.shopoms.sandbox.shopify.catalog.Metafield;
import io.shopoms.sandbox.shopify.catalog.MetafieldDefinition;
import io.shopoms.sandbox.shopify.catalog.MetafieldOwner;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The fields of metafields and their definitions. */
final class MetafieldFields {

    private final Catalog catalog;

    MetafieldFields(Catalog catalog) {
        this.catalog = catalog;
    }

    void addTo(RuntimeWiring.Builder wiring) {
        TypeFields.of("Metafield", Metafield.class)
                .ids("Metafield", Metafield::id)
                .field("namespace", Metafield::namespace)
                .field("key", Metafield::key)
                .field("type", Metafield::type)
                .field("value", Metafield::value)
                .field("jsonValue", MetafieldFields::jsonValue)
                .field("compareDigest", Metafield::compareDigest)
                .field("sizeInBytes", each -> each.value().getBytes(StandardCharsets.UTF_8).length)
                .field("owner", Metafield::owner)
                .field("ownerType", each -> each.owner().ownerType())
                .field("createdAt", Metafield::createdAt)
                .field("updatedAt", Metafield::updatedAt)
                .field(
                        "definition",
                        each -> catalog.definitions()
                                .find(each.owner().ownerType(), each.namespace(), each.key())
                                .orElse(null))
                .addTo(wiring);
        TypeFields.of("MetafieldDefinition", MetafieldDefinition.class)
                .field("id", each -> Gid.of("MetafieldDefinition", each.id()))
                .field("name", MetafieldDefinition::name)
                .field("namespace", MetafieldDefinition::namespace)
                .field("key", MetafieldDefinition::key)
                .field("ownerType", MetafieldDefinition::ownerType)
                .field("type", MetafieldDefinition::type)
                .addTo(wiring);
        TypeFields.of("MetafieldDefinitionType", String.class)
                .field("name", each -> each)
                .field("category", MetafieldFields::category)
                .addTo(wiring);
    }

    private static Object jsonValue(Metafield metafield) {
        return switch (metafield.type()) {
            case "single_line_text_field", "multi_line_text_field", "date", "date_time", "url", "color", "id" ->
                metafield.value();
            default -> parsed(metafield.value());
        };
    }

    private static Object parsed(String value) {
        try {
            return Json.MAPPER.readValue(value, Object.class);
        } catch (JsonProcessingException e) {
            // References are text that is no JSON.
            return value;
        }
    }

    private static String category(String type) {
        String single = type.replace("list.", "");
        if (single.endsWith("_reference")) {
            return "REFERENCE";
        }
        return switch (single) {
            case "single_line_text_field", "multi_line_text_field", "rich_text_field" -> "TEXT";
            case "number_integer", "number_decimal", "rating" -> "NUMBER";
            case "dimension", "volume", "weight" -> "MEASUREMENT";
            case "date", "date_time" -> "DATE_TIME";
            case "boolean" -> "TRUE_FALSE";
            case "color" -> "COLOR";
            default -> "ADVANCED";
        };
    }

    static Object one(MetafieldOwner owner, DataFetchingEnvironment env) {
        String namespace = env.getArgumentOrDefault("namespace", "app--1");
        String key = env.getArgument("key");
        return owner.metafields().stream()
                .filter(each -> each.namespace().equals(namespace) && each.key().equals(key))
                .findFirst()
                .orElse(null);
    }

    static Object page(MetafieldOwner owner, DataFetchingEnvironment env) {
        Map<String, Object> arguments = env.getArguments();
        Object namespace = arguments.get("namespace");
        List<?> keys = (List<?>) arguments.get("keys");
        List<Metafield> found = owner.metafields().stream()
                .filter(each -> namespace == null || namespace.equals(each.namespace()))
                .filter(each -> keys == null || keys.contains(each.namespace() + "." + each.key()))
                .toList();
        return Connection.of(found, env);
    }
}
