package io.shopoms.sandbox.odoo.orm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The methods that every model has. */
final class StandardMethods {

    private static final int MOST_NAMES = 100;

    private static final Map<String, Method> ALL = new LinkedHashMap<>();

    static {
        add(Method.onModel("search", StandardMethods::search, "domain", "offset?", "limit?", "order?"));
        add(Method.onModel("search_count", StandardMethods::count, "domain", "limit?"));
        add(Method.onModel(
                "search_read",
                StandardMethods::searchRead,
                "domain?",
                "fields?",
                "offset?",
                "limit?",
                "order?",
                "load?"));
        add(Method.onModel(
                "web_search_read",
                StandardMethods::webSearchRead,
                "domain",
                "specification",
                "offset?",
                "limit?",
                "order?",
                "count_limit?"));
        add(Method.onModel("create", StandardMethods::create, "vals_list"));
        add(Method.onModel("load", Loader::load, "fields", "data"));
        add(Method.onModel("name_search", StandardMethods::nameSearch, "name?", "domain?", "operator?", "limit?"));
        add(Method.onModel("fields_get", StandardMethods::fieldsGet, "allfields?", "attributes?"));
        add(Method.onModel(
                "formatted_read_group",
                Grouping::read,
                "domain",
                "groupby?",
                "aggregates?",
                "having?",
                "offset?",
                "limit?",
                "order?"));
        add(Method.onRecords("read", StandardMethods::read, "fields?", "load?"));
        add(Method.onRecords("web_read", StandardMethods::webRead, "specification"));
        add(Method.onRecords("write", StandardMethods::write, "vals"));
        add(Method.onRecords("unlink", StandardMethods::unlink));
        add(Method.onRecords("action_archive", (env, model, ids, args) -> activate(env, model, ids, false)));
        add(Method.onRecords("action_unarchive", (env, model, ids, args) -> activate(env, model, ids, true)));
        add(Method.onRecords("get_metadata", Metadata::read));
        add(Method.onRecords("get_external_id", Metadata::externalIds));
        add(Method.onRecords(
                "has_access",
                (env, model, ids, args) -> env.rights().allows(env.user(), model.name(), args.text("operation")),
                "operation"));
    }

    private StandardMethods() {}

    private static void add(Method method) {
        ALL.put(method.name(), method);
    }

    static Method named(String name) {
        return ALL.get(name);
    }

    private static Object search(Env env, Model model, List<Long> ids, Arguments args) {
        return page(found(env, model, args), args).stream().map(Record::id).toList();
    }

    private static Object count(Env env, Model model, List<Long> ids, Arguments args) {
        int limit = args.number("limit");
        int size = found(env, model, args).size();
        return limit > 0 ? Math.min(limit, size) : size;
    }

    private static Object searchRead(Env env, Model model, List<Long> ids, Arguments args) {
        return Reading.read(env, model, page(found(env, model, args), args), args.names("fields"), named(args));
    }

    private static Object webSearchRead(Env env, Model model, List<Long> ids, Arguments args) {
        List<Record> found = found(env, model, args);
        int limit = args.number("count_limit");
        List<Object> records = Reading.nested(env, model, page(found, args), args.map("specification"));
        int length = limit > 0 ? Math.min(limit, found.size()) : found.size();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("length", records.isEmpty() ? 0 : length);
        answer.put("records", records);
        return answer;
    }

    private static Object read(Env env, Model model, List<Long> ids, Arguments args) {
        env.rights().require(env.user(), model, "read");
        return Reading.read(env, model, existing(env, model, ids), args.names("fields"), named(args));
    }

    private static Object webRead(Env env, Model model, List<Long> ids, Arguments args) {
        env.rights().require(env.user(), model, "read");
        return Reading.nested(env, model, existing(env, model, ids), args.map("specification"));
    }

    @SuppressWarnings("unchecked")
    private static Object create(Env env, Model model, List<Long> ids, Arguments args) {
        env.rights().require(env.user(), model, "create");
        Object given = args.get("vals_list");
        List<?> all = given instanceof List<?> list ? list : List.of(given == null ? Map.of() : given);
        List<Long> created = new ArrayList<>();
        for (Object values : all) {
            if (!(values instanceof Map<?, ?> map)) {
                throw OdooException.type("vals_list must hold dictionaries, not " + Python.repr(values));
            }
            created.add(env.create(model.name(), (Map<String, Object>) map).id());
        }
        env.flush();
        return created;
    }

    private static Object write(Env env, Model model, List<Long> ids, Arguments args) {
        env.rights().require(env.user(), model, "write");
        for (Record row : env.require(model.name(), ids)) {
            env.write(row, args.map("vals"));
        }
        return true;
    }

    private static Object activate(Env env, Model model, List<Long> ids, boolean active) {
        env.rights().require(env.user(), model, "write");
        env.require(model.name(), ids).stream()
                .filter(row -> env.flag(row, "active") != active)
                .forEach(row -> env.write(row, Map.of("active", active)));
        return null;
    }

    private static Object unlink(Env env, Model model, List<Long> ids, Arguments args) {
        env.rights().require(env.user(), model, "unlink");
        existing(env, model, ids).forEach(env::unlink);
        return true;
    }

    private static Object nameSearch(Env env, Model model, List<Long> ids, Arguments args) {
        String operator = args.has("operator") ? args.text("operator") : "ilike";
        int limit = args.number("limit") > 0 ? args.number("limit") : MOST_NAMES;
        return Names.find(env, model, args.text("name"), operator).stream()
                .limit(limit)
                .map(row -> List.of((Object) row.id(), env.display(row)))
                .toList();
    }

    private static Object fieldsGet(Env env, Model model, List<Long> ids, Arguments args) {
        List<String> wanted = args.names("allfields");
        List<String> attributes = args.names("attributes");
        Map<String, Object> answer = new LinkedHashMap<>();
        for (Field field : model.fields()) {
            if (wanted.isEmpty() || wanted.contains(field.name())) {
                Map<String, Object> shown = describe(field);
                if (!attributes.isEmpty()) {
                    shown.keySet().retainAll(attributes);
                }
                answer.put(field.name(), shown);
            }
        }
        return answer;
    }

    private static Map<String, Object> describe(Field field) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("name", field.name());
        shown.put("string", field.label());
        shown.put("type", field.type().odooName());
        shown.put("required", field.isRequired());
        shown.put("store", field.isStored() || field.type() == Type.ONE2MANY && field.compute() == null);
        if (field.comodel() != null) {
            shown.put("relation", field.comodel());
        }
        if (field.type() == Type.SELECTION) {
            shown.put(
                    "selection",
                    field.selection().entrySet().stream()
                            .map(e -> List.of(e.getKey(), e.getValue()))
                            .toList());
        }
        return shown;
    }

    private static List<Record> found(Env env, Model model, Arguments args) {
        env.rights().require(env.user(), model, "read");
        Object domain = args.get("domain");
        if (domain instanceof String text) {
            throw OdooException.type("Domain() invalid argument type for domain: '" + text + "'");
        }
        return env.search(model.name(), args.list("domain"), args.text("order"));
    }

    private static List<Record> page(List<Record> rows, Arguments args) {
        int from = Math.min(Math.max(0, args.number("offset")), rows.size());
        int limit = args.number("limit");
        return rows.subList(from, limit > 0 ? Math.min(rows.size(), from + limit) : rows.size());
    }

    static List<Record> existing(Env env, Model model, List<Long> ids) {
        return ids.stream()
                .map(id -> env.find(model.name(), id))
                .filter(java.util.Objects::nonNull)
                .toList();
    }

    private static boolean named(Arguments args) {
        return !args.has("load") || Python.isTrue(args.get("load"));
    }
}
