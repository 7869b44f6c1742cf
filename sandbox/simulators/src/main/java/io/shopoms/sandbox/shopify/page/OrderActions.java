package io.shopoms.sandbox.shopify.page;

import io.shopoms.sandbox.shopify.order.LineItem;
import io.shopoms.sandbox.shopify.order.Order;
import java.util.stream.Collectors;

/** The buttons beside an order: what can be done with it as it stands. */
final class OrderActions {

    private OrderActions() {}

    static String of(Order order) {
        StringBuilder actions = new StringBuilder("<div class=\"actions\" data-order=\"" + order.id() + "\">");
        payment(actions, order);
        boolean open = order.cancelledAt().isEmpty();
        if (open && order.fulfillments().isEmpty()) {
            actions.append("<button data-act=\"cancel\" class=\"danger\">Cancel</button>");
        }
        if (open) {
            actions.append("<button data-act=\"touch\" title=\"Save without a change\">Touch</button>");
            if (order.closedAt().isEmpty()) {
                actions.append("<button data-act=\"close\" title=\"Archive\">Close</button>");
            }
            lines(actions, order);
        }
        return actions.append("</div>").toString();
    }

    private static void payment(StringBuilder actions, Order order) {
        if (order.outstanding().isPositive()) {
            String due = Html.text(order.outstanding().shopMoney().text());
            actions.append("<button data-act=\"pay\" title=\"Receive " + due + "\">Pay</button>");
        }
        if (order.payments().capturable().isPositive()) {
            String held = Html.text(order.payments().capturable().shopMoney().text());
            actions.append("<button data-act=\"capture\" title=\"Take " + held + "\">Capture</button>"
                    + "<button data-act=\"void\" title=\"Release " + held + "\">Void</button>");
        }
        if (order.netPayment().isPositive()) {
            String left = Html.text(order.netPayment().shopMoney().text());
            actions.append("<button data-act=\"refund\" data-ask=\"Give back how much of " + left
                    + "?\" title=\"Money alone\">Give back</button>"
                    + "<button data-act=\"refund\" data-shipping=\"all\">Refund shipping</button>");
        }
    }

    private static void lines(StringBuilder actions, Order order) {
        String options = order.lines().stream()
                .filter(line -> line.draft().sku() != null)
                .map(OrderActions::option)
                .collect(Collectors.joining());
        actions.append("<span class=\"edit\"><select aria-label=\"Line\">" + options
                + "</select><input type=\"number\" min=\"0\" value=\"1\" aria-label=\"Quantity\">"
                + "<button data-act=\"edit\" title=\"Change the line to this quantity\">Edit</button>"
                + "<button data-act=\"refund\" data-restock=\"cancel\" title=\"Not shipped, not wanted\">Refund</button>"
                + "<button data-act=\"return\" title=\"Shipped, and came back\">Return</button></span>");
    }

    private static String option(LineItem line) {
        String sku = Html.text(line.draft().sku());
        return "<option value=\"" + sku + "\">" + sku + "</option>";
    }
}
