package io.shopoms.sandbox.odoo.orm;

import java.util.List;

/**
 * A method that may be called from outside.
 *
 * @param onModel called without records; {@code ids} are refused
 * @param parameters in the order of the positional arguments
 */
public record Method(String name, boolean onModel, List<Parameter> parameters, Body body) {

    /** @param optional may be left out */
    public record Parameter(String name, boolean optional) {}

    /** What the method does with its records. */
    @FunctionalInterface
    public interface Body {
        Object call(Env env, Model model, List<Long> ids, Arguments arguments);
    }

    /** A method on the model. {@code "name?"} is an optional parameter. */
    public static Method onModel(String name, Body body, String... parameters) {
        return new Method(name, true, parse(parameters), body);
    }

    /** A method on records. */
    public static Method onRecords(String name, Body body, String... parameters) {
        return new Method(name, false, parse(parameters), body);
    }

    private static List<Parameter> parse(String... parameters) {
        return List.of(parameters).stream()
                .map(p ->
                        p.endsWith("?") ? new Parameter(p.substring(0, p.length() - 1), true) : new Parameter(p, false))
                .toList();
    }
}
