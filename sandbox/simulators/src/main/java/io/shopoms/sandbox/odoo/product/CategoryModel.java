package io.shopoms.sandbox.odoo.product;

import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.Field;
import io.shopoms.sandbox.odoo.orm.Model;
import io.shopoms.sandbox.odoo.orm.OdooException;
import io.shopoms.sandbox.odoo.orm.Record;
import io.shopoms.sandbox.odoo.orm.Rules;
import java.util.Map;

/** {@code product.category}: a tree, whose nodes are known by their path. */
final class CategoryModel {

    private static final String PARENT = "parent_id";

    private CategoryModel() {}

    static Model model() {
        return new Model("product.category", "Product Category")
                .orderedBy("complete_name, id")
                .searchedByName("complete_name")
                .shownAs(CategoryModel::shown)
                .ruledBy(new Rules() {
                    @Override
                    public void afterWrite(Env env, Record category, Map<String, Object> before) {
                        requireTree(env, category);
                    }

                    @Override
                    public void beforeUnlink(Env env, Record category) {
                        env.by("product.category", PARENT, category.id()).forEach(env::unlink);
                        env.by("product.template", "categ_id", category.id())
                                .forEach(template -> env.store(template, "categ_id", null));
                    }
                })
                .with(
                        Field.text("name", "Name").required().indexed(),
                        Field.text("complete_name", "Complete Name").computed((env, r) -> path(env, r)),
                        Field.many2one(PARENT, "Parent Category", "product.category"),
                        Field.text("parent_path", "Parent Path").computed(CategoryModel::idPath),
                        Field.one2many("child_id", "Child Categories", "product.category", PARENT),
                        Field.integer("product_count", "# Products")
                                .computed((env, r) -> (long) env.search(
                                                "product.template",
                                                java.util.List.of(java.util.List.of("categ_id", "child_of", r.id())),
                                                "id")
                                        .size())
                                .unsearchable());
    }

    private static String shown(Env env, Record category) {
        return env.context().isOn("hierarchical_naming") ? path(env, category) : env.text(category, "name");
    }

    private static String path(Env env, Record category) {
        Record parent = env.follow(category, PARENT);
        String name = env.text(category, "name");
        return parent == null ? name : path(env, parent) + " / " + name;
    }

    private static String idPath(Env env, Record category) {
        Record parent = env.follow(category, PARENT);
        return (parent == null ? "" : idPath(env, parent)) + category.id() + "/";
    }

    private static void requireTree(Env env, Record category) {
        for (Record at = env.follow(category, PARENT); at != null; at = env.follow(at, PARENT)) {
            if (at == category) {
                throw OdooException.user("Recursion Detected.");
            }
        }
    }
}
