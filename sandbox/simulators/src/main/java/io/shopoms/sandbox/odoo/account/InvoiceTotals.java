package io.shopoms.sandbox.odoo.account;

import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.Record;
import io.shopoms.sandbox.odoo.tax.LineAmounts;
import io.shopoms.sandbox.odoo.tax.OrderAmounts;
import io.shopoms.sandbox.odoo.tax.PricedLine;
import io.shopoms.sandbox.odoo.tax.RoundingMethod;
import io.shopoms.sandbox.odoo.tax.Tax;
import io.shopoms.sandbox.odoo.tax.TaxComputation;
import io.shopoms.sandbox.odoo.tax.TaxModel;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Works out an invoice's amounts and the lines that follow from them, once all values of a call are written. */
final class InvoiceTotals {

    private InvoiceTotals() {}

    static void later(Env env, Record move) {
        if (InvoiceModel.isInvoice(env, move)) {
            env.later(List.of("invoice totals", move.id()), () -> compute(env, move));
        }
    }

    private static void compute(Env env, Record move) {
        if (env.find(InvoiceModel.NAME, move.id()) == null
                || !env.text(move, "state").equals("draft")) {
            return;
        }
        List<Record> goods = env.many(move, "line_ids").stream()
                .filter(line -> InvoiceLineModel.isGoods(env, line))
                .toList();
        OrderAmounts amounts = computation(env, move)
                .order(goods.stream().map(line -> priced(env, line)).toList());
        BigDecimal direction = InvoiceModel.direction(env, move);
        book(env, move, goods, amounts, direction.negate());
        taxes(env, move, amounts.taxes(), direction.negate());
        env.set(move, "amount_untaxed", amounts.untaxed());
        env.set(move, "amount_tax", amounts.tax());
        env.set(move, "amount_total", amounts.total());
        owed(env, move, amounts.total().multiply(direction));
    }

    private static TaxComputation computation(Env env, Record move) {
        RoundingMethod method =
                RoundingMethod.parse(env.text(env.follow(move, "company_id"), "tax_calculation_rounding_method"));
        return new TaxComputation(method, Currencies.digits(env, env.follow(move, "currency_id")));
    }

    private static PricedLine priced(Env env, Record line) {
        return new PricedLine(
                env.number(line, "price_unit"),
                env.number(line, "quantity"),
                env.number(line, "discount"),
                env.many(line, "tax_ids").stream()
                        .map(tax -> TaxModel.of(env, tax))
                        .toList());
    }

    /** What rounding over the whole document leaves is booked on the first line. */
    private static void book(Env env, Record move, List<Record> goods, OrderAmounts amounts, BigDecimal sign) {
        BigDecimal rest = amounts.untaxed();
        for (LineAmounts line : amounts.lines()) {
            rest = rest.subtract(line.subtotal());
        }
        for (int i = 0; i < goods.size(); i++) {
            LineAmounts line = amounts.lines().get(i);
            env.set(goods.get(i), "price_subtotal", line.subtotal());
            env.set(goods.get(i), "price_total", line.total());
            amount(
                    env,
                    move,
                    goods.get(i),
                    line.subtotal().add(i == 0 ? rest : BigDecimal.ZERO).multiply(sign));
        }
    }

    private static void taxes(Env env, Record move, Map<Tax, BigDecimal> taxes, BigDecimal sign) {
        Map<Long, Record> lines = new LinkedHashMap<>();
        of(env, move, "tax").forEach(line -> lines.put((Long) env.get(line, "tax_line_id"), line));
        taxes.forEach((tax, amount) -> {
            Record line = lines.remove(tax.id());
            if (line == null) {
                Map<String, Object> values = new LinkedHashMap<>();
                values.put("name", env.text(env.require("account.tax", tax.id()), "name"));
                values.put("tax_line_id", tax.id());
                values.put("account_id", Accounts.of(env, Accounts.TAX).id());
                line = derived(env, move, "tax", values);
            }
            amount(env, move, line, amount.multiply(sign));
        });
        lines.values().forEach(env::unlink);
    }

    private static void owed(Env env, Record move, BigDecimal amount) {
        List<Record> lines = of(env, move, "payment_term");
        Record line = lines.isEmpty()
                ? derived(
                        env,
                        move,
                        "payment_term",
                        Map.of(
                                "account_id",
                                Accounts.of(env, Accounts.RECEIVABLE).id()))
                : lines.get(0);
        amount(env, move, line, amount);
        env.set(line, "name", env.get(move, "payment_reference"));
        BigDecimal others = env.many(move, "line_ids").stream()
                .filter(other -> !Objects.equals(other, line))
                .map(other -> env.number(other, "balance"))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        env.set(line, "balance", others.negate());
    }

    private static Record derived(Env env, Record move, String type, Map<String, Object> more) {
        Map<String, Object> values = new LinkedHashMap<>(more);
        values.put("move_id", move.id());
        values.put("display_type", type);
        return env.create(InvoiceLineModel.NAME, values);
    }

    private static void amount(Env env, Record move, Record line, BigDecimal amount) {
        env.set(line, "amount_currency", amount);
        env.set(line, "balance", Currencies.toCompany(env, env.follow(move, "currency_id"), amount));
    }

    private static List<Record> of(Env env, Record move, String type) {
        return env.many(move, "line_ids").stream()
                .filter(line -> env.text(line, "display_type").equals(type))
                .toList();
    }
}
