package io.shopoms.sandbox.odoo.control;

import io.shopoms.sandbox.odoo.view.InvoiceLineView;
import io.shopoms.sandbox.odoo.view.InvoiceView;
import io.shopoms.sandbox.odoo.view.PaymentView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The part of the page that shows invoices, credit notes and payments. */
final class AccountingPage {

    private final Html html;

    AccountingPage(Html html) {
        this.html = html;
    }

    void invoices(List<InvoiceView> invoices, int count) {
        html.section("Invoices and credit notes", count);
        html.tableStart(
                "Document",
                "Order",
                "State",
                "Customer",
                "Lines",
                Html.NUMBER + "Tax",
                Html.NUMBER + "Total",
                Html.NUMBER + "Open",
                "Payment",
                "");
        for (InvoiceView invoice : invoices) {
            html.rowStart();
            html.cell(title(invoice));
            html.cell(invoice.origin() + "\n" + invoice.ref());
            html.badge(invoice.state());
            html.cell(invoice.partner());
            html.cell(String.join(
                    "\n", invoice.lines().stream().map(AccountingPage::line).toList()));
            html.number(Page.amount(invoice.tax()));
            html.number(Page.amount(invoice.total()) + " " + invoice.currency());
            html.number(Page.amount(invoice.residual()));
            html.badge(invoice.paymentState());
            html.buttons(acts(invoice));
            html.rowEnd();
        }
        html.tableEnd("No invoices yet.", invoices.isEmpty());
    }

    private static String title(InvoiceView invoice) {
        String kind = invoice.type().equals("out_refund") ? "Credit note" : "Invoice";
        String of = invoice.reversalOf().isEmpty() ? "" : " of " + invoice.reversalOf();
        return kind + of + "\n" + (invoice.name().isEmpty() ? "draft" : invoice.name()) + "\n" + invoice.invoiceDate();
    }

    private static String line(InvoiceLineView line) {
        if (!line.displayType().equals("product")) {
            return "“" + line.name() + "”";
        }
        return Page.plain(line.quantity()) + " × " + line.name().replace("\n", " ") + " at "
                + Page.plain(line.priceUnit()) + " = " + Page.amount(line.total());
    }

    private static Map<String, String> acts(InvoiceView invoice) {
        String path = "/page/invoices/" + invoice.id();
        Map<String, String> acts = new LinkedHashMap<>();
        if (invoice.state().equals("draft")) {
            acts.put(path + "/post", "Post");
        }
        if (invoice.state().equals("posted") && invoice.residual().signum() > 0) {
            acts.put(path + "/pay", "Pay");
        }
        if (invoice.state().equals("posted") && invoice.type().equals("out_invoice")) {
            acts.put(path + "/credit", "Credit");
        }
        return acts;
    }

    void payments(List<PaymentView> payments, int count) {
        html.section("Payments", count);
        html.tableStart("Payment", "Direction", "State", "Journal", "Customer", "Memo", "For", Html.NUMBER + "Amount");
        for (PaymentView payment : payments) {
            html.rowStart();
            html.cell((payment.name().isEmpty() ? "draft" : payment.name()) + "\n" + payment.date());
            html.cell(payment.direction());
            html.badge(payment.state());
            html.cell(payment.journal());
            html.cell(payment.partner());
            html.cell(payment.memo());
            html.cell(String.join("\n", payment.invoices()));
            html.number(Page.amount(payment.amount()) + " " + payment.currency());
            html.rowEnd();
        }
        html.tableEnd("No payments yet.", payments.isEmpty());
    }
}
