package io.shopoms.sandbox.odoo.company;

import io.shopoms.sandbox.odoo.orm.Field;
import io.shopoms.sandbox.odoo.orm.Method;
import io.shopoms.sandbox.odoo.orm.Model;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Models of the settings. */
public final class CompanyModels {

    private CompanyModels() {}

    /** @param version of Odoo, such as 19: units of measure changed with it */
    public static List<Model> all(int version) {
        List<Model> models = new ArrayList<>(Units.models(version));
        models.addAll(List.of(
                company(),
                users(),
                currency(),
                pricelist(),
                country(),
                state(),
                tag(),
                named("crm.team", "Sales Team"),
                named("account.payment.term", "Payment Terms"),
                named("account.fiscal.position", "Fiscal Position"),
                named("res.partner.category", "Partner Tags")));
        return models;
    }

    private static Model named(String name, String label) {
        return new Model(name, label)
                .with(
                        Field.text("name", "Name").required(),
                        Field.flag("active", "Active").defaultsTo(true));
    }

    private static Model company() {
        return new Model("res.company", "Companies")
                .with(
                        Field.text("name", "Company Name").required(),
                        Field.many2one("currency_id", "Currency", "res.currency"),
                        Field.many2one("country_id", "Country", "res.country"),
                        Field.many2one("partner_id", "Partner", "res.partner"),
                        Field.selection(
                                        "tax_calculation_rounding_method",
                                        "Tax Calculation Rounding Method",
                                        "round_per_line",
                                        "Round per Line",
                                        "round_globally",
                                        "Round Globally")
                                .defaultsTo("round_globally"),
                        Field.selection(
                                        "account_price_include",
                                        "Default Sales Price Include",
                                        "tax_included",
                                        "Tax Included",
                                        "tax_excluded",
                                        "Tax Excluded")
                                .defaultsTo("tax_excluded"),
                        Field.many2one("account_sale_tax_id", "Default Sale Tax", "account.tax"),
                        Field.many2one("account_fiscal_country_id", "Fiscal Country", "res.country"));
    }

    private static Model users() {
        return new Model("res.users", "User")
                .searchedByName("login", "name")
                .with(
                        Field.text("name", "Name").required(),
                        Field.text("login", "Login").required().indexed(),
                        Field.flag("active", "Active").defaultsTo(true),
                        Field.many2one("company_id", "Company", "res.company").defaultsTo(1),
                        Field.text("lang", "Language").defaultsTo("en_US"),
                        Field.text("tz", "Timezone"))
                .with(Method.onModel("context_get", (env, model, ids, args) -> {
                    Map<String, Object> context = new LinkedHashMap<>();
                    context.put("lang", "en_US");
                    context.put("tz", false);
                    context.put("uid", env.user().id());
                    return context;
                }));
    }

    private static Model currency() {
        return new Model("res.currency", "Currency")
                .orderedBy("active desc, name")
                .with(
                        Field.text("name", "Currency").required().indexed(),
                        Field.text("symbol", "Symbol"),
                        Field.integer("decimal_places", "Decimal Places").defaultsTo(2),
                        Field.decimal("rounding", "Rounding Factor")
                                .computed((env, r) ->
                                        BigDecimal.ONE.movePointLeft(((Long) env.get(r, "decimal_places")).intValue())),
                        Field.decimal("rate", "Current Rate").defaultsTo(BigDecimal.ONE),
                        Field.flag("active", "Active").defaultsTo(true));
    }

    private static Model pricelist() {
        return new Model("product.pricelist", "Pricelist")
                .shownAs((env, r) -> env.text(r, "name") + " (" + env.display(env.follow(r, "currency_id")) + ")")
                .with(
                        Field.text("name", "Pricelist Name").required(),
                        Field.many2one("currency_id", "Currency", "res.currency")
                                .required()
                                .defaultsTo(1),
                        Field.many2one("company_id", "Company", "res.company").defaultsTo(1),
                        Field.flag("active", "Active").defaultsTo(true));
    }

    private static Model country() {
        return new Model("res.country", "Country")
                .orderedBy("name, id")
                .searchedByName("code", "name")
                .with(
                        Field.text("name", "Country Name").required().indexed(),
                        Field.text("code", "Country Code").required().indexed(),
                        Field.many2one("currency_id", "Currency", "res.currency"),
                        Field.one2many("state_ids", "States", "res.country.state", "country_id"));
    }

    private static Model state() {
        return new Model("res.country.state", "Country state")
                .orderedBy("code, id")
                .searchedByName("code", "name")
                .shownAs((env, r) -> env.text(r, "name") + " (" + env.text(env.follow(r, "country_id"), "code") + ")")
                .unique("The code of the state must be unique by country!", "country_id", "code")
                .with(
                        Field.text("name", "State Name").required(),
                        Field.text("code", "State Code").required().indexed(),
                        Field.many2one("country_id", "Country", "res.country").required());
    }

    private static Model tag() {
        return new Model("crm.tag", "CRM Tag")
                .unique("Tag name already exists!", "name")
                .with(
                        Field.text("name", "Tag Name").required().indexed(),
                        Field.integer("color", "Color").defaultsTo(1));
    }
}
