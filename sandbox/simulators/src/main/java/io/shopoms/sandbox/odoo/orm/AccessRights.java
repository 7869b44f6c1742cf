package io.shopoms.sandbox.odoo.orm;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a user who is no administrator may not do, beside what a fresh Odoo already denies to an integration user. It can
 * be changed while the simulator runs, as an administrator would change the user's groups.
 */
public final class AccessRights {

    /** Who may write invoices, credit notes and payments; the integration user is in it unless told otherwise. */
    public static final String INVOICING = "account.group_account_invoice";

    /** With it, a confirmed order locks itself. Nobody is in it unless told otherwise. */
    public static final String LOCK_CONFIRMED = "sale.group_auto_done_setting";

    /** Who may write products, attributes, categories and tags; the integration user is in it unless told otherwise. */
    public static final String PRODUCTS = "product.group_product_manager";

    private static final Set<String> GROUPS = Set.of(INVOICING, LOCK_CONFIRMED, PRODUCTS);
    private static final Set<String> USUAL = Set.of(INVOICING, PRODUCTS);
    private static final Set<String> HIDDEN = Set.of("ir.model.data", "stock.inventory.conflict");
    private static final Map<String, String> VERBS =
            Map.of("read", "access", "write", "modify", "create", "create", "unlink", "delete");
    private static final Set<String> READ_ONLY = Set.of(
            "account.tax",
            "account.account",
            "account.journal",
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
            "ir.sequence",
            "ir.module.module",
            "res.users");
    private static final Set<String> NEVER_DELETED = Set.of(
            "sale.order",
            "crm.tag",
            "stock.quant",
            "sale.advance.payment.inv",
            "account.payment.register",
            "account.move.reversal",
            "stock.return.picking",
            "stock.scrap",
            "stock.move");

    /** Salespeople read these; who is not in the group writes none of them. */
    private static final Set<String> INVOICES =
            Set.of("account.move", "account.move.line", "account.partial.reconcile", "account.payment.method.line");

    /** Nothing to see without the group. */
    private static final Set<String> PAYMENTS =
            Set.of("account.payment", "account.payment.register", "account.move.reversal");

    private static final Set<String> CATALOG = Set.of(
            "product.template",
            "product.product",
            "product.attribute",
            "product.attribute.value",
            "product.template.attribute.line",
            "product.template.attribute.value",
            "product.category",
            "product.tag",
            "product.pricelist",
            "uom.uom");

    private final Map<String, Boolean> changed = new ConcurrentHashMap<>();
    private final Set<String> groups = ConcurrentHashMap.newKeySet();

    public AccessRights() {
        groups.addAll(USUAL);
    }

    /** @param operation read, write, create or unlink */
    public void set(String model, String operation, boolean allowed) {
        if (!VERBS.containsKey(operation)) {
            throw new IllegalArgumentException("operation must be one of read, write, create, unlink");
        }
        changed.put(model + "/" + operation, allowed);
    }

    /** Puts the integration user into a group, or takes it out. */
    public void setGroup(String group, boolean member) {
        if (!GROUPS.contains(group)) {
            throw new IllegalArgumentException(
                    "group must be one of " + String.join(", ", new java.util.TreeSet<>(GROUPS)));
        }
        if (member) {
            groups.add(group);
        } else {
            groups.remove(group);
        }
    }

    /** Back to what a fresh Odoo allows. */
    public void clear() {
        changed.clear();
        groups.clear();
        groups.addAll(USUAL);
    }

    boolean isIn(String group) {
        return groups.contains(group);
    }

    boolean allows(User user, String model, String operation) {
        Boolean decided = changed.get(model + "/" + operation);
        if (user.administrator() || decided != null) {
            return user.administrator() || decided;
        }
        boolean reads = operation.equals("read");
        if (HIDDEN.contains(model) || !isIn(INVOICING) && isForInvoicing(model, reads)) {
            return false;
        }
        if (!reads && !isIn(PRODUCTS) && CATALOG.contains(model)) {
            return false;
        }
        return reads || !READ_ONLY.contains(model) && !(operation.equals("unlink") && NEVER_DELETED.contains(model));
    }

    private static boolean isForInvoicing(String model, boolean reads) {
        return PAYMENTS.contains(model) || !reads && INVOICES.contains(model);
    }

    void require(User user, Model model, String operation) {
        if (!allows(user, model.name(), operation)) {
            throw OdooException.access(
                    "You are not allowed to %s '%s' (%s) records.\n\nContact your administrator to request access if necessary."
                            .formatted(VERBS.get(operation), model.label(), model.name()));
        }
    }
}
