package io.shopoms.sandbox.odoo.orm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Domains, orders and rollback of the record store. */
class SearchTest {

    private static final User ADMIN = new User(1, "admin", true);

    private Database database;

    @BeforeEach
    void boxesWithThings() {
        Model box = new Model("box", "Box")
                .with(
                        Field.text("name", "Name").required().indexed(),
                        Field.many2one("parent_id", "Parent", "box"),
                        Field.flag("active", "Active").defaultsTo(true),
                        Field.one2many("thing_ids", "Things", "thing", "box_id"));
        Model thing = new Model("thing", "Thing")
                .unique("Codes are unique", "code")
                .with(
                        Field.text("name", "Name"),
                        Field.text("code", "Code").indexed(),
                        Field.decimal("weight", "Weight"),
                        Field.flag("fragile", "Fragile"),
                        Field.many2one("box_id", "Box", "box").required(),
                        Field.many2many("tag_ids", "Tags", "tag"));
        Model tag = new Model("tag", "Tag").with(Field.text("name", "Name"));
        database = new Database(Clock.systemUTC(), true, List.of(box, thing, tag, users(), ExternalIds.model()));
        run(env -> {
            long red = env.create("tag", Map.of("name", "red")).id();
            long blue = env.create("tag", Map.of("name", "blue")).id();
            long big = env.create("box", Map.of("name", "Big")).id();
            long small =
                    env.create("box", Map.of("name", "Small", "parent_id", big)).id();
            env.create("box", Map.of("name", "Old", "active", false));
            thing(env, "Cup", "C-1", "0.25", big, List.of(red));
            thing(env, "cup cake", "C-2", "0.1", small, List.of(red, blue));
            thing(env, "Plate", "P-1", "1.5", small, List.of());
            env.create("thing", Map.of("box_id", small, "weight", 9));
            return null;
        });
    }

    private static Model users() {
        return new Model("res.users", "User").with(Field.text("name", "Name"));
    }

    private static void thing(Env env, String name, String code, String weight, long box, List<Long> tags) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", name);
        values.put("code", code);
        values.put("weight", new java.math.BigDecimal(weight));
        values.put("fragile", name.equals("Plate"));
        values.put("box_id", box);
        values.put("tag_ids", List.of(List.of(6L, 0L, tags)));
        env.create("thing", values);
    }

    static List<Arguments> domains() {
        return List.of(
                found("1,2,3,4", List.of()),
                found("1", leaf("name", "=", "Cup")),
                found("1,2", leaf("name", "ilike", "cup")),
                found("1", leaf("name", "like", "Cup")),
                found("3,4", leaf("name", "not ilike", "cup")),
                found("1,2", leaf("name", "=ilike", "CUP%")),
                found("4", leaf("name", "=", false)),
                found("2,3,4", leaf("name", "!=", "Cup")),
                found("1,3", leaf("code", "in", List.of("C-1", "P-1", "X"))),
                found("2,4", leaf("code", "not in", List.of("C-1", "P-1"))),
                found("3,4", leaf("weight", ">", 1)),
                found("1,2", leaf("weight", "<=", 0.25)),
                found("1,2,4", leaf("fragile", "=", false)),
                found("3", leaf("fragile", "!=", false)),
                found("1", leaf("box_id", "=", 1)),
                found("2,3,4", leaf("box_id", "=", "Small")),
                found("2,3,4", leaf("box_id.name", "=", "Small")),
                found("2,3,4", leaf("box_id.parent_id.name", "=", "Big")),
                found("1,2,3,4", leaf("box_id", "child_of", 1)),
                found("1", leaf("box_id", "parent_of", 1)),
                found("1,2", leaf("tag_ids", "in", List.of(1))),
                found("2", leaf("tag_ids.name", "=", "blue")),
                found("3,4", leaf("tag_ids", "=", false)),
                found("1,3", List.of("|", leaf1("code", "=", "C-1"), leaf1("fragile", "=", true))),
                found("2,4", List.of("!", "|", leaf1("code", "=", "C-1"), leaf1("fragile", "=", true))),
                found("2", List.of("&", leaf1("name", "ilike", "cup"), leaf1("box_id", "=", 2))),
                found("2", List.of(leaf1("name", "ilike", "cup"), leaf1("box_id", "=", 2))),
                found("", List.of(List.of(0, "=", 1))),
                found("1,2,3,4", List.of(List.of(1, "=", 1))),
                found("2,3", leaf("id", "in", List.of(3, 2, 77))));
    }

    @ParameterizedTest(name = "{1} finds {0}")
    @MethodSource("domains")
    void domainsFindWhatOdooFinds(String ids, List<?> domain) {
        // When
        String found = run(env -> String.join(
                ",",
                env.search("thing", domain, "id").stream()
                        .map(row -> Long.toString(row.id()))
                        .toList()));

        // Then
        assertThat(found).isEqualTo(ids);
    }

    @Test
    void emptyValuesComeLastAscendingAndFirstDescending() {
        // When
        List<String> ascending = names("name");
        List<String> descending = names("name desc, id");

        // Then
        assertThat(ascending).containsExactly("Cup", "Plate", "cup cake", "");
        assertThat(descending).containsExactly("", "cup cake", "Plate", "Cup");
    }

    @Test
    void archivedRowsShowOnlyIfTheDomainOrTheContextAsksForThem() {
        // When
        int plain = run(env -> env.search("box", List.of(), "").size());
        int asked = run(env -> env.search("box", List.of(List.of("active", "in", List.of(true, false))), "")
                .size());
        int context = run(env -> env.with(new Context(Map.of("active_test", false)))
                .search("box", List.of(), "")
                .size());

        // Then
        assertThat(plain).isEqualTo(2);
        assertThat(asked).isEqualTo(3);
        assertThat(context).isEqualTo(3);
    }

    @Test
    void aFailureUndoesEverythingAndTheIndexesToo() {
        // When
        assertThatThrownBy(() -> run(env -> {
                    Record cup = env.require("thing", 1);
                    env.write(cup, Map.of("code", "NEW", "name", "Changed"));
                    env.unlink(env.require("thing", 2));
                    env.create("thing", Map.of("box_id", 1L, "code", "C-9"));
                    return env.create("thing", Map.of("box_id", 1L, "code", "P-1"));
                }))
                .isInstanceOf(OdooException.class)
                .hasMessageContaining("Codes are unique");

        // Then
        assertThat(names("id")).containsExactly("Cup", "cup cake", "Plate", "");
        assertThat(rows(env -> env.by("thing", "code", "NEW"))).isEmpty();
        assertThat(rows(env -> env.by("thing", "code", "C-9"))).isEmpty();
        assertThat(rows(env -> env.by("thing", "code", "C-1"))).hasSize(1);
        assertThat(ids(env -> env.ids(env.require("box", 2), "thing_ids"))).containsExactly(2L, 3L, 4L);
    }

    @Test
    void commandsCreateUpdateLinkUnlinkAndSet() {
        // When
        run(env -> {
            Record box = env.require("box", 1);
            env.write(
                    box,
                    Map.of(
                            "thing_ids",
                            List.of(
                                    List.of(0L, 0L, Map.of("name", "New")),
                                    List.of(1L, 1L, Map.of("name", "Mug")),
                                    List.of(4L, 3L))));
            env.write(env.require("thing", 2), Map.of("tag_ids", List.of(List.of(3L, 1L))));
            env.write(env.require("thing", 1), Map.of("tag_ids", List.of(List.of(5L))));
            return null;
        });

        // Then
        assertThat(ids(env -> env.ids(env.require("box", 1), "thing_ids"))).containsExactly(1L, 3L, 5L);
        assertThat(text(env -> env.text(env.require("thing", 1), "name"))).isEqualTo("Mug");
        assertThat(ids(env -> env.ids(env.require("thing", 2), "tag_ids"))).containsExactly(2L);
        assertThat(ids(env -> env.ids(env.require("thing", 1), "tag_ids"))).isEmpty();
    }

    @Test
    void aTransactionThatBeganBeforeAnotherOnesCommitLosesIfItChangesTheSameRow() {
        // Given
        Database.Snapshot before = database.snapshot();
        run(env -> {
            env.write(env.require("thing", 1), Map.of("name", "first"));
            return null;
        });

        // When
        assertThatThrownBy(() -> database.transaction(before, ADMIN, Context.EMPTY, env -> {
                    env.write(env.require("thing", 1), Map.of("name", "second"));
                    return null;
                }))
                .isInstanceOf(OdooException.class)
                .hasMessageContaining("could not serialize access");
        database.transaction(before, ADMIN, Context.EMPTY, env -> {
            env.write(env.require("thing", 2), Map.of("name", "another row"));
            return null;
        });

        // Then
        assertThat(text(env -> env.text(env.require("thing", 1), "name"))).isEqualTo("first");
        assertThat(text(env -> env.text(env.require("thing", 2), "name"))).isEqualTo("another row");
    }

    private List<String> names(String order) {
        return run(env -> env.search("thing", List.of(), order).stream()
                .map(row -> env.text(row, "name"))
                .toList());
    }

    private List<Record> rows(Function<Env, List<Record>> work) {
        return run(work);
    }

    private List<Long> ids(Function<Env, List<Long>> work) {
        return run(work);
    }

    private String text(Function<Env, String> work) {
        return run(work);
    }

    private <T> T run(Function<Env, T> work) {
        return database.transaction(database.snapshot(), ADMIN, Context.EMPTY, work);
    }

    private static Arguments found(String ids, List<?> domain) {
        return Arguments.of(ids, domain);
    }

    private static List<?> leaf(String field, String operator, Object value) {
        return List.of(leaf1(field, operator, value));
    }

    private static List<?> leaf1(String field, String operator, Object value) {
        return Arrays.asList(field, operator, value);
    }
}
