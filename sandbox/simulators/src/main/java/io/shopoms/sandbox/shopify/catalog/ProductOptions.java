package io.shopoms.sandbox.shopify.catalog;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code productOptionsCreate} and {@code productOptionsDelete}. */
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
                plan.add(new VariantPlan.Planned(null, values, OptionUpdates.like(variant), ++place), errors);
            }
        }
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
            Optional<OptionPlan.Option> found = OptionUpdates.find(before, ids.get(i));
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
