package io.shopoms.sandbox.odoo.product;

import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.Record;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which templates use an attribute or a value, and how Odoo lists them in its refusals. */
final class AttributeUse {

    private AttributeUse() {}

    /** Also archived templates; not those whose line is archived. */
    static List<Record> templates(Env env, Record attribute) {
        return lines(env, attribute)
                .map(line -> env.follow(line, "product_tmpl_id"))
                .distinct()
                .toList();
    }

    static Stream<Record> activeTemplates(Env env, Record attribute) {
        return lines(env, attribute)
                .map(line -> env.follow(line, "product_tmpl_id"))
                .filter(template -> env.flag(template, "active"));
    }

    private static Stream<Record> lines(Env env, Record attribute) {
        return env.by(AttributeModels.LINE, "attribute_id", attribute.id()).stream()
                .filter(line -> env.flag(line, "active"));
    }

    static boolean isUsed(Env env, Record value) {
        return linesOf(env, value).anyMatch(line -> env.flag(env.follow(line, "product_tmpl_id"), "active"));
    }

    /** The names of an attribute's templates, by name. */
    static String names(Env env, Record attribute) {
        return templates(env, attribute).stream()
                .sorted(Comparator.comparing(template -> env.text(template, "name")))
                .map(env::display)
                .collect(Collectors.joining(", "));
    }

    /** The names of a value's templates, in the order in which they got it. */
    static String namesOf(Env env, Record value) {
        return linesOf(env, value)
                .map(line -> env.follow(line, "product_tmpl_id"))
                .distinct()
                .map(env::display)
                .collect(Collectors.joining(", "));
    }

    private static Stream<Record> linesOf(Env env, Record value) {
        return env.by(AttributeModels.LINE, "value_ids", value.id()).stream().filter(line -> env.flag(line, "active"));
    }
}
