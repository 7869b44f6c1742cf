package io.shopoms.sandbox.odoo.orm;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code load}: creates or updates records from a table, keyed by external id. All or nothing; what is wrong is told in
 * {@code messages} of an answer with status 200 and {@code ids: false}.
 */
final class Loader {

    private static final int TOO_MANY_ERRORS = 10;

    /** A converted record that waits to be written. */
    private record Waiting(String xid, Long id, Map<String, Object> values, Map<String, Object> info) {}

    private final Env env;
    private final Model model;
    private final boolean keepsProtected;
    private final int start;
    private final List<Long> ids = new ArrayList<>();
    private final List<Map<String, Object>> messages = new ArrayList<>();
    private final List<Waiting> waiting = new ArrayList<>();
    private final Set<String> touchedModels = new HashSet<>();

    private Loader(Env env, Model model) {
        this.env = env;
        this.model = model;
        this.keepsProtected = "update".equals(env.context().text("mode", "init"));
        this.start = env.transaction().savepoint();
    }

    static Object load(Env env, Model model, List<Long> none, Arguments args) {
        env.rights().require(env.user(), model, "create");
        return new Loader(env, model).load(args.names("fields"), rows(args.list("data")));
    }

    private static List<List<?>> rows(List<?> data) {
        return data.stream()
                .map(row -> {
                    if (row instanceof List<?> cells) {
                        return (List<?>) cells;
                    }
                    throw OdooException.type("a row of data must be a list, not " + Python.typeName(row));
                })
                .collect(Collectors.toList());
    }

    private Object load(List<String> columns, List<List<?>> rows) {
        List<List<String>> paths = columns.stream().map(Sheet::path).toList();
        touchedModels.add(model.name());
        paths.forEach(path -> {
            Field field = model.field(path.get(0));
            if (field != null && field.type() == Type.ONE2MANY) {
                touchedModels.add(field.comodel());
            }
        });
        Cells cells = new Cells(env, new References(env, this::flushFor, this::flushForModel));
        int number = 0;
        for (Sheet.Extract record : Sheet.extract(env, model, paths, rows)) {
            waiting.add(convert(cells, record, number++));
        }
        flush();
        boolean failed = messages.stream().anyMatch(message -> "error".equals(message.get("type")));
        if (failed) {
            env.rollbackTo(start);
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("ids", failed ? (Object) false : ids);
        answer.put("messages", messages);
        answer.put("nextrow", 0);
        return answer;
    }

    private Waiting convert(Cells cells, Sheet.Extract record, int number) {
        Map<String, Object> rows = new LinkedHashMap<>();
        rows.put("from", record.from());
        rows.put("to", record.to());
        Object xid = record.cells().get("id");
        Long id = databaseId(record.cells().get(".id"), rows, number);
        Map<String, Object> values = cells.convert(model, record.cells(), (field, failure) -> {
            Map<String, Object> message = new LinkedHashMap<>();
            message.put("rows", rows);
            message.put("type", "error");
            message.put("record", number);
            message.put("field", field.name());
            message.put("message", failure.text(field.label()));
            message.putAll(failure.info());
            message.put("field_name", field.label());
            messages.add(message);
        });
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("rows", rows);
        info.put("record", number);
        String name = Python.isTrue(xid) ? ExternalIds.qualified(env, String.valueOf(xid)) : null;
        return new Waiting(name, name == null ? id : null, values, info);
    }

    private Long databaseId(Object cell, Map<String, Object> rows, int number) {
        if (!Python.isTrue(cell)) {
            return null;
        }
        long id = Values.whole(cell);
        if (env.find(model.name(), id) != null) {
            return id;
        }
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("rows", rows);
        message.put("type", "error");
        message.put("record", number);
        message.put("field", ".id");
        message.put("message", "Unknown database identifier '" + id + "'");
        messages.add(message);
        return null;
    }

    private void flushFor(String xid) {
        if (waiting.stream().anyMatch(record -> xid.equals(record.xid()))) {
            flush();
        }
    }

    private void flushForModel(String name) {
        if (touchedModels.contains(name)) {
            flush();
        }
    }

    private void flush() {
        List<Waiting> batch = List.copyOf(waiting);
        waiting.clear();
        int errors = 0;
        for (Waiting record : batch) {
            try {
                ids.add(write(record).id());
                env.flush();
            } catch (OdooException e) {
                env.rollbackTo(start);
                if (errors == 0 && e.isUserError() && !e.isFromDatabase()) {
                    // Odoo first tries the whole batch, and then blames its first record for what the batch met.
                    addOnce(message(batch.get(0), e));
                }
                addOnce(message(record, e));
                errors++;
            }
            if (errors >= TOO_MANY_ERRORS) {
                Map<String, Object> message = new LinkedHashMap<>();
                message.put("type", "warning");
                message.put(
                        "message",
                        "Found more than 10 errors and more than one error per 10 records, interrupted to avoid showing"
                                + " too many errors.");
                messages.add(message);
                return;
            }
        }
    }

    private void addOnce(Map<String, Object> message) {
        if (!messages.contains(message)) {
            messages.add(message);
        }
    }

    private static Map<String, Object> message(Waiting record, OdooException e) {
        Map<String, Object> message = new LinkedHashMap<>(record.info());
        message.put("type", "error");
        if (e.isFromDatabase() || e.isUserError()) {
            message.put("message", e.bareMessage());
            if (e.field() != null) {
                message.put("field", e.field());
            }
        } else {
            message.put("message", "Unknown error during import: <class '" + e.name() + "'>: " + e.getMessage());
            message.put("moreinfo", "Resolve other errors first");
        }
        return message;
    }

    private Record write(Waiting record) {
        if (record.xid() == null) {
            if (record.id() != null) {
                Record row = env.require(model.name(), record.id());
                env.write(row, record.values());
                return row;
            }
            if (keepsProtected) {
                throw OdooException.validation("Cannot update a record without specifying its id or xml_id");
            }
            return env.create(model.name(), record.values());
        }
        Record entry = ExternalIds.entry(env, record.xid());
        Record known = entry == null ? null : known(entry, record.xid());
        if (known == null) {
            return create(record);
        }
        if (!(keepsProtected && env.flag(entry, "noupdate"))) {
            env.write(known, record.values());
        }
        return known;
    }

    private Record known(Record entry, String xid) {
        env.transaction().requireVisible(entry);
        if (!env.text(entry, "model").equals(model.name())) {
            throw OdooException.validation(
                    "For external id %s when trying to create/update a record of model %s found record of different model %s (%d)"
                            .formatted(xid, model.name(), env.text(entry, "model"), entry.id()));
        }
        return env.find(model.name(), (Long) env.get(entry, "res_id"));
    }

    private Record create(Waiting record) {
        boolean noupdate = env.context().isTrue("noupdate");
        Record row = env.create(model.name(), record.values());
        ExternalIds.put(env, record.xid(), row, noupdate);
        model.fields().stream()
                .map(Field::delegate)
                .filter(d -> d != null && !record.values().containsKey(d))
                .distinct()
                .forEach(parent -> {
                    Record owner = env.follow(row, parent);
                    String suffix = "_" + owner.model().name().replace('.', '_');
                    ExternalIds.put(env, record.xid() + suffix, owner, noupdate);
                });
        return row;
    }
}
