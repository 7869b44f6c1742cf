package io.shopoms.sandbox.shopify;

import graphql.language.Document;
import graphql.language.Field;
import graphql.language.OperationDefinition;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import io.shopoms.sandbox.fault.Answer;
import io.shopoms.sandbox.fault.Json;
import io.shopoms.sandbox.fault.Operation;
import io.shopoms.sandbox.fault.SimulatedServer;
import io.shopoms.sandbox.shopify.graphql.AdminApi;
import io.shopoms.sandbox.shopify.graphql.ServedVersion;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The Admin API's addresses: tokens and GraphQL. */
final class AdminEndpoint {

    private final SimulatedServer server;
    private final AdminApi api;
    private final Tokens tokens;
    private final Object lock;

    /** @param lock held while the store is read or changed */
    AdminEndpoint(SimulatedServer server, AdminApi api, Tokens tokens, Object lock) {
        this.server = server;
        this.api = api;
        this.tokens = tokens;
        this.lock = lock;
        server.router().post("/admin/oauth/access_token").handler(this::token);
        server.router().post("/admin/api/:version/graphql.json").handler(this::graphql);
        server.router()
                .route("/admin/*")
                .handler(context -> server.answer(
                        context,
                        Operation.of(context.request().method() + " "
                                + context.request().path()),
                        () -> Answer.json(404, Map.of("errors", "Not Found"))));
    }

    private void token(RoutingContext context) {
        String contentType = context.request().getHeader("Content-Type");
        String body = SimulatedServer.body(context).toString();
        server.answer(
                context, Operation.of("access_token", context.request().path()), () -> tokens.grant(contentType, body));
    }

    private void graphql(RoutingContext context) {
        byte[] body = SimulatedServer.body(context).getBytes();
        Optional<String> version = ServedVersion.of(context.pathParam("version"));
        Supplier<Answer> work = () -> answer(context, version, body);
        server.answer(context, operation(context, body), work, () -> Answer.json(200, api.throttled(10)));
    }

    private Answer answer(RoutingContext context, Optional<String> version, byte[] body) {
        if (!tokens.accepts(context.request().getHeader("X-Shopify-Access-Token"))) {
            return Answer.json(
                    401,
                    Map.of("errors", "[API] Invalid API key or access token (unrecognized login or wrong password)"));
        }
        if (version.isEmpty()) {
            return Answer.json(404, Map.of("errors", "Not Found"));
        }
        synchronized (lock) {
            return api.execute(body, base(context)).with("X-Shopify-API-Version", version.get());
        }
    }

    /** The address that the client sees: behind a container's name it is not the one that the server has. */
    private static URI base(RoutingContext context) {
        return URI.create("http://" + context.request().authority());
    }

    /** Named by the document's own operation; faults may also match the root fields and the path. */
    private static Operation operation(RoutingContext context, byte[] body) {
        List<String> aliases = new ArrayList<>(List.of(context.request().path()));
        String name = "graphql";
        try {
            Document document =
                    Parser.parse(Json.MAPPER.readTree(body).path("query").asText());
            for (OperationDefinition operation : document.getDefinitionsOfType(OperationDefinition.class)) {
                name = operation.getName() == null ? name : operation.getName();
                operation
                        .getSelectionSet()
                        .getSelectionsOfType(Field.class)
                        .forEach(field -> aliases.add(field.getName()));
            }
        } catch (IOException | InvalidSyntaxException e) {
            // Left to the API itself, which answers what is wrong.
            return new Operation(name, aliases);
        }
        return new Operation(name, aliases);
    }
}
