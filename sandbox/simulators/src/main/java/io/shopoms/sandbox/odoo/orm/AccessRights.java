package io.shopoms.sandbox.odoo.orm;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a user who is no administrator may not do, beside what a fresh Odoo already denies to an integration user. It can
 * be changed while the simulator runs, as an administrator would change the user's groups.
 */
public final class AccessRights {

    private static final Set<String> HIDDEN = Set.of("ir.model.data");
    private static final Map<String, String> VERBS =
            Map.of("read", "access", "write", "modify", "create", "create", "unlink", "delete");
    private static final Set<String> READ_ONLY = Set.of(
            "account.tax",
            "delivery.carrier",
            "crm.team",
            "stock.warehouse",
            "stock.location",
            "stock.picking.type",
            "res.currency",
            "res.company",
            "res.country",
            "account.payment.term",
            "account.fiscal.position",
            "res.users");
    private static final Set<String> NEVER_DELETED = Set.of("sale.order", "crm.tag", "stock.quant");

    private final Map<String, Boolean> changed = new ConcurrentHashMap<>();

    /** @param operation read, write, create or unlink */
    public void set(String model, String operation, boolean allowed) {
        if (!VERBS.containsKey(operation)) {
            throw new IllegalArgumentException("operation must be one of read, write, create, unlink");
        }
        changed.put(model + "/" + operation, allowed);
    }

    /** Back to what a fresh Odoo allows. */
    public void clear() {
        changed.clear();
    }

    boolean allows(User user, String model, String operation) {
        Boolean decided = changed.get(model + "/" + operation);
        if (user.administrator() || decided != null) {
            return user.administrator() || decided;
        }
        return switch (operation) {
            case "read" -> !HIDDEN.contains(model);
            case "unlink" -> !HIDDEN.contains(model) && !READ_ONLY.contains(model) && !NEVER_DELETED.contains(model);
            default -> !HIDDEN.contains(model) && !READ_ONLY.contains(model);
        };
    }

    void require(User user, Model model, String operation) {
        if (!allows(user, model.name(), operation)) {
            throw OdooException.access(
                    "You are not allowed to %s '%s' (%s) records.\n\nContact your administrator to request access if necessary."
                            .formatted(VERBS.get(operation), model.label(), model.name()));
        }
    }
}
