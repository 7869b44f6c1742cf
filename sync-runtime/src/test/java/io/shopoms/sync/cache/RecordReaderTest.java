package io.shopoms.sync.cache;

import static io.shopoms.sync.fixtures.Notes.ACME;
import static io.shopoms.sync.fixtures.Notes.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shopoms.sync.cache.RecordReader.NotUnderstood;
import io.shopoms.sync.fixtures.NoteKind;
import io.shopoms.sync.fixtures.Notes;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordReaderTest {

    @Test
    void escapedNulInAColumnIsReplacedAndALongOneIsCut() throws NotUnderstood {
        String json = Notes.json(1, NOON, "x").replace("#1", "a\\u0000b" + "c".repeat(900));

        String title = RecordReader.read(new NoteKind(), Notes.record(ACME, json, NOON))
                .row()
                .columns()
                .get("title");

        assertThat(title).startsWith("a\uFFFDbc").hasSize(RowVersion.MAX_SEARCHED_LENGTH);
    }

    @Test
    void aColumnThatNobodySearchesByIsKeptWhole() throws NotUnderstood {
        NoteKind keeping = new NoteKind() {
            @Override
            public List<CacheColumn> columns() {
                return List.of(CacheColumn.kept("title"));
            }
        };
        String json = Notes.json(1, NOON, "x").replace("#1", "c".repeat(900));

        String title = RecordReader.read(keeping, Notes.record(ACME, json, NOON))
                .row()
                .columns()
                .get("title");

        assertThat(title).isEqualTo("c".repeat(900));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{} {}",
                "{'a':1}",
                "{\"secret\":tru}",
                "{\"id\":1,\"updated_at\":\"1999-12-31T23:59:59Z\"}",
                "{\"id\":1,\"updated_at\":\"2100-01-02T00:00:00Z\"}",
                "{\"id\":1,\"updated_at\":\"secret\"}",
                "{\"id\":99999999999999999999,\"updated_at\":\"2026-01-01T00:00:00Z\"}"
            })
    void whatIsNoRecordIsRefusedWithoutQuotingIt(String text) {
        assertThatThrownBy(() -> RecordReader.read(new NoteKind(), Notes.record(ACME, text, NOON)))
                .isInstanceOf(NotUnderstood.class)
                .hasMessageNotContaining("secret");
    }

    @Test
    void nestingThatWouldCostAReaderItsStackIsRefused() {
        String deep = "{\"a\":".repeat(101) + "1" + "}".repeat(101);

        assertThatThrownBy(() -> RecordReader.read(new NoteKind(), Notes.record(ACME, deep, NOON)))
                .isInstanceOf(NotUnderstood.class)
                .hasMessageContaining("nested too deep");
    }
}
