package io.shopoms.sync.odoo;

/** Which group of Odoo 19 brings the rights on a model, for remedies. */
final class AccessGroups {

    private AccessGroups() {}

    static String neededFor(String model) {
        if (model.startsWith("product.")) {
            return "Product Creation (product.group_product_manager)";
        }
        if (model.startsWith("account.")) {
            return "Invoicing (account.group_account_invoice); taxes are made by an administrator";
        }
        if (model.startsWith("stock.")) {
            return "Inventory / User (stock.group_stock_user)";
        }
        if (model.startsWith("sale.") || model.startsWith("crm.")) {
            return "Sales / User: All Documents (sales_team.group_sale_salesman_all_leads)";
        }
        if (model.startsWith("res.partner")) {
            return "Contact Creation (base.group_partner_manager)";
        }
        return "an internal user (base.group_user) with the app's own group";
    }
}
