package io.shopoms.sandbox.odoo.account;

import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.OdooException;
import io.shopoms.sandbox.odoo.orm.Record;
import io.shopoms.sandbox.odoo.orm.Rules;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What the payment window finds to pay in the documents that the context names, and what it proposes. */
final class PaymentRegisterRules implements Rules {

    @Override
    public void beforeCreate(Env env, Map<String, Object> values) {
        if (!values.containsKey("line_ids")) {
            List<Record> open = chosen(env).stream()
                    .filter(line -> env.text(line, "account_type").equals("asset_receivable"))
                    .filter(line -> Residual.inCurrency(env, line).signum() != 0)
                    .toList();
            if (open.isEmpty()) {
                throw OdooException.user("There's nothing left to pay for the selected journal items, so no payment"
                        + " registration is necessary.");
            }
            values.put(
                    "line_ids",
                    List.of(List.of(6L, 0L, open.stream().map(Record::id).toList())));
        }
    }

    private static List<Record> chosen(Env env) {
        List<Long> ids = env.context().get("active_ids") instanceof List<?> list
                ? list.stream().map(id -> ((Number) id).longValue()).toList()
                : List.of();
        String model = env.context().text("active_model", "");
        if (model.equals(InvoiceLineModel.NAME)) {
            return env.require(model, ids);
        }
        if (!model.equals(InvoiceModel.NAME)) {
            throw OdooException.user("The register payment wizard should only be called on account.move or"
                    + " account.move.line records.");
        }
        return env.require(model, ids).stream()
                .flatMap(move -> env.many(move, "line_ids").stream())
                .toList();
    }

    @Override
    public void afterCreate(Env env, Record wizard, Set<String> given) {
        List<Record> lines = env.many(wizard, "line_ids");
        if (lines.isEmpty()) {
            throw OdooException.user(
                    "You can't open the register payment wizard without at least one receivable/payable line.");
        }
        if (env.get(wizard, "journal_id") == null) {
            env.set(wizard, "journal_id", Journals.first(env, Journals.OF_MONEY).id());
        }
        if (env.get(wizard, "currency_id") == null) {
            Object own = env.get(env.follow(wizard, "journal_id"), "currency_id");
            env.set(wizard, "currency_id", own == null ? env.get(lines.get(0), "currency_id") : own);
        }
        BigDecimal open = open(env, lines, env.follow(wizard, "currency_id"));
        env.set(wizard, "payment_type", PaymentRegister.direction(open));
        if (!given.contains("amount")) {
            env.set(wizard, "amount", open.abs());
        }
        if (!given.contains("communication")) {
            env.set(wizard, "communication", label(env, lines));
        }
        if (!given.contains("group_payment")) {
            boolean one = lines.stream()
                            .map(line -> env.get(line, "move_id"))
                            .distinct()
                            .count()
                    == 1;
            env.set(wizard, "group_payment", one);
        }
    }

    /** What the lines leave to pay, in a currency: negative if it is to be paid out. */
    static BigDecimal open(Env env, List<Record> lines, Record currency) {
        return lines.stream()
                .map(line -> Currencies.convert(
                        env, Residual.inCurrency(env, line), env.follow(line, "currency_id"), currency))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The payment reference, the reference or the number of the document. */
    static String label(Env env, List<Record> lines) {
        List<String> labels = lines.stream()
                .map(line -> env.follow(line, "move_id"))
                .map(move -> List.of("payment_reference", "ref", "name").stream()
                        .map(field -> env.text(move, field))
                        .filter(text -> !text.isEmpty())
                        .findFirst()
                        .orElse(null))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return String.join(", ", labels);
    }
}
