package io.shopoms.sync.odoo;

/** The settings that messages point to, in the form for one store; the form for several is named once in each remedy. */
final class OdooSettings {

    static final String SEVERAL_STORES = " (with several stores: shopoms.stores.<name>.odoo-…)";

    static final String RENEW_KEY =
            "Make a new key in Odoo as the integration user (Preferences > Account Security > New API Key) and set"
                    + " ODOO_API_KEY" + SEVERAL_STORES
                    + ". A password is not accepted. Keys of users who are not administrators live 90 days at most.";

    static final String CHECK_DATABASE = "Check ODOO_DATABASE and ODOO_URL" + SEVERAL_STORES
            + ". Odoo 18 and older have no JSON-2 API: set ODOO_TRANSPORT=jsonrpc and ODOO_LOGIN for them.";

    static final String CHECK_URL =
            "Set ODOO_URL" + SEVERAL_STORES + " to the address at which Odoo itself answers, without a path.";

    static final String REPORT =
            "This looks like a mistake of shopOMS or an Odoo version that it does not know: report it with this message.";

    private OdooSettings() {}
}
