package io.shopoms.sandbox.odoo;

import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.ExternalIds;
import io.shopoms.sandbox.odoo.orm.OdooException;
import io.shopoms.sandbox.odoo.orm.Record;
import io.shopoms.sandbox.odoo.view.ProductViews;
import io.shopoms.sandbox.odoo.view.TemplateView;
import io.shopoms.sandbox.odoo.view.VariantView;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * What a person does with products in the simulated Odoo beside the API: create, edit, price, archive, add and rename
 * values, look. Safe for use by any thread. What Odoo refuses is an {@link IllegalArgumentException} with its words, what
 * does not exist a {@link NoSuchElementException}.
 */
public final class Merchandise {

    private static final String TEMPLATE = "product.template";
    private static final String VARIANT = "product.product";
    private static final String LINE = "product.template.attribute.line";

    private final Bookkeeping.Transactions transactions;

    Merchandise(Bookkeeping.Transactions transactions) {
        this.transactions = transactions;
    }

    // --- acting

    /**
     * A product with all combinations of its options as variants; attributes and values that are not there are made. An
     * attribute of the same name whose variants are made one by one is another one.
     *
     * @param sku of the only variant; of several, each one's is this, a hyphen and its number
     * @param options names of values by name of attribute; empty for a product without variants
     */
    public TemplateView create(String name, String sku, String price, Map<String, List<String>> options) {
        return act(env -> {
            List<Object> lines = new ArrayList<>();
            options.forEach((option, values) -> {
                Record attribute = AttributeBook.attribute(env, option);
                List<Long> ids = values.stream()
                        .map(value -> AttributeBook.value(env, attribute, value).id())
                        .toList();
                lines.add(List.of(
                        0L, 0L, Map.of("attribute_id", attribute.id(), "value_ids", List.of(List.of(6L, 0L, ids)))));
            });
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("name", name);
            values.put("list_price", new BigDecimal(price));
            values.put("is_storable", true);
            values.put("attribute_line_ids", lines);
            Record template = env.create(TEMPLATE, values);
            env.flush();
            List<Record> variants = env.many(template, "product_variant_ids");
            for (int i = 0; i < variants.size(); i++) {
                String own = variants.size() == 1 ? sku : sku + "-" + (i + 1);
                env.write(variants.get(i), Map.of("default_code", own));
            }
            return ProductViews.template(env, template);
        });
    }

    /** @param values by field of {@code product.template} */
    public TemplateView edit(long template, Map<String, Object> values) {
        return act(env -> {
            Record row = require(env, TEMPLATE, template);
            env.write(row, values);
            env.flush();
            return ProductViews.template(env, row);
        });
    }

    /** @param values by field of {@code product.product} */
    public VariantView editVariant(long variant, Map<String, Object> values) {
        return act(env -> {
            Record row = require(env, VARIANT, variant);
            env.write(row, values);
            env.flush();
            return ProductViews.variant(env, row);
        });
    }

    /** Another value of an option, with all the variants that it brings. */
    public TemplateView addValue(long template, String option, String value) {
        return act(env -> {
            Record row = require(env, TEMPLATE, template);
            Record line = line(env, row, option);
            Record attribute = line == null ? AttributeBook.attribute(env, option) : env.follow(line, "attribute_id");
            long id = AttributeBook.value(env, attribute, value).id();
            if (line == null) {
                Map<String, Object> values =
                        Map.of("attribute_id", attribute.id(), "value_ids", List.of(List.of(6L, 0L, List.of(id))));
                env.write(row, Map.of("attribute_line_ids", List.of(List.of(0L, 0L, values))));
            } else {
                env.write(line, Map.of("value_ids", List.of(List.of(4L, id))));
            }
            env.flush();
            return ProductViews.template(env, row);
        });
    }

    /** A value goes, and its variants with it; those in use are archived. */
    public TemplateView removeValue(long template, String option, String value) {
        return act(env -> {
            Record row = require(env, TEMPLATE, template);
            Record line = line(env, row, option);
            if (line == null) {
                throw new NoSuchElementException("product " + template + " has no option " + option);
            }
            long id = AttributeBook.value(env, env.follow(line, "attribute_id"), value)
                    .id();
            env.write(line, Map.of("value_ids", List.of(List.of(3L, id))));
            env.flush();
            return ProductViews.template(env, row);
        });
    }

    /** In all products that have it. */
    public void renameValue(String option, String value, String name) {
        act(env -> {
            AttributeBook.requireValues(env, option, value).forEach(row -> env.write(row, Map.of("name", name)));
            return null;
        });
    }

    /** Gone for good, with all variants. */
    public void delete(long template) {
        act(env -> {
            env.unlink(require(env, TEMPLATE, template));
            return null;
        });
    }

    // --- looking

    public TemplateView template(long id) {
        return transactions.run(env -> ProductViews.template(env, require(env, TEMPLATE, id)));
    }

    /** The newest first; archived ones, too. */
    public List<TemplateView> latest(int limit) {
        return transactions.run(env -> {
            List<Record> all = env.all(TEMPLATE);
            List<Record> newest = new ArrayList<>(all.subList(Math.max(0, all.size() - limit), all.size()));
            java.util.Collections.reverse(newest);
            return newest.stream().map(row -> ProductViews.template(env, row)).toList();
        });
    }

    /** Those of a name, archived ones, too. */
    public List<TemplateView> named(String name) {
        return matching((env, row) -> name.equals(env.text(row, "name")));
    }

    /** Those that show this external id, archived ones, too. */
    public List<TemplateView> ofExternalId(String id) {
        return matching((env, row) -> id.equals(ExternalIds.nameOf(env, row)));
    }

    public int count() {
        return transactions.run(env -> env.all(TEMPLATE).size());
    }

    private List<TemplateView> matching(BiPredicate<Env, Record> wanted) {
        return transactions.run(env -> env.all(TEMPLATE).stream()
                .filter(row -> wanted.test(env, row))
                .map(row -> ProductViews.template(env, row))
                .toList());
    }

    private <T> T act(Function<Env, T> work) {
        try {
            return transactions.run(work);
        } catch (OdooException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static Record line(Env env, Record template, String option) {
        return env.by(LINE, "product_tmpl_id", template.id()).stream()
                .filter(line ->
                        env.text(env.follow(line, "attribute_id"), "name").equals(option))
                .filter(line -> env.flag(line, "active"))
                .findFirst()
                .orElse(null);
    }

    private static Record require(Env env, String model, long id) {
        Record row = env.find(model, id);
        if (row == null) {
            throw new NoSuchElementException("no " + (model.equals(TEMPLATE) ? "product " : "variant ") + id);
        }
        return row;
    }
}
