package io.shopoms.sandbox.odoo.control;

import io.shopoms.sandbox.odoo.OdooData;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.NoSuchElementException;

/** The buttons of the page: each does one thing and leads back to the page. */
final class PageActions {

    private static final int LONGEST_TRACKING = 100;

    private final OdooData data;

    PageActions(OdooData data) {
        this.data = data;
    }

    void addTo(Router router) {
        router.post("/page/pickings/:id/ship")
                .handler(context -> act(context, (id, tracking) -> data.ship(id, tracking)));
        router.post("/page/pickings/:id/tracking")
                .handler(context -> act(context, (id, tracking) -> data.track(id, tracking)));
    }

    private interface Act {
        void on(long picking, String tracking);
    }

    private static void act(RoutingContext context, Act act) {
        String tracking = context.request().getFormAttribute("tracking");
        try {
            long id = Long.parseLong(context.pathParam("id"));
            String text = tracking == null ? "" : tracking.strip();
            act.on(id, text.substring(0, Math.min(LONGEST_TRACKING, text.length())));
            context.response().setStatusCode(303).putHeader("Location", "/").end();
        } catch (IllegalArgumentException | NoSuchElementException e) {
            context.response()
                    .setStatusCode(400)
                    .putHeader("Content-Type", "text/plain; charset=utf-8")
                    .end(String.valueOf(e.getMessage()));
        }
    }
}
