package io.shopoms.sandbox.shopify.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The options that a product is to have once a change is made. Nothing changes before {@link #carryOut()}. */
final class OptionPlan {

    static final int MOST_OPTIONS = 3;
    static final int MOST_VALUES = 2_048;
    static final int LONGEST_NAME = 255;

    /** A value and the name that it will have. */
    record Value(OptionValue value, String name) {}

    /** An option and what it will have. */
    static final class Option {

        private final ProductOption option;
        private final String name;
        private final List<Value> values;

        Option(ProductOption option, String name, List<Value> values) {
            this.option = option;
            this.name = name;
            this.values = new ArrayList<>(values);
        }

        ProductOption option() {
            return option;
        }

        String name() {
            return name;
        }

        List<Value> values() {
            return values;
        }

        Optional<Value> named(String wanted) {
            return values.stream().filter(each -> each.name().equals(wanted)).findFirst();
        }

        private Optional<Value> byId(long id) {
            return values.stream().filter(each -> each.value().id() == id).findFirst();
        }
    }

    private final Catalog catalog;
    private final List<Option> options;

    OptionPlan(Catalog catalog, List<Option> options) {
        this.catalog = catalog;
        this.options = options;
    }

    /** The options as they are. */
    static OptionPlan of(Catalog catalog, Product product) {
        return new OptionPlan(
                catalog, product.options().stream().map(OptionPlan::asItIs).collect(Collectors.toList()));
    }

    private static Option asItIs(ProductOption option) {
        return new Option(
                option,
                option.name(),
                option.values().stream()
                        .map(value -> new Value(value, value.name()))
                        .toList());
    }

    /** What a product without options has. */
    static OptionPlan standalone(Catalog catalog) {
        OptionValue value = new OptionValue(catalog.nextId(), ProductOption.DEFAULT_VALUE);
        ProductOption option = new ProductOption(catalog.nextId(), ProductOption.DEFAULT_NAME, List.of(value));
        return new OptionPlan(catalog, new ArrayList<>(List.of(asItIs(option))));
    }

    /**
     * These options and no others; those that the product has already are known by id or by name, and so are their values.
     *
     * @param product null for a new one
     */
    static OptionPlan replacing(Catalog catalog, Product product, List<Input> inputs, Errors errors) {
        if (inputs.size() > MOST_OPTIONS) {
            errors.add("OPTIONS_OVER_LIMIT", "Can only specify a maximum of " + MOST_OPTIONS + " options");
        }
        OptionPlan plan = new OptionPlan(catalog, new ArrayList<>());
        List<ProductOption> before = product == null ? List.of() : product.options();
        for (int i = 0; i < inputs.size(); i++) {
            plan.replace(before, inputs.get(i), errors.in(i));
        }
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < plan.options.size(); i++) {
            order.add(i);
        }
        order.sort(Comparator.comparing(i -> position(inputs.get(i), i)));
        return new OptionPlan(catalog, order.stream().map(plan.options::get).collect(Collectors.toList()));
    }

    private static int position(Input input, int index) {
        Integer position = input.number("position");
        return position == null ? index + 1 : position;
    }

    private void replace(List<ProductOption> before, Input input, Errors errors) {
        String id = input.text("id");
        Optional<ProductOption> existing = before.stream()
                .filter(each -> id != null
                        ? each.id() == Ids.parse("ProductOption", id)
                        : each.name().equalsIgnoreCase(input.text("name")))
                .findFirst();
        if (id != null && existing.isEmpty()) {
            errors.add("OPTION_DOES_NOT_EXIST", "Option does not exist");
        }
        String name = input.sets("name")
                ? input.text("name")
                : existing.map(ProductOption::name).orElse("");
        checkName(name, errors);
        List<Value> values = new ArrayList<>();
        List<OptionValue> known = existing.map(ProductOption::values).orElse(List.of());
        List<Input> wanted = input.items("values");
        if (wanted.isEmpty()) {
            errors.add("OPTION_VALUES_MISSING", "Each option must have at least one option value specified.");
        }
        for (int i = 0; i < wanted.size(); i++) {
            values.add(value(known, wanted.get(i), errors.in("values", i)));
        }
        checkValues(values, errors);
        options.add(new Option(
                existing.orElseGet(() -> new ProductOption(catalog.nextId(), name, List.of())), name, values));
    }

    private Value value(List<OptionValue> known, Input input, Errors errors) {
        String id = input.text("id");
        Optional<OptionValue> existing = known.stream()
                .filter(each -> id != null
                        ? each.id() == Ids.parse("ProductOptionValue", id)
                        : each.name().equals(input.text("name")))
                .findFirst();
        if (id != null && existing.isEmpty()) {
            errors.add("OPTION_VALUE_DOES_NOT_EXIST", "Option value does not exist");
        }
        String name = input.sets("name")
                ? input.text("name")
                : existing.map(OptionValue::name).orElse("");
        checkValueName(name, errors);
        return new Value(existing.orElseGet(() -> new OptionValue(catalog.nextId(), name)), name);
    }

    private void checkName(String name, Errors errors) {
        if (name.isBlank()) {
            errors.add("OPTION_NAME_MISSING", "Each option must have a name specified.");
        } else if (name.length() > LONGEST_NAME) {
            errors.add("OPTION_NAME_TOO_LONG", "Option name is too long.");
        } else if (options.stream().anyMatch(each -> each.name().equalsIgnoreCase(name))) {
            errors.add("DUPLICATED_OPTION_NAME", "Option name '" + name + "' is used more than once.");
        }
    }

    static void checkValueName(String name, Errors errors) {
        if (name == null || name.isBlank()) {
            errors.add("OPTION_VALUES_MISSING", "Option value name can't be blank.");
        } else if (name.length() > LONGEST_NAME) {
            errors.add("OPTION_VALUE_NAME_TOO_LONG", "Option value name is too long.");
        }
    }

    private static void checkValues(List<Value> values, Errors errors) {
        if (values.size() > MOST_VALUES) {
            errors.add("OPTION_VALUES_OVER_LIMIT", "Option values over limit.");
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < values.size(); i++) {
            if (!seen.add(values.get(i).name().toLowerCase(Locale.ROOT))) {
                errors.in("values", i)
                        .add(
                                "DUPLICATED_OPTION_VALUE",
                                "Duplicated option value '" + values.get(i).name() + "'.");
            }
        }
    }

    List<Option> options() {
        return options;
    }

    /**
     * The values that a variant is to have, one for each option.
     *
     * @param mayAdd whether a value that there is not comes to be
     * @param before what it has now, for options that the input leaves out; empty for none
     */
    List<OptionValue> combination(List<Input> inputs, boolean mayAdd, List<OptionValue> before, Errors errors) {
        OptionValue[] chosen = new OptionValue[options.size()];
        for (int i = 0; i < inputs.size(); i++) {
            Input input = inputs.get(i);
            Errors here = errors.in("optionValues", i);
            int index = optionIndex(input);
            if (index < 0) {
                here.add("OPTION_DOES_NOT_EXIST", "Option does not exist");
            } else {
                Optional<OptionValue> value = chosen(options.get(index), input, mayAdd, here);
                if (value.isEmpty()) {
                    here.add("OPTION_VALUE_DOES_NOT_EXIST", "Option value does not exist");
                    return List.of();
                }
                chosen[index] = value.get();
            }
        }
        List<OptionValue> values = new ArrayList<>();
        for (int i = 0; i < chosen.length; i++) {
            OptionValue value = chosen[i] != null || before.isEmpty() ? chosen[i] : before.get(i);
            if (value == null) {
                errors.in("optionValues")
                        .add(
                                "NEED_TO_ADD_OPTION_VALUES",
                                "You need to add option values for "
                                        + options.get(i).name());
                return List.of();
            }
            values.add(value);
        }
        return values;
    }

    private int optionIndex(Input input) {
        for (int i = 0; i < options.size(); i++) {
            Option option = options.get(i);
            boolean found = input.sets("optionId")
                    ? option.option().id() == Ids.parse("ProductOption", input.text("optionId"))
                    : option.name().equals(input.text("optionName"));
            if (found) {
                return i;
            }
        }
        return -1;
    }

    private Optional<OptionValue> chosen(Option option, Input input, boolean mayAdd, Errors errors) {
        if (input.sets("id")) {
            return option.byId(Ids.parse("ProductOptionValue", input.text("id")))
                    .map(Value::value);
        }
        String name = input.text("name");
        Optional<OptionValue> existing = option.named(name).map(Value::value);
        if (existing.isPresent() || !mayAdd) {
            return existing;
        }
        checkValueName(name, errors);
        OptionValue added = new OptionValue(catalog.nextId(), name);
        option.values().add(new Value(added, name));
        return Optional.of(added);
    }

    /** Gives options and values their names. */
    List<ProductOption> carryOut() {
        List<ProductOption> done = new ArrayList<>();
        for (Option each : options) {
            each.values().forEach(value -> value.value().rename(value.name()));
            each.option()
                    .become(
                            each.name(),
                            each.values().stream().map(Value::value).toList());
            done.add(each.option());
        }
        return done;
    }
}
