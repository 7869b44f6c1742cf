package io.shopoms.sandbox.odoo.partner;

import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.Field;
import io.shopoms.sandbox.odoo.orm.Method;
import io.shopoms.sandbox.odoo.orm.Model;
import io.shopoms.sandbox.odoo.orm.Record;
import io.shopoms.sandbox.odoo.orm.Type;

/** {@code res.partner}. There is no {@code mobile} in 19. */
public final class PartnerModel {

    private PartnerModel() {}

    public static Model model() {
        return new Model("res.partner", "Contact")
                .orderedBy("complete_name, id desc")
                .searchedByName("complete_name", "email", "ref")
                .shownAs(PartnerModel::shown)
                .ruledBy(new PartnerRules())
                .with(
                        Field.text("name", "Name"),
                        Field.text("complete_name", "Complete Name").indexed(),
                        Field.text("email", "Email").indexed(),
                        Field.text("email_normalized", "Normalized Email").indexed(),
                        Field.text("phone", "Phone"),
                        Field.text("phone_sanitized", "Sanitized Number").indexed(),
                        Field.text("ref", "Reference").indexed(),
                        Field.text("street", "Street"),
                        Field.text("street2", "Street2"),
                        Field.text("city", "City"),
                        Field.text("zip", "Zip"),
                        Field.many2one("country_id", "Country", "res.country"),
                        Field.text("country_code", "Country Code").computed((env, r) -> countryCode(env, r)),
                        Field.many2one("state_id", "State", "res.country.state"),
                        Field.text("vat", "Tax ID"),
                        Field.text("company_name", "Company Name"),
                        Field.text("website", "Website Link"),
                        Field.of(Type.HTML, "comment", "Notes"),
                        Field.selection("lang", "Language", "en_US", "English (US)")
                                .defaultsTo("en_US"),
                        Field.selection(
                                        "type",
                                        "Address Type",
                                        "contact",
                                        "Contact",
                                        "invoice",
                                        "Invoice",
                                        "delivery",
                                        "Delivery",
                                        "other",
                                        "Other")
                                .defaultsTo("contact"),
                        Field.flag("is_company", "Is a Company"),
                        Field.selection("company_type", "Company Type", "person", "Person", "company", "Company")
                                .computed((env, r) -> env.flag(r, "is_company") ? "company" : "person"),
                        Field.flag("active", "Active").defaultsTo(true),
                        Field.flag("partner_share", "Share Partner").defaultsTo(true),
                        Field.integer("customer_rank", "Customer Rank"),
                        Field.integer("supplier_rank", "Supplier Rank"),
                        Field.one2many("ref_company_ids", "Companies", "res.company", "partner_id"),
                        Field.many2one("company_id", "Company", "res.company"),
                        Field.many2one("user_id", "Salesperson", "res.users"),
                        Field.many2many("category_id", "Tags", "res.partner.category"),
                        Field.many2one("parent_id", "Related Company", "res.partner"),
                        Field.one2many("child_ids", "Contact", "res.partner", "parent_id"),
                        Field.many2one("commercial_partner_id", "Commercial Entity", "res.partner")
                                .computed(PartnerModel::commercial))
                .with(Method.onRecords("address_get", Addresses::get, "adr_pref?"));
    }

    private static String shown(Env env, Record partner) {
        String name = env.text(partner, "name");
        Record parent = env.follow(partner, "parent_id");
        if (parent == null) {
            return name;
        }
        String own = name.isEmpty() ? env.text(partner, "type") : name;
        return env.text(parent, "name") + ", " + own;
    }

    private static Object countryCode(Env env, Record partner) {
        Record country = env.follow(partner, "country_id");
        return country == null ? null : env.text(country, "code");
    }

    private static Long commercial(Env env, Record partner) {
        Record parent = env.follow(partner, "parent_id");
        return parent == null || env.flag(partner, "is_company") ? partner.id() : commercial(env, parent);
    }
}
