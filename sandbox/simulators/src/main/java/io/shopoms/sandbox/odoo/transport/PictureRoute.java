package io.shopoms.sandbox.odoo.transport;

import io.shopoms.sandbox.fault.Answer;
import io.shopoms.sandbox.fault.Operation;
import io.shopoms.sandbox.fault.SimulatedServer;
import io.shopoms.sandbox.odoo.orm.Attachments;
import io.shopoms.sandbox.odoo.orm.Context;
import io.shopoms.sandbox.odoo.orm.Database;
import io.shopoms.sandbox.odoo.orm.User;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.util.Base64;
import java.util.Map;
import java.util.function.Supplier;

/**
 * {@code /web/image}: pictures by address. Without a login Odoo shows only what is public or comes with the attachment's
 * token, and for everything else, with status 200, a placeholder; an API key is no login.
 */
final class PictureRoute {

    private static final User ANYBODY = new User(3, "public", false);
    private static final Attachments.Picture PLACEHOLDER = new Attachments.Picture(
            Base64.getDecoder()
                    .decode(
                            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg=="),
            "image/png");

    private final Supplier<Database> database;

    PictureRoute(Supplier<Database> database) {
        this.database = database;
    }

    void addTo(SimulatedServer server) {
        server.router().getWithRegex("/web/image/.*").handler(context -> {
            Connections.closeAfter(context);
            server.answer(context, Operation.of("/web/image"), () -> picture(context));
        });
    }

    private Answer picture(RoutingContext context) {
        String id = context.normalizedPath().substring("/web/image/".length());
        String token = context.queryParams().get("access_token");
        Attachments.Picture found = id.matches("\\d{1,18}") ? find(Long.parseLong(id), token) : null;
        Attachments.Picture shown = found == null ? PLACEHOLDER : found;
        return new Answer(200, Map.of("Content-Type", shown.mimetype()), Buffer.buffer(shown.bytes()));
    }

    private Attachments.Picture find(long id, String token) {
        Database current = database.get();
        return current.transaction(
                current.snapshot(), ANYBODY, Context.EMPTY, env -> Attachments.forAnybody(env, id, token));
    }
}
