package io.shopoms.sandbox.odoo.account;

import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.OdooException;
import io.shopoms.sandbox.odoo.orm.Record;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Which journal a document belongs to, and its number there. */
final class Journals {

    /** Where money comes in and goes out. */
    static final List<String> OF_MONEY = List.of("bank", "cash", "credit");

    private Journals() {}

    /** @throws OdooException if there is none */
    static Record first(Env env, List<String> types) {
        return env.search("account.journal", List.of(List.of("type", "in", types)), "").stream()
                .findFirst()
                .orElseThrow(() -> OdooException.user("No journal could be found for any of those types: " + types));
    }

    static List<String> typesFor(String moveType) {
        return isSale(moveType) ? List.of("sale") : List.of("general");
    }

    static boolean isSale(String moveType) {
        return moveType.equals("out_invoice") || moveType.equals("out_refund");
    }

    /** INV/2026/00001; credit notes count apart with an R in front, payments with a P. */
    static String nextNumber(Env env, Record move) {
        String mark = env.text(move, "move_type").equals("out_refund")
                ? "R"
                : env.get(move, "origin_payment_id") != null ? "P" : "";
        String code = env.text(env.follow(move, "journal_id"), "code");
        String prefix = mark + code + "/" + ((LocalDate) env.get(move, "date")).getYear() + "/";
        List<Record> known = env.by("ir.sequence", "prefix", prefix);
        Record sequence =
                known.isEmpty() ? env.create("ir.sequence", Map.of("name", prefix, "prefix", prefix)) : known.get(0);
        long number = (Long) env.get(sequence, "number_next");
        env.set(sequence, "number_next", number + 1);
        return prefix + "%05d".formatted(number);
    }

    /** Whether nothing that has a number came after this document. */
    static boolean isLast(Env env, Record move) {
        String name = env.text(move, "name");
        if (name.isEmpty()) {
            return true;
        }
        int slash = name.lastIndexOf('/') + 1;
        return env.by("ir.sequence", "prefix", name.substring(0, slash)).stream()
                .allMatch(
                        sequence -> env.get(sequence, "number_next").equals(Long.parseLong(name.substring(slash)) + 1));
    }

    /** The number of a deleted document is given again. */
    static void giveBack(Env env, Record move) {
        String name = env.text(move, "name");
        if (isLast(env, move) && !name.isEmpty()) {
            int slash = name.lastIndexOf('/') + 1;
            for (Record sequence : env.by("ir.sequence", "prefix", name.substring(0, slash))) {
                env.set(sequence, "number_next", Long.parseLong(name.substring(slash)));
            }
        }
    }
}
