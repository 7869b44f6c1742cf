package io.shopoms.order.mapping.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class StatusRulesTest {

    /** The stages that an order goes through in Odoo when nothing goes wrong. */
    private static final List<OdooProgress> FORWARD =
            List.of(OdooProgress.QUOTATION, OdooProgress.CONFIRMED, OdooProgress.PARTLY_SHIPPED, OdooProgress.SHIPPED);

    private static final List<ShopifyWord> FULFILLING =
            List.of(ShopifyWord.OPEN, ShopifyWord.PARTLY_FULFILLED, ShopifyWord.FULFILLED);

    @ParameterizedTest
    @CsvSource({
        "QUOTATION,      PENDING,        PARTLY_SHIPPED, SHIPPED,   CANCELLED",
        "CONFIRMED,      CONFIRMED,      PARTLY_SHIPPED, SHIPPED,   CANCELLED",
        "PARTLY_SHIPPED, PARTLY_SHIPPED, PARTLY_SHIPPED, SHIPPED,   PARTLY_SHIPPED",
        "SHIPPED,        SHIPPED,        SHIPPED,        SHIPPED,   SHIPPED",
        "RETURNED,       RETURNED,       RETURNED,       RETURNED,  RETURNED",
        "CANCELLED,      CANCELLED,      CANCELLED,      CANCELLED, CANCELLED"
    })
    void everyPairHasOneStatus(
            OdooProgress odoo, OrderStatus open, OrderStatus partly, OrderStatus fulfilled, OrderStatus cancelled) {
        assertThat(StatusRules.of(odoo, ShopifyWord.OPEN)).isEqualTo(open);
        assertThat(StatusRules.of(odoo, ShopifyWord.PARTLY_FULFILLED)).isEqualTo(partly);
        assertThat(StatusRules.of(odoo, ShopifyWord.FULFILLED)).isEqualTo(fulfilled);
        assertThat(StatusRules.of(odoo, ShopifyWord.CANCELLED)).isEqualTo(cancelled);
    }

    static Stream<List<Enum<?>>> pairs() {
        return Stream.of(OdooProgress.values())
                .flatMap(odoo -> Stream.of(ShopifyWord.values()).map(word -> List.of(odoo, word)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void noWordOfShopifyTakesAnOrderBehindOdoosProgress(List<Enum<?>> pair) {
        // Given
        OdooProgress odoo = (OdooProgress) pair.get(0);

        // When
        OrderStatus status = StatusRules.of(odoo, (ShopifyWord) pair.get(1));

        // Then
        assertThat(status).isGreaterThanOrEqualTo(StatusRules.of(odoo, ShopifyWord.OPEN));
    }

    @ParameterizedTest
    @EnumSource(
            value = ShopifyWord.class,
            names = {"OPEN", "PARTLY_FULFILLED", "FULFILLED"})
    void theFurtherOdooIsTheFurtherIsTheOrder(ShopifyWord word) {
        assertThat(FORWARD.stream().map(odoo -> StatusRules.of(odoo, word)).toList())
                .isSorted();
    }

    @ParameterizedTest
    @EnumSource(OdooProgress.class)
    void theFurtherShopifyIsTheFurtherIsTheOrder(OdooProgress odoo) {
        assertThat(FULFILLING.stream().map(word -> StatusRules.of(odoo, word)).toList())
                .isSorted();
    }

    @ParameterizedTest
    @EnumSource(
            value = OdooProgress.class,
            names = {"SHIPPED", "RETURNED", "CANCELLED"})
    void whatIsFinishedInOdooNoWordChanges(OdooProgress odoo) {
        assertThat(ShopifyWord.values())
                .extracting(word -> StatusRules.of(odoo, word))
                .containsOnly(OrderStatus.valueOf(odoo.name()));
    }

    @Test
    void theDocumentHasThisTable() throws IOException {
        // Given
        List<String> rows = new ArrayList<>();
        for (OdooProgress odoo : OdooProgress.values()) {
            StringBuilder row = new StringBuilder("| " + word(odoo) + " |");
            for (ShopifyWord word : ShopifyWord.values()) {
                row.append(' ').append(StatusRules.of(odoo, word).word()).append(" |");
            }
            rows.add(row.toString());
        }

        // When
        List<String> document = Files.readAllLines(Path.of("..", "docs", "status.md"));

        // Then
        assertThat(document).containsSubsequence(rows);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
