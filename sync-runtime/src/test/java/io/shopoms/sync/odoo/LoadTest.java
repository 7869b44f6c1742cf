package io.shopoms.sync.odoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoadTest {

    private static final List<String> COLUMNS = List.of("id", "client_order_ref", "order_line/id", "order_line/name");

    private static final Load TWO_ORDERS = new Load(
            "sale.order",
            COLUMNS,
            List.of(
                    List.of("__shopify__.acme_order_1", "#1001", "__shopify__.acme_line_1", "Shirt"),
                    List.of("", "", "__shopify__.acme_line_2", "Mug"),
                    List.of("__shopify__.acme_order_2", "#1002", "__shopify__.acme_line_3", "Bag")));

    @Test
    void recordsAreTheRowsWithAFirstCell() {
        assertThat(TWO_ORDERS.externalIds()).containsExactly("__shopify__.acme_order_1", "__shopify__.acme_order_2");
        assertThat(TWO_ORDERS.externalIdOfRow(0)).isEqualTo("__shopify__.acme_order_1");
        assertThat(TWO_ORDERS.externalIdOfRow(1)).isEqualTo("__shopify__.acme_order_1");
        assertThat(TWO_ORDERS.externalIdOfRow(2)).isEqualTo("__shopify__.acme_order_2");
    }

    @Test
    void partOfALoadKeepsTheLinesOfItsRecords() {
        assertThat(TWO_ORDERS.only(Set.of("__shopify__.acme_order_1")).rows())
                .isEqualTo(TWO_ORDERS.rows().subList(0, 2));
        assertThat(TWO_ORDERS.only(Set.of("__shopify__.acme_order_2")).rows())
                .isEqualTo(TWO_ORDERS.rows().subList(2, 3));
    }

    @Test
    void textsAndNumbersAreCells() {
        Load load = load(List.of("id", "a", "b", "c"), List.of("x.y", 1L, new BigDecimal("29.99666667"), 0.5));

        assertThat(load.rows()).hasSize(1);
    }

    @Test
    void booleanCellIsRefusedBecauseOdooAnswers500ToIt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> load(List.of("id", "is_delivery"), List.of("x.y", true)))
                .withMessageContaining("'is_delivery'")
                .withMessageContaining("\"1\"");
    }

    @Test
    void firstColumnIsTheExternalId() {
        assertThatIllegalArgumentException().isThrownBy(() -> load(List.of("name", "id"), List.of("n", "x.y")));
        assertThatIllegalArgumentException().isThrownBy(() -> load(List.of(), List.of()));
    }

    @Test
    void firstRowHasAnExternalId() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> load(List.of("id", "name"), List.of("", "n")))
                .withMessageContaining("external id");
        assertThatIllegalArgumentException().isThrownBy(() -> load(List.of("id"), List.of(7)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a\tb", " ", "a\n"})
    void externalIdHasNoBlanks(String id) {
        assertThatIllegalArgumentException().isThrownBy(() -> load(List.of("id"), List.of(id)));
    }

    @Test
    void externalIdAppearsOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> load(List.of("id"), List.of("x.y"), List.of("x.y")))
                .withMessageContaining("x.y");
    }

    @Test
    void rowsAreAsLongAsTheColumns() {
        assertThatIllegalArgumentException().isThrownBy(() -> load(List.of("id", "name"), List.of("x.y")));
    }

    @Test
    void linesNeedTheirOwnExternalIds() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> load(List.of("id", "order_line/name"), List.of("x.y", "Shirt")))
                .withMessageContaining("order_line/id");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> load(List.of("id", "order_line/product_id/.id"), List.of("x.y", 5)))
                .withMessageContaining("order_line/id");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> load(List.of("id", "order_line/id", "order_line/name"), List.of("x.y", "", "Shirt")))
                .withMessageContaining("order_line/id");
    }

    @Test
    void referencesToOtherRecordsNeedNone() {
        Load load = load(List.of("id", "partner_id/id", "tag_ids/.id"), List.of("x.y", "x.z", "5,6"));

        assertThat(load.externalIds()).containsExactly("x.y");
    }

    @Test
    void rowWithoutALineLeavesItsCellsEmpty() {
        Load load = load(List.of("id", "order_line/id", "order_line/name"), List.of("x.y", "", ""));

        assertThat(load.rows()).hasSize(1);
    }

    @SafeVarargs
    private static Load load(List<String> fields, List<Object>... rows) {
        return new Load("sale.order", fields, List.of(rows));
    }
}
