package io.shopoms.sandbox.shopify.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code productOptionUpdate}. */
public final class OptionUpdates {

    private final Catalog catalog;
    private final CatalogEvents events;
    private final VariantRules rules;

    OptionUpdates(Catalog catalog, CatalogEvents events, VariantRules rules) {
        this.catalog = catalog;
        this.events = events;
        this.rules = rules;
    }

    /**
     * Renames an option or its values, adds values or deletes them.
     *
     * @param option with the option's id, its new name and position
     * @param manage whether variants come and go with the values; otherwise a value with variants cannot be deleted
     * @throws Refused with every error
     */
    public void update(
            Product product,
            Input option,
            List<Input> toAdd,
            List<Input> toUpdate,
            List<String> toDelete,
            boolean manage) {
        Errors errors = Errors.at();
        OptionPlan before = OptionPlan.of(catalog, product);
        Optional<OptionPlan.Option> found = find(before, option.text("id"));
        if (found.isEmpty()) {
            throw Refused.because("OPTION_DOES_NOT_EXIST", "Option does not exist", "option");
        }
        OptionPlan.Option changing = found.get();
        rename(before, changing, option, errors.in("option", "name"));
        Set<Long> deleted = new HashSet<>();
        toDelete.forEach(id -> deleted.add(Ids.parse("ProductOptionValue", id)));
        List<OptionPlan.Value> values = new ArrayList<>(renamed(changing, toUpdate, errors.in("optionValuesToUpdate")));
        checkDeleted(product, changing, deleted, manage, errors.in("optionValuesToDelete"));
        values.removeIf(value -> deleted.contains(value.value().id()));
        for (Input add : toAdd) {
            OptionPlan.checkValueName(add.text("name"), errors.in("optionValuesToAdd"));
            values.add(new OptionPlan.Value(new OptionValue(catalog.nextId(), add.text("name")), add.text("name")));
        }
        checkUnique(values, errors);
        errors.refuse();
        OptionPlan.Option changed = new OptionPlan.Option(
                changing.option(), option.sets("name") ? option.text("name") : changing.name(), values);
        moved(product, before, changing, changed, option.number("position"), deleted, toAdd, manage)
                .carryOut(product, rules, false, catalog.now());
        catalog.touch(product);
        events.updated(product);
    }

    static Optional<OptionPlan.Option> find(OptionPlan plan, String id) {
        long wanted = Ids.parse("ProductOption", id);
        return plan.options().stream()
                .filter(each -> each.option().id() == wanted)
                .findFirst();
    }

    private static void rename(OptionPlan plan, OptionPlan.Option changing, Input option, Errors errors) {
        String name = option.text("name");
        if (name == null) {
            return;
        }
        if (name.isBlank()) {
            errors.add("INVALID_NAME", "The name provided is not valid.");
        } else if (name.length() > OptionPlan.LONGEST_NAME) {
            errors.add("OPTION_NAME_TOO_LONG", "Option name is too long.");
        } else if (plan.options().stream()
                .anyMatch(each -> each != changing && each.name().equalsIgnoreCase(name))) {
            errors.add("OPTION_ALREADY_EXISTS", "Option already exists.");
        }
    }

    private static List<OptionPlan.Value> renamed(OptionPlan.Option option, List<Input> toUpdate, Errors errors) {
        Map<Long, String> names = new HashMap<>();
        for (int i = 0; i < toUpdate.size(); i++) {
            Input input = toUpdate.get(i);
            long id = Ids.parse("ProductOptionValue", input.text("id"));
            if (option.values().stream().noneMatch(value -> value.value().id() == id)) {
                errors.in(i).add("OPTION_VALUE_DOES_NOT_EXIST", "Option value does not exist.");
            } else if (input.sets("name")) {
                OptionPlan.checkValueName(input.text("name"), errors.in(i));
                names.put(id, input.text("name"));
            }
        }
        return option.values().stream()
                .map(value -> new OptionPlan.Value(
                        value.value(), names.getOrDefault(value.value().id(), value.name())))
                .toList();
    }

    private static void checkDeleted(
            Product product, OptionPlan.Option option, Set<Long> deleted, boolean manage, Errors errors) {
        for (long id : deleted) {
            if (option.values().stream().noneMatch(value -> value.value().id() == id)) {
                errors.add("OPTION_VALUE_DOES_NOT_EXIST", "Option value does not exist.");
            }
        }
        boolean used = product.variants().stream()
                .anyMatch(variant -> variant.values().stream().anyMatch(value -> deleted.contains(value.id())));
        if (used && !manage) {
            errors.add("OPTION_VALUE_HAS_VARIANTS", "Option value with variants linked cannot be deleted.");
        }
        if (!deleted.isEmpty()
                && product.variants().stream()
                        .allMatch(
                                variant -> variant.values().stream().anyMatch(value -> deleted.contains(value.id())))) {
            errors.add(
                    "CANNOT_DELETE_ALL_OPTION_VALUES_IN_OPTION",
                    "Deleting all option values of an option is not allowed.");
        }
    }

    private static void checkUnique(List<OptionPlan.Value> values, Errors errors) {
        Set<String> seen = new HashSet<>();
        if (values.stream().anyMatch(value -> !seen.add(String.valueOf(value.name())))) {
            errors.in("option").add("DUPLICATED_OPTION_VALUE", "Duplicated option value.");
        }
    }

    private VariantPlan moved(
            Product product,
            OptionPlan before,
            OptionPlan.Option changing,
            OptionPlan.Option changed,
            Integer position,
            Set<Long> deleted,
            List<Input> toAdd,
            boolean manage) {
        int from = before.options().indexOf(changing);
        int to = position == null
                ? from
                : Math.max(1, Math.min(position, before.options().size())) - 1;
        List<OptionPlan.Option> options = new ArrayList<>(before.options());
        options.remove(from);
        options.add(to, changed);
        VariantPlan plan = new VariantPlan(catalog, new OptionPlan(catalog, options));
        Errors none = Errors.at();
        int firstAdded = changed.values().size() - toAdd.size();
        int place = VariantPlan.MOST;
        for (Variant variant : product.variants()) {
            List<OptionValue> rest = new ArrayList<>(variant.values());
            OptionValue own = rest.remove(from);
            if (!deleted.contains(own.id())) {
                plan.add(new VariantPlan.Planned(variant, with(rest, to, own), null, variant.position()), none);
            }
        }
        for (Variant variant : manage ? product.variants() : List.<Variant>of()) {
            List<OptionValue> rest = new ArrayList<>(variant.values());
            rest.remove(from);
            for (OptionPlan.Value added :
                    changed.values().subList(firstAdded, changed.values().size())) {
                plan.add(new VariantPlan.Planned(null, with(rest, to, added.value()), like(variant), ++place), none);
            }
        }
        return plan;
    }

    private static List<OptionValue> with(List<OptionValue> rest, int index, OptionValue value) {
        List<OptionValue> values = new ArrayList<>(rest);
        values.add(index, value);
        return values;
    }

    /** A new variant costs what the one beside it costs. */
    static Input like(Variant variant) {
        return Input.of(
                Map.of("price", variant.price(), "taxable", variant.offer().taxable()));
    }
}
