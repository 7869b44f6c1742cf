package io.shopoms.sandbox.odoo.orm;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The commands that write a to-many field: create 0, update 1, delete 2, unlink 3, link 4, clear 5, set 6. */
final class Commands {

    private final Env env;
    private final Record row;
    private final Field field;
    private final Set<String> namesGiven = new HashSet<>();

    private Commands(Env env, Record row, Field field) {
        this.env = env;
        this.row = row;
        this.field = field;
    }

    static void apply(Env env, Record row, Field field, Object value) {
        if (!Python.isTrue(value)) {
            if (field.type() == Type.MANY2MANY) {
                env.set(row, field.name(), List.of());
            }
            return;
        }
        if (!(value instanceof List<?> commands)) {
            throw OdooException.value(
                    "Wrong value for " + row.model().name() + "." + field.name() + ": " + Python.repr(value));
        }
        Commands target = new Commands(env, row, field);
        for (Object command : commands) {
            target.apply(command);
        }
    }

    private void apply(Object command) {
        if (!(command instanceof List<?> parts) || parts.isEmpty() || !(parts.get(0) instanceof Number code)) {
            throw OdooException.value(
                    "Wrong value for " + row.model().name() + "." + field.name() + ": " + Python.repr(command));
        }
        switch (code.intValue()) {
            case 0 -> create(values(parts));
            case 1 -> env.write(env.require(field.comodel(), id(parts)), values(parts));
            case 2 -> delete(env.require(field.comodel(), id(parts)));
            case 3 -> remove(env.require(field.comodel(), id(parts)));
            case 4 -> link(id(parts));
            case 5 -> set(List.of());
            case 6 -> set(ids(parts));
            default -> throw OdooException.value("Wrong command: " + Python.repr(command));
        }
    }

    private void create(Map<String, Object> values) {
        Object name = values.remove("id");
        if (field.type() == Type.ONE2MANY) {
            values.put(field.inverse(), row.id());
        }
        Record created = env.create(field.comodel(), values);
        if (name instanceof String xid && !xid.isEmpty()) {
            if (!namesGiven.add(xid)) {
                throw OdooException.constraint("ON CONFLICT DO UPDATE command cannot affect row a second time\n"
                        + "HINT:  Ensure that no rows proposed for insertion within the same command have duplicate"
                        + " constrained values.\n");
            }
            ExternalIds.put(
                    env, ExternalIds.qualified(env, xid), created, env.context().isTrue("noupdate"));
        }
        if (field.type() == Type.MANY2MANY) {
            link(created.id());
        }
    }

    private void link(long id) {
        Record other = env.require(field.comodel(), id);
        if (field.type() == Type.ONE2MANY) {
            if (!Long.valueOf(row.id()).equals(env.get(other, field.inverse()))) {
                env.write(other, Map.of(field.inverse(), row.id()));
            }
            return;
        }
        Set<Long> ids = new LinkedHashSet<>(env.ids(row, field.name()));
        ids.add(id);
        env.set(row, field.name(), List.copyOf(ids));
    }

    private void remove(Record other) {
        if (field.type() == Type.ONE2MANY) {
            boolean owned = other.model().field(field.inverse()).isRequired();
            if (owned) {
                env.unlink(other);
            } else {
                env.write(other, nothing(field.inverse()));
            }
            return;
        }
        List<Long> ids = new ArrayList<>(env.ids(row, field.name()));
        ids.remove(Long.valueOf(other.id()));
        env.set(row, field.name(), List.copyOf(ids));
    }

    private void delete(Record other) {
        if (field.type() == Type.MANY2MANY) {
            remove(other);
        }
        env.unlink(other);
    }

    private void set(List<Long> ids) {
        ids.forEach(id -> env.require(field.comodel(), id));
        if (field.type() == Type.MANY2MANY) {
            env.set(row, field.name(), List.copyOf(new LinkedHashSet<>(ids)));
            return;
        }
        for (Record other : env.many(row, field.name())) {
            if (!ids.contains(other.id())) {
                remove(other);
            }
        }
        ids.forEach(this::link);
    }

    private static Map<String, Object> nothing(String name) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put(name, null);
        return values;
    }

    private static long id(List<?> parts) {
        if (parts.size() > 1 && parts.get(1) instanceof Number number) {
            return number.longValue();
        }
        throw OdooException.value("Wrong command: " + Python.repr(parts));
    }

    private static List<Long> ids(List<?> parts) {
        if (parts.size() > 2 && parts.get(2) instanceof List<?> list) {
            return list.stream().map(Values::whole).toList();
        }
        throw OdooException.value("Wrong command: " + Python.repr(parts));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> values(List<?> parts) {
        if (parts.size() > 2 && parts.get(2) instanceof Map<?, ?> map) {
            return new LinkedHashMap<>((Map<String, Object>) map);
        }
        throw OdooException.value("Wrong command: " + Python.repr(parts));
    }
}
