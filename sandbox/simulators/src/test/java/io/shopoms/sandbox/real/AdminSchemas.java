package io.shopoms.sandbox.real;

import com.fasterxml.jackson.core.type.TypeReference;
import graphql.introspection.IntrospectionResultToSchema;
import graphql.language.Document;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import io.shopoms.sandbox.fault.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** Shopify's own Admin schema, and the simulator's. */
final class AdminSchemas {

    static final String VERSION = "2026-10";

    private static GraphQLSchema real;

    private AdminSchemas() {}

    /** Shopify's; read once, since that takes seconds. */
    static synchronized GraphQLSchema real() {
        if (real == null) {
            byte[] packed = NpmPackage.ADMIN_SCHEMAS.file("dist/data/admin_" + VERSION + ".json.gz");
            Map<String, Map<String, Object>> introspection = parsed(packed);
            Document document = new IntrospectionResultToSchema().createSchemaDefinition(introspection.get("data"));
            real = UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser().buildRegistry(document));
        }
        return real;
    }

    static GraphQLSchema simulated() {
        TypeDefinitionRegistry all = new TypeDefinitionRegistry();
        for (String part : List.of("admin.graphqls", "catalog.graphqls", "inventory.graphqls", "bulk.graphqls")) {
            try (InputStream in = AdminSchemas.class.getResourceAsStream("/io/shopoms/sandbox/shopify/" + part)) {
                all.merge(new SchemaParser().parse(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return UnExecutableSchemaGenerator.makeUnExecutableSchema(all);
    }

    private static Map<String, Map<String, Object>> parsed(byte[] packed) {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return Json.MAPPER.readValue(in, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
