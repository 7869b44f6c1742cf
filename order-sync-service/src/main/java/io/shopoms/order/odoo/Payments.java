package io.shopoms.order.odoo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopoms.order.mapping.accounting.PaymentDraft;
import io.shopoms.sync.failure.SyncFailure.MissingDependency;
import io.shopoms.sync.failure.SyncFailure.RejectedByTarget;
import io.shopoms.sync.failure.SyncFailureException;
import io.shopoms.sync.http.JsonBodies;
import io.shopoms.sync.odoo.Domain;
import io.shopoms.sync.odoo.Load;
import io.shopoms.sync.odoo.OdooClient;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code account.payment}, and the reconciliation with invoices and credit notes. Payments are made through {@code load}
 * under their external ids: Odoo's own wizard pays again each time it is asked.
 */
@ApplicationScoped
public class Payments {

    private static final String PAYMENT = "account.payment";
    private static final String MOVE_LINE = "account.move.line";
    private static final List<String> STATE_FIELDS = List.of("name", "state", "move_id", "memo");

    /** In older versions a posted payment says so; since 18 it is in process, then paid. */
    private static final Set<String> CANCELLED = Set.of("cancel", "canceled", "rejected");

    private static final List<String> COLUMNS = List.of(
            "id",
            "payment_type",
            "partner_type",
            "partner_id/.id",
            "amount",
            "currency_id/.id",
            "date",
            "memo",
            "journal_id/.id");

    private final Journals journals;

    Payments(Journals journals) {
        this.journals = journals;
    }

    /**
     * Makes and posts the payments that do not exist yet, then reconciles them with documents as far as both are open.
     * One that people cancelled stays so.
     *
     * @param documents the invoices and credit notes of the order
     */
    public Uni<Void> settle(Store store, OdooClient odoo, List<PaymentDraft> payments, List<Long> documents) {
        if (payments.isEmpty()) {
            return reconcile(odoo, documents);
        }
        List<String> codes =
                payments.stream().map(PaymentDraft::journal).distinct().toList();
        return journals.byCode(store, odoo, codes)
                .map(found -> table(payments, found))
                .chain(odoo::createAbsent)
                .chain(ids -> posted(odoo, ids))
                .chain(moves -> {
                    List<Long> all = new ArrayList<>(documents);
                    all.addAll(moves);
                    return reconcile(odoo, all);
                });
    }

    private static Load table(List<PaymentDraft> payments, Map<String, Long> journals) {
        List<List<Object>> rows = new ArrayList<>();
        for (PaymentDraft payment : payments) {
            Long journal = journals.get(payment.journal());
            if (journal == null) {
                throw new SyncFailureException(new MissingDependency(
                        "the journal " + payment.journal() + " is not in Odoo",
                        "Create a bank or cash journal with this code in Odoo, or correct shopoms.orders.journals."));
            }
            rows.add(List.of(
                    payment.id().toString(),
                    payment.paidBack() ? "outbound" : "inbound",
                    "customer",
                    payment.partnerId(),
                    payment.amount(),
                    payment.currencyId(),
                    payment.date().toString(),
                    payment.memo(),
                    journal));
        }
        return new Load(PAYMENT, COLUMNS, rows);
    }

    /** The journal entries of the payments. */
    private static Uni<List<Long>> posted(OdooClient odoo, List<Long> ids) {
        return odoo.read(PAYMENT, ids, STATE_FIELDS).chain(found -> {
            List<Long> drafts = found.stream()
                    .filter(payment -> Records.text(payment, "state").equals("draft"))
                    .map(Records::id)
                    .toList();
            return drafts.isEmpty()
                    ? Uni.createFrom().item(entries(found))
                    : odoo.call(PAYMENT, "action_post", ids(drafts))
                            .chain(() -> odoo.read(PAYMENT, ids, STATE_FIELDS))
                            .map(Payments::entries);
        });
    }

    private static List<Long> entries(List<JsonNode> payments) {
        List<Long> entries = new ArrayList<>();
        for (JsonNode payment : payments) {
            long entry = Records.reference(payment, "move_id");
            if (entry > 0) {
                entries.add(entry);
            } else if (!CANCELLED.contains(Records.text(payment, "state"))) {
                throw new SyncFailureException(new RejectedByTarget(
                        "Odoo made no journal entry for the payment " + Records.text(payment, "memo"),
                        "Give the payment methods of its journal an outstanding account, set the payment back to draft"
                                + " and delete it in Odoo, then retry."));
            }
        }
        return entries;
    }

    /** Reconciles whatever is open on both sides; nothing open, nothing done. */
    private static Uni<Void> reconcile(OdooClient odoo, List<Long> moves) {
        return odoo.searchRead(
                        MOVE_LINE,
                        Domain.where("move_id", "in", moves)
                                .and("account_type", "=", "asset_receivable")
                                .and("parent_state", "=", "posted")
                                .and("reconciled", "=", false),
                        List.of("account_id", "amount_residual"),
                        "",
                        0)
                .chain(lines -> inTurn(odoo, byAccount(lines)));
    }

    private static Collection<List<JsonNode>> byAccount(List<JsonNode> lines) {
        Map<Long, List<JsonNode>> byAccount = new HashMap<>();
        lines.forEach(line -> byAccount
                .computeIfAbsent(Records.reference(line, "account_id"), id -> new ArrayList<>())
                .add(line));
        return byAccount.values();
    }

    private static Uni<Void> inTurn(OdooClient odoo, Collection<List<JsonNode>> run) {
        Uni<Void> done = Uni.createFrom().voidItem();
        for (List<JsonNode> lines : run) {
            boolean owed = lines.stream()
                    .anyMatch(line -> Records.number(line, "amount_residual").signum() > 0);
            boolean paid = lines.stream()
                    .anyMatch(line -> Records.number(line, "amount_residual").signum() < 0);
            if (owed && paid) {
                List<Long> ids = lines.stream().map(Records::id).toList();
                done = done.chain(
                        () -> odoo.call(MOVE_LINE, "reconcile", ids(ids)).replaceWithVoid());
            }
        }
        return done;
    }

    private static ObjectNode ids(List<Long> ids) {
        return JsonBodies.object().set("ids", JsonBodies.tree(ids));
    }
}
