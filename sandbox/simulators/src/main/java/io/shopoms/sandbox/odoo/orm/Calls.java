package io.shopoms.sandbox.odoo.orm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds and runs the method that a caller names. */
public final class Calls {

    private Calls() {}

    /** As JSON-2 calls: named arguments only, {@code ids} apart. */
    public static Object named(Env env, String modelName, String methodName, Map<String, Object> arguments) {
        Model model = env.model(modelName);
        if (model == null) {
            throw OdooException.notFound("the model '" + modelName + "' does not exist");
        }
        Method method = method(model, methodName);
        if (method == null) {
            throw OdooException.notFound("The method '" + modelName + "." + methodName + "' does not exist");
        }
        Map<String, Object> named = new LinkedHashMap<>(arguments);
        Object given = named.remove("ids");
        if (method.onModel() && Python.isTrue(given)) {
            throw OdooException.unprocessable("cannot call " + modelName + "." + methodName + " with ids");
        }
        Arguments bound = new Arguments(named);
        bound.bind(method);
        return method.body().call(env, model, ids(given), bound);
    }

    /** As {@code execute_kw} calls: ids first, then positional and keyword arguments. */
    public static Object positional(
            Env env, String modelName, String methodName, List<?> positional, Map<String, Object> keywords) {
        Model model = env.model(modelName);
        if (model == null) {
            throw OdooException.user("Object " + modelName + " doesn't exist");
        }
        Method method = method(model, methodName);
        if (method == null) {
            throw OdooException.python(
                    "AttributeError", "The method '" + modelName + "." + methodName + "' does not exist");
        }
        List<Object> rest = new ArrayList<>(positional);
        Object given = List.of();
        if (!method.onModel()) {
            if (rest.isEmpty()) {
                throw OdooException.python("IndexError", "list index out of range");
            }
            given = rest.remove(0);
        }
        Map<String, Object> named = new LinkedHashMap<>(keywords);
        if (rest.size() > method.parameters().size()) {
            throw OdooException.type(methodName + "() takes "
                    + method.parameters().size() + " positional arguments but " + rest.size() + " were given");
        }
        for (int i = 0; i < rest.size(); i++) {
            named.put(method.parameters().get(i).name(), rest.get(i));
        }
        Arguments bound = new Arguments(named);
        try {
            bound.bind(method);
        } catch (OdooException e) {
            throw OdooException.type(e.getMessage());
        }
        Object result = method.body().call(env, model, ids(given), bound);
        boolean single = methodName.equals("create") && named.get("vals_list") instanceof Map<?, ?>;
        return single ? ((List<?>) result).get(0) : result;
    }

    private static Method method(Model model, String name) {
        if (name.startsWith("_")) {
            throw OdooException.access(
                    "Private methods (such as '" + model.name() + "." + name + "') cannot be called remotely.");
        }
        Method own = model.method(name);
        return own == null ? StandardMethods.named(name) : own;
    }

    private static List<Long> ids(Object given) {
        if (!Python.isTrue(given)) {
            return List.of();
        }
        return given instanceof List<?> list ? list.stream().map(Values::whole).toList() : List.of(Values.whole(given));
    }
}
