package io.shopoms.sandbox.odoo.account;

import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.Record;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Amounts in a document's currency and in the company's. A currency's rate says how many of it make one of the company's. */
final class Currencies {

    private Currencies() {}

    static int digits(Env env, Record currency) {
        return ((Long) env.get(currency, "decimal_places")).intValue();
    }

    static Record ofCompany(Env env) {
        return env.follow(env.require("res.company", 1), "currency_id");
    }

    static BigDecimal toCompany(Env env, Record currency, BigDecimal amount) {
        return convert(env, amount, currency, ofCompany(env));
    }

    /** Rounded to the decimals of the second currency. */
    static BigDecimal convert(Env env, BigDecimal amount, Record from, Record to) {
        BigDecimal converted = from.id() == to.id()
                ? amount
                : amount.multiply(env.number(to, "rate")).divide(env.number(from, "rate"), MathContext.DECIMAL64);
        return converted.setScale(digits(env, to), RoundingMode.HALF_UP);
    }
}
