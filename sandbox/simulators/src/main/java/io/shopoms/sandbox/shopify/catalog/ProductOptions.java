package io.shopoms.sandbox.shopify.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code productOptionsCreate}, {@code productOptionUpdate} and {@code productOptionsDelete}. */
public final class ProductOptions {

    private final Catalog catalog;
    private final CatalogEvents events;
    private final VariantRules rules;

    ProductOptions(Catalog catalog, CatalogEvents events, VariantRules rules) {
        this.catalog = catalog;
        this.events = events;
        this.rules = rules;
    }

    /**
     * Adds options; the variants that there are get the first value of each.
     *
     * @param everyCombination whether the other values get variants too
     * @throws Refused with every error
     */
    public void create(Product product, List<Input> inputs, boolean everyCombination) {
        Errors errors = Errors.at("options");
        List<OptionPlan.Option> before = product.hasOnlyDefaultVariant()
                ? List.of()
                : OptionPlan.of(catalog, product).options();
        OptionPlan added = OptionPlan.replacing(catalog, null, inputs, errors);
        added.options().forEach(each -> taken(product, before, each, errors));
        if (before.size() + inputs.size() > OptionPlan.MOST_OPTIONS) {
            errors.add("OPTIONS_OVER_LIMIT", "Can only specify a maximum of " + OptionPlan.MOST_OPTIONS + " options");
        }
        errors.refuse();
        List<OptionPlan.Option> all = new ArrayList<>(before);
        all.addAll(added.options());
        OptionPlan options = new OptionPlan(catalog, all);
        VariantPlan plan = new VariantPlan(catalog, options);
        for (Variant variant : product.variants()) {
            List<OptionValue> values = new ArrayList<>(before.isEmpty() ? List.of() : variant.values());
            added.options().forEach(option -> values.add(option.values().get(0).value()));
            plan.add(new VariantPlan.Planned(variant, values, null, variant.position()), errors);
        }
        if (everyCombination) {
            combine(product, before, added, plan, errors);
        }
        plan.check(errors);
        errors.refuse();
        carryOut(product, plan);
    }

    private static void taken(Product product, List<OptionPlan.Option> before, OptionPlan.Option added, Errors errors) {
        if (before.stream().anyMatch(each -> each.name().equalsIgnoreCase(added.name()))) {
            errors.add("OPTION_ALREADY_EXISTS", "Option '" + added.name() + "' already exists.");
        }
        if (added.name().isBlank()) {
            errors.add("OPTION_NAME_MISSING", "Each option of " + product.title() + " must have a name.");
        }
    }

    private static void combine(
            Product product, List<OptionPlan.Option> before, OptionPlan added, VariantPlan plan, Errors errors) {
        int place = VariantPlan.MOST;
        List<List<OptionValue>> tails = new ArrayList<>(List.of(List.of()));
        for (OptionPlan.Option option : added.options()) {
            List<List<OptionValue>> longer = new ArrayList<>();
            for (List<OptionValue> tail : tails) {
                for (OptionPlan.Value value : option.values()) {
                    List<OptionValue> more = new ArrayList<>(tail);
                    more.add(value.value());
                    longer.add(more);
                }
            }
            tails = longer;
        }
        for (Variant variant : product.variants()) {
            for (List<OptionValue> tail : tails.subList(1, tails.size())) {
                List<OptionValue> values = new ArrayList<>(before.isEmpty() ? List.of() : variant.values());
                values.addAll(tail);
                plan.add(new VariantPlan.Planned(null, values, like(variant), ++place), errors);
            }
        }
    }

    /** A new variant costs what the one beside it costs. */
    private static Input like(Variant variant) {
        return Input.of(
                Map.of("price", variant.price(), "taxable", variant.offer().taxable()));
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
        carryOut(product, moved(product, before, changing, changed, option.number("position"), deleted, toAdd, manage));
    }

    private static Optional<OptionPlan.Option> find(OptionPlan plan, String id) {
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

    /**
     * Takes options away.
     *
     * @param strategy DEFAULT for options with one value only, NON_DESTRUCTIVE if no variant may be deleted, POSITION to keep
     *     the first of those that would be the same
     * @throws Refused with every error
     */
    public void delete(Product product, List<String> ids, String strategy) {
        OptionPlan before = OptionPlan.of(catalog, product);
        Errors errors = Errors.at("options");
        Set<Integer> gone = new HashSet<>();
        for (int i = 0; i < ids.size(); i++) {
            Optional<OptionPlan.Option> found = find(before, ids.get(i));
            if (found.isEmpty()) {
                errors.in(i).add("OPTION_DOES_NOT_EXIST", "Option does not exist");
            } else if (strategy.equals("DEFAULT") && found.get().values().size() > 1) {
                errors.in(i)
                        .add("CANNOT_DELETE_OPTION_WITH_MULTIPLE_VALUES", "Can't delete option with multiple values.");
            } else {
                gone.add(before.options().indexOf(found.get()));
            }
        }
        errors.refuse();
        OptionPlan left = left(before, gone);
        VariantPlan plan = new VariantPlan(catalog, left);
        Errors same = Errors.at();
        for (Variant variant : product.variants()) {
            List<OptionValue> values = new ArrayList<>();
            for (int i = 0; i < variant.values().size(); i++) {
                if (!gone.contains(i)) {
                    values.add(variant.values().get(i));
                }
            }
            List<OptionValue> kept = values.isEmpty()
                    ? List.of(left.options().get(0).values().get(0).value())
                    : values;
            plan.add(new VariantPlan.Planned(variant, kept, null, variant.position()), same);
        }
        if (!same.isEmpty() && !strategy.equals("POSITION")) {
            throw Refused.because(
                    "CANNOT_USE_NON_DESTRUCTIVE_STRATEGY",
                    "Cannot delete options without deleting variants.",
                    "options");
        }
        carryOut(product, plan);
    }

    private OptionPlan left(OptionPlan before, Set<Integer> gone) {
        List<OptionPlan.Option> left = new ArrayList<>();
        for (int i = 0; i < before.options().size(); i++) {
            if (!gone.contains(i)) {
                left.add(before.options().get(i));
            }
        }
        return left.isEmpty() ? OptionPlan.standalone(catalog) : new OptionPlan(catalog, left);
    }

    private void carryOut(Product product, VariantPlan plan) {
        plan.carryOut(product, rules, false, catalog.now());
        catalog.touch(product);
        events.updated(product);
    }
}
