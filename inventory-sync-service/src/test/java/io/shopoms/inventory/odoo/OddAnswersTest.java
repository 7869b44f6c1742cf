package io.shopoms.inventory.odoo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shopoms.inventory.fixtures.ScriptedOdoo;
import io.shopoms.inventory.stock.ProductStock;
import io.shopoms.inventory.stock.StockSource;
import io.shopoms.inventory.stock.StockSource.Kind;
import io.shopoms.model.OdooId;
import io.shopoms.model.ShopDomain;
import io.shopoms.sync.store.Store;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Answers of Odoo that make no sense for one record say nothing of it, and the others are read. */
class OddAnswersTest {

    private static final Store STORE =
            new Store(new ShopDomain("acme.myshopify.com"), Optional.empty(), Optional.empty());
    private static final StockSource WH = new StockSource(Kind.WAREHOUSE, new OdooId(1));
    private static final StockSource ANNEX = new StockSource(Kind.WAREHOUSE, new OdooId(2));
    private static final OdooId ODD = new OdooId(7);
    private static final OdooId GOOD = new OdooId(8);

    private final ScriptedOdoo odoo = new ScriptedOdoo();
    private final OdooStock stock = OdooRooms.with(odoo).stock();

    @Test
    void aProductWhoseQuantityIsNoNumberHasNoneAndTheOthersAreRead() {
        for (String quantity : List.of("false", "null", "\"5\"", "1e400", "[]")) {
            // Given
            odoo.searches("stock.warehouse", rows("{'id':1,'name':'WH','view_location_id':4,'active':true}"));
            odoo.calls("product.product", rows(product(7, quantity) + "," + product(8, "3.0")));

            // When
            FreeStock free = free(WH);

            // Then
            assertThat(free.products().get(ODD).free()).as(quantity).isEmpty();
            assertThat(free.products().get(GOOD).free().get(WH)).isEqualByComparingTo("3");
        }
    }

    @Test
    void aProductThatIsNotToldAtOneOfThePlacesHasNoQuantityThere() {
        // Given
        odoo.searches(
                "stock.warehouse",
                rows("{'id':1,'name':'WH','view_location_id':4,'active':true},"
                        + "{'id':2,'name':'Annex','view_location_id':9,'active':true}"));
        odoo.calls("product.product", rows(product(7, "2") + "," + product(8, "3")));
        odoo.calls("product.product", rows(product(8, "1")));

        // When
        ProductStock odd = free(WH, ANNEX).products().get(ODD);

        // Then
        assertThat(odd.free()).hasSize(1);
    }

    @Test
    void aWarehouseOfWhichNothingIsToldIsNotAskedFor() {
        // Given
        odoo.searches(
                "stock.warehouse",
                rows("{'id':1,'name':'WH','view_location_id':4,'active':true},"
                        + "{'id':2,'name':'Annex','view_location_id':false,'active':true},"
                        + "{'id':3,'name':'Nobody asked','view_location_id':5,'active':true}"));
        odoo.calls("product.product", rows(product(8, "3")));

        // When
        FreeStock free = free(WH, ANNEX);

        // Then
        assertThat(free.unusable()).containsOnlyKeys(ANNEX);
        assertThat(free.products().get(GOOD).free()).containsOnlyKeys(WH);
    }

    @Test
    void anEmptyAnswerIsNotZero() {
        // Given
        odoo.searches("stock.warehouse", rows("{'id':1,'name':'WH','view_location_id':4,'active':true}"));
        odoo.calls("product.product", rows(""));

        // Then
        assertThat(free(WH).products()).isEmpty();
    }

    private FreeStock free(StockSource... sources) {
        return stock.free(STORE, Set.of(ODD, GOOD), Set.of(sources)).await().indefinitely();
    }

    private static String product(long id, String free) {
        return "{'id':" + id + ",'type':'consu','is_storable':true,'active':true,'uom_id':1,'free_qty':" + free + "}";
    }

    private static JsonNode rows(String rows) {
        try {
            return new ObjectMapper().readTree("[" + rows.replace('\'', '"') + "]");
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(rows, e);
        }
    }
}
