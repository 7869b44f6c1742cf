package io.shopoms.sandbox.odoo.control;

import io.shopoms.sandbox.fault.ControlRequest;
import io.shopoms.sandbox.fault.SimulatedServer;
import io.shopoms.sandbox.odoo.Bookkeeping;
import io.shopoms.sandbox.odoo.view.InvoiceView;
import io.vertx.core.http.HttpMethod;
import java.util.Map;
import java.util.NoSuchElementException;

/** The part of {@code /control/…} that an accountant needs. */
final class AccountingControl {

    private static final String BANK = "BNK1";

    private final Bookkeeping books;

    AccountingControl(Bookkeeping books) {
        this.books = books;
    }

    void addTo(SimulatedServer server) {
        server.control(HttpMethod.POST, "/orders/:id/invoice", request -> books.invoice(request.id("id")));
        server.control(HttpMethod.GET, "/orders/:id/invoices", request -> books.invoicesOf(request.id("id")));
        server.control(HttpMethod.GET, "/invoices", request -> books.invoices());
        server.control(HttpMethod.GET, "/invoices/:id", this::invoice);
        server.control(HttpMethod.POST, "/invoices/:id/post", request -> books.post(request.id("id")));
        server.control(
                HttpMethod.POST,
                "/invoices/:id/pay",
                request -> books.pay(request.id("id"), request.text("journal").orElse(BANK)));
        server.control(
                HttpMethod.POST,
                "/invoices/:id/credit",
                request -> books.credit(request.id("id"), request.text("reason").orElse("")));
        server.control(HttpMethod.GET, "/payments", request -> books.payments());
        server.control(HttpMethod.POST, "/journals", this::addJournal);
    }

    private InvoiceView invoice(ControlRequest request) {
        long id = request.id("id");
        return books.find(id).orElseThrow(() -> new NoSuchElementException("no invoice " + id));
    }

    private Object addJournal(ControlRequest request) {
        String code = request.text("code").orElseThrow(() -> new IllegalArgumentException("code is missing"));
        return Map.of(
                "id",
                books.journal(
                        code,
                        request.text("name").orElse(code),
                        request.text("currency").orElse("")));
    }
}
