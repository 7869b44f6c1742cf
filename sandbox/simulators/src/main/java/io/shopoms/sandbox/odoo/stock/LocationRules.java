package io.shopoms.sandbox.odoo.stock;

import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.OdooException;
import io.shopoms.sandbox.odoo.orm.Record;
import io.shopoms.sandbox.odoo.orm.Rules;
import java.util.List;
import java.util.Map;

/** A place where something lies is neither archived nor turned into another kind of place; it can be moved. */
final class LocationRules implements Rules {

    @Override
    public void beforeWrite(Env env, Record location, Map<String, Object> values) {
        Object usage = values.get("usage");
        if ("view".equals(usage) && !quants(env, location).isEmpty()) {
            throw OdooException.user("This location's usage cannot be changed to view as it contains products.");
        }
        boolean converted = usage != null && !usage.equals(env.get(location, "usage"));
        if (converted
                && quants(env, location).stream()
                        .anyMatch(quant -> env.number(quant, "quantity").signum() > 0)) {
            throw OdooException.user("Internal locations having stock can't be converted");
        }
        if (Boolean.FALSE.equals(values.get("active"))) {
            requireEmpty(env, location);
        }
    }

    /** With all that is below it. */
    static void requireEmpty(Env env, Record location) {
        for (Record quant : env.all(QuantModel.MODEL)) {
            Record place = env.follow(quant, "location_id");
            boolean filled = env.number(quant, "quantity").signum() != 0
                    || env.number(quant, "reserved_quantity").signum() != 0;
            if (filled && env.text(place, "usage").equals("internal") && Locations.isBelow(env, place, location.id())) {
                throw OdooException.user("You can't disable locations %s because they still contain products."
                        .formatted(env.display(place)));
            }
        }
    }

    private static List<Record> quants(Env env, Record location) {
        return env.all(QuantModel.MODEL).stream()
                .filter(quant -> env.get(quant, "location_id").equals(location.id()))
                .toList();
    }
}
