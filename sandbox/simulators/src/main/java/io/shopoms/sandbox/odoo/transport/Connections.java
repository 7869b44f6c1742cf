package io.shopoms.sandbox.odoo.transport;

import io.vertx.ext.web.RoutingContext;

/** Odoo's workers answer once per connection: there is no keep-alive without a proxy in front. */
final class Connections {

    private Connections() {}

    static void closeAfter(RoutingContext context) {
        context.response().putHeader("Connection", "close");
        context.addEndHandler(ended -> context.request().connection().close());
    }
}
