package io.shopoms.sync.odoo;

import io.shopoms.model.ShopDomain;
import io.shopoms.model.ShopifyId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name under which a record of ours is unique in Odoo: {@code __shopify__.<shop>_<kind>_<key>}. The module prefix must
 * never equal an installed addon, whose upgrade would delete the records; the shop keeps several stores on one Odoo apart.
 *
 * @param shop the store's handle
 * @param kind {@code order}, {@code line}, {@code customer}, …: letters only
 * @param key a Shopify id, or another key without blanks
 */
public record ExternalId(String shop, String kind, String key) {

    /** Odoo's {@code ir.model.data.module} for all our records. */
    public static final String MODULE = "__shopify__";

    private static final Pattern FORM = Pattern.compile(MODULE + "\\.([a-z0-9-]+)_([a-z]+)_(\\S+)");

    public ExternalId {
        if (!FORM.matcher(MODULE + "." + shop + "_" + kind + "_" + key).matches()) {
            throw new IllegalArgumentException("not an external id: " + shop + "_" + kind + "_" + key);
        }
    }

    public static ExternalId of(ShopDomain shop, String kind, ShopifyId id) {
        return new ExternalId(shop.handle(), kind, id.toString());
    }

    public static ExternalId of(ShopDomain shop, String kind, String key) {
        return new ExternalId(shop.handle(), kind, key);
    }

    /** Reads one of ours; empty for every other external id. */
    public static Optional<ExternalId> parse(String xmlid) {
        Matcher m = FORM.matcher(xmlid);
        return m.matches() ? Optional.of(new ExternalId(m.group(1), m.group(2), m.group(3))) : Optional.empty();
    }

    /** The full form, {@code module.name}. */
    @Override
    public String toString() {
        return MODULE + "." + shop + "_" + kind + "_" + key;
    }
}
