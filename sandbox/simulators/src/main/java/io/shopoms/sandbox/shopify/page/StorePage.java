package io.shopoms.sandbox.shopify.page;

import io.shopoms.sandbox.fault.Fault;
import io.shopoms.sandbox.fault.LoggedRequest;
import io.shopoms.sandbox.shopify.catalog.Product;
import io.shopoms.sandbox.shopify.inventory.Stock;
import io.shopoms.sandbox.shopify.order.Fulfillment;
import io.shopoms.sandbox.shopify.order.LineItem;
import io.shopoms.sandbox.shopify.order.Order;
import io.shopoms.sandbox.shopify.order.TrackingInfo;
import io.shopoms.sandbox.shopify.order.money.OrderAmounts;
import io.shopoms.sandbox.shopify.webhook.Delivery;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What is in the simulated store, newest first, with buttons to act as a buyer or the merchant. */
public final class StorePage {

    private static final int ORDERS = 100;
    private static final int PRODUCTS = 40;
    private static final int DELIVERIES = 60;
    private static final int REQUESTS = 30;

    private final String template;

    public StorePage() {
        try (InputStream in = StorePage.class.getResourceAsStream("/io/shopoms/sandbox/shopify/store.html")) {
            this.template = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The whole page. Values go into the template once each, so that no value can bring a placeholder of its own. */
    public String render(
            String shopDomain,
            List<Order> orders,
            List<Product> products,
            Stock stock,
            List<Delivery> deliveries,
            List<Fault> faults,
            List<LoggedRequest> requests) {
        StringBuilder page = new StringBuilder();
        String rest = template;
        List<String> parts = List.of(
                Html.text(shopDomain),
                Html.text(shopDomain),
                orders(newest(orders, ORDERS)),
                ProductRows.of(newest(products, PRODUCTS), stock),
                LocationRows.of(stock.locations().all()),
                deliveries(newest(deliveries, DELIVERIES)),
                faults(faults),
                requests(newest(requests, REQUESTS)));
        for (String part : parts) {
            int at = rest.indexOf("{{}}");
            page.append(rest, 0, at).append(part);
            rest = rest.substring(at + "{{}}".length());
        }
        return page.append(rest).toString();
    }

    private static <T> List<T> newest(List<T> items, int most) {
        List<T> newest = new ArrayList<>(items.subList(Math.max(0, items.size() - most), items.size()));
        Collections.reverse(newest);
        return newest;
    }

    private static String orders(List<Order> orders) {
        List<String> rows = orders.stream()
                .map(order -> Html.row(
                        "<b>" + Html.text(order.name()) + "</b><br><small>" + order.id() + "</small>",
                        Html.time(order.updatedAt()),
                        Html.text(order.details().email()),
                        lines(order),
                        "<span class=\"amount\">"
                                + Html.text(order.prices()
                                                .current(OrderAmounts::total)
                                                .shopMoney()
                                                .text()
                                        + " "
                                        + order.prices().currency())
                                + "</span>",
                        money(order),
                        Html.badge(order.fulfillmentStatus().toLowerCase(Locale.ROOT)) + fulfillments(order),
                        OrderActions.of(order)))
                .toList();
        return Html.table(
                List.of("Order", "Updated", "Buyer", "Lines", "Total", "Payment", "Fulfillment", ""),
                rows,
                "No orders yet. Place one on the left.");
    }

    private static String lines(Order order) {
        return order.lines().stream().map(StorePage::line).collect(Collectors.joining("<br>"));
    }

    private static String line(LineItem line) {
        return line.currentQuantity() + " × " + Html.text(line.name()) + " <small>"
                + Html.text(line.draft().sku()) + "</small>";
    }

    private static String fulfillments(Order order) {
        return order.fulfillments().stream().map(StorePage::fulfillment).collect(Collectors.joining());
    }

    private static String fulfillment(Fulfillment fulfillment) {
        String tracking =
                fulfillment.tracking().stream().map(StorePage::tracking).collect(Collectors.joining(", "));
        return "<div class=\"parcel\">" + Html.text(fulfillment.name()) + " "
                + Html.text(fulfillment.displayStatus().toLowerCase(Locale.ROOT)) + "<br>"
                + (tracking.isEmpty() ? "<small>no tracking</small>" : tracking) + "</div>";
    }

    private static String tracking(TrackingInfo tracking) {
        String label = Html.text((tracking.company() == null ? "" : tracking.company() + " ")
                + (tracking.number() == null ? "" : tracking.number()));
        boolean link = tracking.url() != null && tracking.url().startsWith("https://");
        return link ? "<a rel=\"noreferrer\" href=\"" + Html.text(tracking.url()) + "\">" + label + "</a>" : label;
    }

    private static String money(Order order) {
        String refunds = order.refunds().stream()
                .map(refund -> "<div class=\"parcel\">back "
                        + Html.text(refund.total().shopMoney().text()) + "</div>")
                .collect(Collectors.joining());
        return Html.badge(order.financialStatus().wireName())
                + (order.cancelledAt().isPresent() ? " " + Html.badge("CANCELLED") : "")
                + "<div class=\"parcel\">"
                + Html.text(String.join(", ", order.payments().gateways())) + "</div>"
                + refunds;
    }

    private static String deliveries(List<Delivery> deliveries) {
        List<String> rows = deliveries.stream()
                .map(delivery -> Html.row(
                        Html.time(delivery.webhook().triggeredAt()),
                        Html.text(delivery.topic()),
                        Html.text(delivery.subject().name()),
                        Html.badge(delivery.state().name()),
                        Integer.toString(delivery.tries()),
                        Html.text(delivery.lastStatus()
                                .map(Object::toString)
                                .orElse(delivery.lastError().orElse(""))),
                        "<button data-resend=\"" + Html.text(delivery.webhookId()) + "\">Send again</button>"))
                .toList();
        return Html.table(
                List.of("Triggered", "Topic", "About", "State", "Tries", "Last answer", ""),
                rows,
                "No webhooks yet. They go out once a target is set.");
    }

    private static String faults(List<Fault> faults) {
        List<String> rows = faults.stream()
                .map(fault -> Html.row(
                        Html.text(fault.match()),
                        Html.text(fault.kind().wireName()),
                        Html.text(fault.status()),
                        fault.delay().toMillis() + " ms",
                        fault.times() + " times"))
                .toList();
        return Html.table(List.of("Requests", "Kind", "Status", "Delay", "Left"), rows, "Nothing is to go wrong.");
    }

    private static String requests(List<LoggedRequest> requests) {
        List<String> rows = requests.stream()
                .map(request -> Html.row(
                        Html.time(request.at()),
                        Html.text(request.operation()),
                        request.status() == 0 ? "dropped" : Integer.toString(request.status()),
                        Html.text(request.fault().map(kind -> kind.wireName()).orElse(""))))
                .toList();
        return Html.table(
                List.of("Time", "Operation", "Status", "Fault"), rows, "Nobody has called the Admin API yet.");
    }
}
