package io.shopoms.sandbox.odoo.control;

import static io.shopoms.sandbox.odoo.fixtures.Sheets.line;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.sandbox.odoo.OdooSettings;
import io.shopoms.sandbox.odoo.fixtures.Catalog;
import io.shopoms.sandbox.odoo.fixtures.OdooExtension;
import io.shopoms.sandbox.odoo.fixtures.Reply;
import io.shopoms.sandbox.odoo.fixtures.Sheets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What tests and people can do through {@code /control} and the page. */
class ControlApiComponentTest {

    @RegisterExtension
    static final OdooExtension ODOO = new OdooExtension(OdooSettings.forTests().withDemoCatalog());

    @Test
    void theDemoCatalogHasItsProductsAndTaxes() {
        // When
        JsonNode products = ODOO.control("GET", "/products", Map.of()).body();

        // Then
        assertThat(products.findValuesAsText("sku")).contains("CSH-WHT-S", "CSH-WHT-M", "CSH-BLU-S", "MUG-1", "BAG-1");
        JsonNode taxes = ODOO.ok(
                "account.tax",
                "search_read",
                Map.of("domain", List.of(List.of("price_include", "=", true)), "fields", List.of("amount")));
        assertThat(taxes.findValuesAsText("amount")).containsExactly("19.0", "20.0");
    }

    @Test
    void productsTaxesAndTheCompanyAreSetUp() {
        // When
        Reply product =
                ODOO.control("POST", "/products", Map.of("sku", "CUP", "name", "Cup", "price", "5.00", "stock", 7));
        Reply tax = ODOO.control("POST", "/taxes", Map.of("percent", "5.5", "included", true));
        Reply company = ODOO.control("PUT", "/company", Map.of("rounding", "round_globally"));

        // Then
        assertThat(product.body().get("id").asLong()).isPositive();
        assertThat(ODOO.data().product("CUP").free()).isEqualByComparingTo("7");
        assertThat(ODOO.read("account.tax", tax.body().get("id").asLong(), "name", "price_include")
                        .toString())
                .contains("5.5% incl", "true");
        assertThat(company.status()).isEqualTo(200);
        assertThat(ODOO.read("res.company", 1, "tax_calculation_rounding_method")
                        .toString())
                .contains("round_globally");
    }

    @Test
    void goodsAreReceivedSoldTransferredAndCounted() {
        // Given
        ODOO.control("POST", "/warehouses", Map.of("code", "EAST", "name", "East"));
        ODOO.control("PUT", "/products/MUG-1/stock", Map.of("quantity", 10));

        // When
        ODOO.control("POST", "/products/MUG-1/receive", Map.of("quantity", 4, "warehouse", "EAST"));
        ODOO.control("POST", "/products/MUG-1/transfer", Map.of("from", "WH", "to", "EAST", "quantity", 2));
        ODOO.control("POST", "/products/MUG-1/adjust", Map.of("by", -1, "reason", "broken"));
        ODOO.control("POST", "/products/MUG-1/scrap", Map.of("quantity", 1));
        Reply first = ODOO.control("POST", "/products/MUG-1/sell", Map.of("quantity", 2));
        Reply second = ODOO.control("POST", "/products/MUG-1/sell", Map.of("quantity", 3, "warehouse", "EAST"));
        ODOO.control("POST", "/orders/" + first.body().get("id") + "/deliver", Map.of());
        ODOO.control("POST", "/orders/" + second.body().get("id") + "/cancel", Map.of());
        JsonNode movements =
                ODOO.control("GET", "/products/MUG-1/movements", Map.of()).body();

        // Then
        JsonNode levels = ODOO.control("GET", "/stock", Map.of()).body();
        assertThat(levels.toString())
                .contains("\"sku\":\"MUG-1\",\"warehouseId\":1,\"warehouse\":\"WH\",\"onHand\":4.00,\"free\":4.00")
                .contains("\"warehouse\":\"EAST\",\"onHand\":6.00,\"free\":6.00");
        assertThat(movements.findValuesAsText("reference")).contains("broken", "WH/INT/00001", "SP/00001");
        assertThat(ODOO.control("GET", "/stock?sku=MUG-1", Map.of()).body()).hasSizeGreaterThan(2);
        assertThat(ODOO.control("POST", "/products/MUG-1/sell", Map.of("warehouse", "WEST"))
                        .status())
                .isEqualTo(404);
        assertThat(ODOO.control("POST", "/physical-inventory", Map.of()).status())
                .isEqualTo(200);
    }

    @Test
    void aPersonReceivesAndCountsOnThePage() {
        // Given
        long mug = ODOO.data().product("MUG-1").id();
        String address = "/page/warehouses/1/products/" + mug;
        Map<String, String> form = Map.of("Content-Type", "application/x-www-form-urlencoded");

        // When
        ODOO.post(address + "/count", "quantity=7", form);
        ODOO.post(address + "/receive", "quantity=2", form);
        Reply nonsense = ODOO.post(address + "/receive", "quantity=many", form);

        // Then
        assertThat(ODOO.data().product("MUG-1").free()).isEqualByComparingTo("9");
        assertThat(nonsense.status()).isEqualTo(400);
        assertThat(ODOO.get("/").text()).contains("Warehouses", address + "/receive");
    }

    @Test
    void anOrderIsSeenShippedInPartsAndTracked() {
        // Given
        long order = confirmedOrder();

        // When
        long picking = ODOO.control("GET", "/pickings?order=%231001", Map.of())
                .body()
                .at("/0/id")
                .asLong();
        Reply shipped = ODOO.control(
                "POST",
                "/pickings/" + picking + "/ship",
                Map.of("tracking", "1Z1", "carrier", "UPS", "quantities", Map.of("MUG-1", 1)));
        Reply tracked = ODOO.control("POST", "/pickings/" + picking + "/tracking", Map.of("tracking", "1Z2"));

        // Then
        assertThat(shipped.body().get("state").asText()).isEqualTo("done");
        assertThat(tracked.body().get("tracking").asText()).isEqualTo("1Z2");
        JsonNode seen = ODOO.control("GET", "/orders/" + order, Map.of()).body();
        assertThat(seen.get("total").decimalValue()).isEqualByComparingTo("20");
        assertThat(seen.get("pickings")).hasSize(2);
        assertThat(ODOO.control("GET", "/orders?ref=%231001", Map.of()).body()).hasSize(1);
    }

    @Test
    void aKeyIsRevokedAndGrantedAgain() {
        // When
        ODOO.control("PUT", "/keys", Map.of("revoked", true));
        int refused = ODOO.call("res.users", "context_get", Map.of()).status();
        ODOO.control("PUT", "/keys", Map.of());
        int accepted = ODOO.call("res.users", "context_get", Map.of()).status();

        // Then
        assertThat(refused).isEqualTo(401);
        assertThat(accepted).isEqualTo(200);
    }

    @Test
    void rightsConflictsAndFaultsAreOrdered() {
        // When
        ODOO.control("PUT", "/rights", Map.of("model", "res.partner", "operation", "create", "allowed", false));
        ODOO.control("POST", "/conflicts", Map.of("match", "crm.tag/create"));
        ODOO.control("POST", "/faults", Map.of("match", "context_get", "kind", "status", "status", 502));

        // Then
        assertThat(ODOO.call("res.partner", "create", Map.of("vals_list", Map.of("name", "x")))
                        .status())
                .isEqualTo(403);
        assertThat(ODOO.call("crm.tag", "create", Map.of("vals_list", Map.of("name", "x")))
                        .name())
                .isEqualTo("psycopg2.errors.SerializationFailure");
        assertThat(ODOO.call("res.users", "context_get", Map.of()).status()).isEqualTo(502);
    }

    @Test
    void resetMakesEverythingAsAtTheStart() {
        // Given
        confirmedOrder();
        ODOO.control("PUT", "/rights", Map.of("model", "crm.tag", "operation", "read", "allowed", false));

        // When
        Reply reset = ODOO.control("POST", "/reset", Map.of());

        // Then
        assertThat(reset.status()).isEqualTo(200);
        assertThat(ODOO.data().orderCount()).isZero();
        assertThat(ODOO.data().product("MUG-1").free()).isEqualByComparingTo("100");
        assertThat(ODOO.call("crm.tag", "search", Map.of("domain", List.of())).status())
                .isEqualTo(200);
    }

    @Test
    void mistakesAreToldInASentence() {
        // When
        Reply unknown = ODOO.control("GET", "/orders/77", Map.of());
        Reply noPicking = ODOO.control("POST", "/pickings/77/ship", Map.of());
        Reply noSku = ODOO.control("POST", "/products", Map.of());
        Reply rounding = ODOO.control("PUT", "/company", Map.of("rounding", "up"));
        Reply price = ODOO.control("POST", "/products", Map.of("sku", "X", "price", "cheap"));

        // Then
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(noPicking.status()).isEqualTo(404);
        assertThat(List.of(noSku.status(), rounding.status(), price.status())).containsOnly(400);
        assertThat(rounding.body().get("error").asText()).contains("round_per_line");
    }

    @Test
    void thePageShowsWhatIsThereAndEscapesIt() {
        // Given
        confirmedOrder();
        ODOO.data().product("EVIL", "<script>alert(1)</script>", "1.00", 1);

        // When
        Reply page = ODOO.get("/");

        // Then
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text())
                .contains("#1001", "WH/OUT/00001", "Ship", "&lt;script&gt;")
                .doesNotContain("<script>");
    }

    @Test
    void whatPeopleMakeHasAllVariantsBesideAnAttributeOfTheSameNameThatMakesThemOneByOne() {
        // Given
        new Catalog(ODOO).attribute("Size", "dynamic", "S", "M");

        // When
        JsonNode made = ODOO.control(
                        "POST",
                        "/templates",
                        Map.of("name", "Shirt", "sku", "SH", "options", Map.of("Size", List.of("S", "M"))))
                .body();
        JsonNode more = ODOO.control(
                        "POST",
                        "/templates/" + made.get("id").asLong() + "/values",
                        Map.of("option", "Size", "value", "L"))
                .body();

        // Then
        assertThat(made.get("variants").findValuesAsText("sku")).containsExactly("SH-1", "SH-2");
        assertThat(more.get("variants")).hasSize(3);
    }

    @Test
    void productsAreMadeEditedAndArchivedAsPeopleDo() {
        // When
        JsonNode made = ODOO.control(
                        "POST",
                        "/templates",
                        Map.of(
                                "name",
                                "Shirt",
                                "sku",
                                "SH",
                                "price",
                                "20.00",
                                "options",
                                Map.of("Size", List.of("S", "M"))))
                .body();
        String path = "/templates/" + made.get("id").asLong();
        ODOO.control("PUT", path, Map.of("name", "Jersey", "price", "21.50"));
        JsonNode more = ODOO.control("POST", path + "/values", Map.of("option", "Size", "value", "L"))
                .body();
        ODOO.control(
                "PUT", "/variants/" + more.at("/variants/2/id").asLong(), Map.of("sku", "SH-L", "barcode", "4711"));
        ODOO.control("PUT", "/attribute-values", Map.of("option", "Size", "value", "S", "name", "Small"));
        ODOO.control("POST", path + "/values/remove", Map.of("option", "Size", "value", "M"));

        // Then
        JsonNode seen = ODOO.control("GET", path, Map.of()).body();
        assertThat(made.at("/variants/1/sku").asText()).isEqualTo("SH-2");
        assertThat(seen.get("name").asText()).isEqualTo("Jersey");
        assertThat(seen.get("price").decimalValue()).isEqualByComparingTo("21.50");
        assertThat(seen.at("/options/Size").toString()).isEqualTo("[\"Small\",\"L\"]");
        assertThat(seen.get("variants").findValuesAsText("sku")).containsExactly("SH-1", "SH-L");
        assertThat(ODOO.get("/").text()).contains("Jersey", "SH-L (L)", "4711");

        // When
        Map<String, String> form = Map.of("Content-Type", "application/x-www-form-urlencoded");
        ODOO.post("/page" + path + "/archive", "", form);

        // Then
        assertThat(ODOO.control("GET", path, Map.of()).body().findValuesAsText("active"))
                .containsOnly("false");
        assertThat(ODOO.control("GET", "/templates/99999", Map.of()).status()).isEqualTo(404);
        assertThat(ODOO.control("POST", path + "/values/remove", Map.of("option", "Size", "value", "L"))
                        .status())
                .isEqualTo(200);
        assertThat(ODOO.control("POST", path + "/values/remove", Map.of("option", "Size", "value", "Small"))
                        .body()
                        .get("error")
                        .asText())
                .contains("must have at least one value");
    }

    @Test
    void theShipButtonShips() {
        // Given
        long order = confirmedOrder();
        long picking = ODOO.data().pickings(order).get(0).id();
        Map<String, String> form = Map.of("Content-Type", "application/x-www-form-urlencoded");

        // When
        Reply shipped = ODOO.post("/page/pickings/" + picking + "/ship", "tracking=1Z+1", form);
        Reply again = ODOO.post("/page/pickings/" + picking + "/ship", "tracking=1Z+1", form);

        // Then
        assertThat(shipped.status()).isEqualTo(303);
        assertThat(ODOO.data().pickings(order).get(0).tracking()).isEqualTo("1Z 1");
        assertThat(again.status()).isEqualTo(400);
        assertThat(again.text()).contains("done already");
    }

    @Test
    void anOrderIsInvoicedPaidAndCredited() {
        // Given
        long order = confirmedOrder();

        // When
        long invoice = act("/orders/" + order + "/invoice");
        JsonNode posted =
                ODOO.control("POST", "/invoices/" + invoice + "/post", Map.of()).body();
        JsonNode payment = ODOO.control("POST", "/invoices/" + invoice + "/pay", Map.of("journal", "CSH1"))
                .body();
        long credit = act("/invoices/" + invoice + "/credit");

        // Then
        assertThat(posted.get("name").asText()).startsWith("INV/");
        assertThat(posted.at("/lines/0/orderLines")).hasSize(1);
        assertThat(payment.get("name").asText()).startsWith("PCSH1/");
        assertThat(payment.get("state").asText()).isEqualTo("paid");
        JsonNode seen = ODOO.control("GET", "/invoices/" + credit, Map.of()).body();
        assertThat(seen.get("type").asText()).isEqualTo("out_refund");
        assertThat(seen.get("reversalOf").asText()).isEqualTo(posted.get("name").asText());
        assertThat(ODOO.control("GET", "/orders/" + order + "/invoices", Map.of())
                        .body())
                .hasSize(2);
        assertThat(ODOO.control("GET", "/invoices", Map.of()).body()).hasSize(2);
        assertThat(ODOO.control("GET", "/payments", Map.of()).body()).hasSize(1);
    }

    @Test
    void aDeliveryComesBackInParts() {
        // Given
        long order = confirmedOrder();
        long picking = ODOO.data().pickings(order).get(0).id();
        ODOO.control("POST", "/pickings/" + picking + "/ship", Map.of());

        // When
        Reply back = ODOO.control("POST", "/pickings/" + picking + "/return", Map.of("quantities", Map.of("MUG-1", 1)));
        Reply unknown =
                ODOO.control("POST", "/pickings/" + picking + "/return", Map.of("quantities", Map.of("NOPE", 1)));

        // Then
        assertThat(back.body().get("code").asText()).isEqualTo("incoming");
        assertThat(back.body().get("state").asText()).isEqualTo("done");
        assertThat(ODOO.data().order(order).orElseThrow().lines().get(0).delivered())
                .isEqualByComparingTo("1");
        assertThat(unknown.status()).isEqualTo(400);
    }

    @Test
    void groupsPoliciesJournalsAndLocksAreSet() {
        // Given
        long order = confirmedOrder();

        // When
        ODOO.control("PUT", "/rights", Map.of("group", "account.group_account_invoice", "allowed", false));
        Reply noGroup = ODOO.control("PUT", "/rights", Map.of("group", "base.group_system", "allowed", true));
        ODOO.control("PUT", "/products/MUG-1/policy", Map.of("policy", "delivery"));
        Reply journal = ODOO.control("POST", "/journals", Map.of("code", "SHOP", "currency", "EUR"));
        ODOO.control("PUT", "/orders/" + order + "/lock", Map.of("locked", true));
        ODOO.control("PUT", "/company", Map.of("enterprise", true));

        // Then
        assertThat(ODOO.call("account.payment", "search", Map.of("domain", List.of()))
                        .status())
                .isEqualTo(403);
        assertThat(noGroup.status()).isEqualTo(400);
        assertThat(ODOO.ok(
                        "ir.module.module",
                        "search",
                        Map.of(
                                "domain",
                                List.of(
                                        List.of("name", "=", "account_accountant"),
                                        List.of("state", "=", "installed")))))
                .hasSize(1);
        assertThat(ODOO.read("sale.order", order, "invoice_status", "locked").toString())
                .contains("\"no\"", "true");
        assertThat(ODOO.read("account.journal", journal.body().get("id").asLong(), "currency_id")
                        .at("/currency_id/1")
                        .asText())
                .isEqualTo("EUR");
    }

    @Test
    void whatCannotBeInvoicedIsToldInASentence() {
        // Given
        long order = confirmedOrder();
        act("/orders/" + order + "/invoice");

        // When
        Reply again = ODOO.control("POST", "/orders/" + order + "/invoice", Map.of());
        Reply unknown = ODOO.control("POST", "/orders/77/invoice", Map.of());
        Reply journal = ODOO.control("POST", "/invoices/1/pay", Map.of("journal", "NOPE"));

        // Then
        assertThat(again.status()).isEqualTo(400);
        assertThat(again.body().get("error").asText()).contains("No items are available to invoice");
        assertThat(List.of(unknown.status(), journal.status())).containsOnly(404);
    }

    @Test
    void thePageInvoicesPaysAndTakesBack() {
        // Given
        long order = confirmedOrder();
        long picking = ODOO.data().pickings(order).get(0).id();
        Map<String, String> form = Map.of("Content-Type", "application/x-www-form-urlencoded");

        // When
        ODOO.post("/page/orders/" + order + "/invoice", "", form);
        long invoice = ODOO.data().books().invoices().get(0).id();
        ODOO.post("/page/invoices/" + invoice + "/post", "", form);
        ODOO.post("/page/invoices/" + invoice + "/pay", "", form);
        ODOO.post("/page/pickings/" + picking + "/ship", "tracking=1Z", form);
        Reply returned = ODOO.post("/page/pickings/" + picking + "/return", "", form);
        Reply page = ODOO.get("/");

        // Then
        assertThat(returned.status()).isEqualTo(303);
        assertThat(page.text()).contains("INV/", "PBNK1/", "WH/IN/", ">paid<", "/page/invoices/" + invoice + "/credit");
        assertThat(ODOO.data().product("MUG-1").onHand()).isEqualByComparingTo("100");
    }

    private static long act(String path) {
        return ODOO.control("POST", path, Map.of()).body().get("id").asLong();
    }

    private static long confirmedOrder() {
        long mug = ODOO.data().product("MUG-1").id();
        ODOO.ok("res.partner", "load", Sheets.customer("__shopify__.ada"));
        long order = ODOO.call("sale.order", "load", Sheets.order("1001", line(mug, 2, 10)))
                .firstId();
        ODOO.ok("sale.order", "action_confirm", Map.of("ids", List.of(order)));
        return order;
    }
}
