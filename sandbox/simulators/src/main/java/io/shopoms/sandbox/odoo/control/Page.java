package io.shopoms.sandbox.odoo.control;

import io.shopoms.sandbox.odoo.Bookkeeping;
import io.shopoms.sandbox.odoo.OdooData;
import io.shopoms.sandbox.odoo.view.LineView;
import io.shopoms.sandbox.odoo.view.MoveView;
import io.shopoms.sandbox.odoo.view.OrderView;
import io.shopoms.sandbox.odoo.view.PickingView;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** The page at {@code /}: orders, transfers, invoices, payments, products, newest first. */
final class Page {

    private static final int SHOWN = 50;

    private final Html html = new Html();

    private Page() {}

    static String of(OdooData data) {
        Page page = new Page();
        page.html.start("Simulated Odoo 19");
        page.orders(data.latestOrders(SHOWN), data.orderCount());
        page.pickings(data.latestPickings(SHOWN), data.pickingCount());
        page.accounting(data.books());
        new CatalogPage(page.html)
                .templates(data.goods().latest(SHOWN), data.goods().count());
        new StockPage(page.html).levels(data.stock().levels(SHOWN), data.stock().count());
        return page.html.end();
    }

    private void accounting(Bookkeeping books) {
        AccountingPage accounting = new AccountingPage(html);
        accounting.invoices(books.latestInvoices(SHOWN), books.invoiceCount());
        accounting.payments(books.latestPayments(SHOWN), books.paymentCount());
    }

    private void orders(List<OrderView> orders, int count) {
        html.section("Sales orders", count);
        html.tableStart(
                "Order",
                "Reference",
                "State",
                "Customer",
                "Lines",
                Html.NUMBER + "Untaxed",
                Html.NUMBER + "Tax",
                Html.NUMBER + "Total",
                "Delivery",
                "Invoicing",
                "");
        for (OrderView order : orders) {
            html.rowStart();
            html.cell(order.name() + "\n" + order.dateOrder());
            html.cell(order.clientOrderRef() + "\n" + order.origin());
            html.badge(order.state());
            html.cell(order.partner() + "\n" + String.join(", ", order.tags()));
            html.cell(String.join("\n", order.lines().stream().map(Page::line).toList()));
            html.number(amount(order.untaxed()));
            html.number(amount(order.tax()));
            html.number(amount(order.total()) + " " + order.currency());
            html.badge(order.deliveryStatus());
            html.badge(order.invoiceStatus());
            html.buttons(
                    order.invoiceStatus().equals("to invoice")
                            ? Map.of("/page/orders/" + order.id() + "/invoice", "Invoice")
                            : Map.of());
            html.rowEnd();
        }
        html.tableEnd("No orders yet.", orders.isEmpty());
    }

    private static String line(LineView line) {
        if (!line.displayType().isEmpty()) {
            return "“" + line.name() + "”";
        }
        String taxes = line.taxes().isEmpty() ? "" : " (" + String.join(", ", line.taxes()) + ")";
        String code = line.sku().isEmpty() ? "" : "[" + line.sku() + "] ";
        return plain(line.quantity()) + " × " + code + line.name() + " at " + plain(line.priceUnit()) + taxes + " = "
                + amount(line.total());
    }

    private void pickings(List<PickingView> pickings, int count) {
        html.section("Transfers", count);
        html.tableStart("Transfer", "Order", "State", "Moves", "Carrier", "Tracking", "", "");
        for (PickingView picking : pickings) {
            html.rowStart();
            html.cell(picking.name() + (picking.backorderOf().isEmpty() ? "" : "\nrest of " + picking.backorderOf()));
            html.cell(picking.order() + "\n" + picking.orderReference());
            html.badge(picking.state());
            html.cell(String.join("\n", picking.moves().stream().map(Page::move).toList()));
            html.cell(picking.carrier());
            html.cell(picking.tracking());
            boolean open = picking.state().equals("assigned");
            boolean done = picking.state().equals("done");
            if (open || done) {
                html.form(
                        "/page/pickings/" + picking.id() + (open ? "/ship" : "/tracking"),
                        "tracking",
                        "Tracking number",
                        open ? "Ship" : "Set tracking");
            } else {
                html.cell("");
            }
            html.buttons(
                    done && picking.code().equals("outgoing")
                            ? Map.of("/page/pickings/" + picking.id() + "/return", "Return all")
                            : Map.of());
            html.rowEnd();
        }
        html.tableEnd("No transfers yet.", pickings.isEmpty());
    }

    private static String move(MoveView move) {
        return plain(move.quantity()) + " of " + plain(move.demand()) + " × " + move.sku() + " – " + move.state();
    }

    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** At least two decimals, as money is read. */
    static String amount(BigDecimal number) {
        return number.scale() < 2 ? number.setScale(2).toPlainString() : number.toPlainString();
    }
}
