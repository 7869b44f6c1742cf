package io.shopoms.sandbox.odoo.control;

import io.shopoms.sandbox.odoo.OdooData;
import io.shopoms.sandbox.odoo.view.ProductView;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.math.BigDecimal;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.stream.Stream;

/** The buttons of the page: each does one thing and leads back to the page. */
final class PageActions {

    private static final int LONGEST_TEXT = 100;

    private static final String BANK = "BNK1";

    private final OdooData data;

    PageActions(OdooData data) {
        this.data = data;
    }

    void addTo(Router router) {
        router.post("/page/pickings/:id/ship")
                .handler(context -> act(context, (id, tracking) -> data.ship(id, tracking)));
        router.post("/page/pickings/:id/tracking")
                .handler(context -> act(context, (id, tracking) -> data.track(id, tracking)));
        router.post("/page/pickings/:id/return")
                .handler(context -> act(context, (id, nothing) -> data.takeBack(id, Map.of())));
        router.post("/page/templates/:id/name")
                .handler(context -> act(context, (id, name) -> data.goods().edit(id, Map.of("name", name))));
        router.post("/page/templates/:id/archive")
                .handler(context -> act(context, (id, nothing) -> data.goods().edit(id, Map.of("active", false))));
        router.post("/page/templates/:id/unarchive")
                .handler(context -> act(context, (id, nothing) -> data.goods().edit(id, Map.of("active", true))));
        router.post("/page/warehouses/:warehouse/products/:id/receive")
                .handler(context -> act(
                        context, (id, quantity) -> data.stock().receive(warehouse(context), sku(id), whole(quantity))));
        router.post("/page/warehouses/:warehouse/products/:id/count")
                .handler(context -> act(
                        context,
                        (id, quantity) -> data.stock()
                                .count(
                                        data.stock().stockLocation(warehouse(context)),
                                        sku(id),
                                        BigDecimal.valueOf(whole(quantity)))));
        router.post("/page/orders/:id/invoice")
                .handler(context -> act(context, (id, nothing) -> data.books().invoice(id)));
        router.post("/page/invoices/:id/post")
                .handler(context -> act(context, (id, nothing) -> data.books().post(id)));
        router.post("/page/invoices/:id/pay")
                .handler(context -> act(context, (id, nothing) -> data.books().pay(id, BANK)));
        router.post("/page/invoices/:id/credit")
                .handler(context -> act(context, (id, nothing) -> data.books().credit(id, "")));
    }

    private static long warehouse(RoutingContext context) {
        return Long.parseLong(context.pathParam("warehouse"));
    }

    private String sku(long product) {
        return data.products().stream()
                .filter(view -> view.id() == product)
                .map(ProductView::sku)
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no product " + product));
    }

    private static int whole(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("the quantity must be a whole number", e);
        }
    }

    private interface Act {
        void on(long id, String text);
    }

    private static void act(RoutingContext context, Act act) {
        String given = Stream.of("tracking", "name", "quantity")
                .map(field -> context.request().getFormAttribute(field))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
        try {
            long id = Long.parseLong(context.pathParam("id"));
            String text = given.strip();
            act.on(id, text.substring(0, Math.min(LONGEST_TEXT, text.length())));
            context.response().setStatusCode(303).putHeader("Location", "/").end();
        } catch (IllegalArgumentException | NoSuchElementException e) {
            context.response()
                    .setStatusCode(400)
                    .putHeader("Content-Type", "text/plain; charset=utf-8")
                    .end(String.valueOf(e.getMessage()));
        }
    }
}
