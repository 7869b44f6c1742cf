package io.shopoms.sandbox.odoo.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.sandbox.odoo.fixtures.RealOdoo;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The simulated Odoo's tax arithmetic next to a real one's, for orders of random lines in every currency with a pricelist.
 * The company's rounding method is changed for a moment if {@code ODOO_ADMIN_API_KEY} allows it, and put back; without that
 * key only the present method is compared. Leaves quotations behind: use a database for tests.
 */
@EnabledIfEnvironmentVariable(named = "ODOO_URL", matches = ".+", disabledReason = RealOdoo.MISSING)
@EnabledIfEnvironmentVariable(named = "ODOO_DATABASE", matches = ".+", disabledReason = RealOdoo.MISSING)
@EnabledIfEnvironmentVariable(named = "ODOO_API_KEY", matches = ".+", disabledReason = RealOdoo.MISSING)
class TaxComputationRealIT {

    private static final int ORDERS = 300;
    private static final int AT_ONCE = 100;
    private static final String ADMIN_KEY = "ODOO_ADMIN_API_KEY";
    private static final String METHOD = "tax_calculation_rounding_method";

    private final RealOdoo odoo = new RealOdoo();
    private final Random random = new Random(19);
    private long company;
    private RoundingMethod present;

    /** An order's lines, and the pricelist that gives it its currency. */
    private record Case(long pricelist, int digits, List<PricedLine> lines) {}

    @BeforeEach
    void lookAtTheCompany() {
        JsonNode found = odoo.ok("res.company", "search_read", Map.of("fields", List.of(METHOD), "limit", 1))
                .get(0);
        company = found.path("id").asLong();
        present = RoundingMethod.parse(found.path(METHOD).asText());
    }

    @AfterEach
    void putTheMethodBack() {
        if (System.getenv(ADMIN_KEY) != null) {
            write(present);
        }
    }

    @ParameterizedTest
    @EnumSource(RoundingMethod.class)
    void amountsAreThoseOfARealOdoo(RoundingMethod method) {
        // Given
        if (method != present && System.getenv(ADMIN_KEY) == null) {
            abort("the company rounds by " + present.odooName() + ": set " + ADMIN_KEY
                    + " to compare the other method");
        }
        List<Case> cases = cases();

        // When
        if (method != present) {
            write(method);
        }
        List<JsonNode> orders = new ArrayList<>();
        for (int from = 0; from < cases.size(); from += AT_ONCE) {
            orders.addAll(created(cases.subList(from, Math.min(cases.size(), from + AT_ONCE))));
        }

        // Then
        SoftAssertions softly = new SoftAssertions();
        for (int i = 0; i < cases.size(); i++) {
            OrderAmounts amounts = new TaxComputation(method, cases.get(i).digits())
                    .order(cases.get(i).lines());
            softly.assertThat(shown(orders.get(i), cases.get(i).digits()))
                    .as("%s", cases.get(i))
                    .isEqualTo(text(
                            amounts.untaxed(),
                            amounts.tax(),
                            amounts.total(),
                            cases.get(i).digits()));
        }
        softly.assertAll();
        assertThat(orders).hasSize(ORDERS);
        System.out.printf(
                "%d orders of %d lines by %s: the simulated Odoo's amounts are the real one's%n",
                orders.size(),
                cases.stream().mapToInt(one -> one.lines().size()).sum(),
                method.odooName());
    }

    private List<Case> cases() {
        List<Tax> taxes = taxes();
        List<JsonNode> pricelists =
                all("product.pricelist", List.of(List.of("active", "=", true)), List.of("currency_id"));
        Map<Long, Integer> digits = new HashMap<>();
        all("res.currency", List.of(), List.of("decimal_places"))
                .forEach(currency -> digits.put(
                        currency.path("id").asLong(),
                        currency.path("decimal_places").asInt()));
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < ORDERS; i++) {
            JsonNode pricelist = pricelists.get(random.nextInt(pricelists.size()));
            List<PricedLine> lines = new ArrayList<>();
            for (int j = random.nextInt(7); j >= 0; j--) {
                lines.add(line(taxes));
            }
            cases.add(new Case(
                    pricelist.path("id").asLong(),
                    digits.get(pricelist.path("currency_id").path(0).asLong()),
                    lines));
        }
        return cases;
    }

    private PricedLine line(List<Tax> taxes) {
        BigDecimal price = BigDecimal.valueOf(random.nextLong(2_000_00000000L), 8)
                .setScale(random.nextInt(9), RoundingMode.HALF_UP);
        BigDecimal quantity = BigDecimal.valueOf(1 + random.nextInt(12));
        BigDecimal discount = random.nextInt(4) == 0 ? BigDecimal.valueOf(random.nextInt(10_001), 2) : BigDecimal.ZERO;
        List<Tax> chosen = new ArrayList<>();
        // A line's price contains all of its taxes or none; the lines of one order may differ in that.
        boolean included = random.nextBoolean();
        for (int i = random.nextInt(4); i > 0; i--) {
            Tax tax = taxes.get(random.nextInt(taxes.size()));
            if (tax.included() == included && !chosen.contains(tax)) {
                chosen.add(tax);
            }
        }
        return new PricedLine(random.nextInt(20) == 0 ? price.negate() : price, quantity, discount, chosen);
    }

    /** Those that the arithmetic is about: percentages that do not touch each other's base. */
    private List<Tax> taxes() {
        return all(
                        "account.tax",
                        List.of(
                                List.of("type_tax_use", "=", "sale"),
                                List.of("amount_type", "=", "percent"),
                                List.of("include_base_amount", "=", false),
                                List.of("company_id", "=", company)),
                        List.of("amount", "price_include"))
                .stream()
                .map(tax -> new Tax(
                        tax.path("id").asLong(),
                        tax.path("amount").decimalValue(),
                        tax.path("price_include").asBoolean()))
                .toList();
    }

    private List<JsonNode> created(List<Case> cases) {
        long partner = odoo.ok("res.partner", "create", Map.of("vals_list", List.of(Map.of("name", "Tax arithmetic"))))
                .get(0)
                .asLong();
        long product = odoo.ok(
                        "product.product",
                        "create",
                        Map.of("vals_list", List.of(Map.of("name", "Tax arithmetic", "type", "service"))))
                .get(0)
                .asLong();
        List<Map<String, Object>> orders = cases.stream()
                .map(one -> Map.<String, Object>of(
                        "partner_id",
                        partner,
                        "pricelist_id",
                        one.pricelist(),
                        "order_line",
                        one.lines().stream()
                                .map(line -> List.of(0, 0, values(line, product)))
                                .toList()))
                .toList();
        JsonNode ids = odoo.ok("sale.order", "create", Map.of("vals_list", orders));
        List<JsonNode> read = new ArrayList<>();
        odoo.ok(
                        "sale.order",
                        "read",
                        Map.of("ids", ids, "fields", List.of("amount_untaxed", "amount_tax", "amount_total")))
                .forEach(read::add);
        return read;
    }

    private static Map<String, Object> values(PricedLine line, long product) {
        return Map.of(
                "product_id",
                product,
                "product_uom_qty",
                line.quantity(),
                "price_unit",
                line.priceUnit(),
                "discount",
                line.discount(),
                "tax_ids",
                List.of(List.of(6, 0, line.taxes().stream().map(Tax::id).toList())));
    }

    private static String shown(JsonNode order, int digits) {
        return text(
                order.path("amount_untaxed").decimalValue(),
                order.path("amount_tax").decimalValue(),
                order.path("amount_total").decimalValue(),
                digits);
    }

    private static String text(BigDecimal untaxed, BigDecimal tax, BigDecimal total, int digits) {
        return scaled(untaxed, digits) + " + " + scaled(tax, digits) + " = " + scaled(total, digits);
    }

    private static BigDecimal scaled(BigDecimal amount, int digits) {
        return amount.setScale(digits, RoundingMode.HALF_UP);
    }

    private List<JsonNode> all(String model, List<?> domain, List<String> fields) {
        List<JsonNode> records = new ArrayList<>();
        odoo.ok(model, "search_read", Map.of("domain", domain, "fields", fields))
                .forEach(records::add);
        return records;
    }

    private void write(RoundingMethod method) {
        new RealOdoo(System.getenv(ADMIN_KEY))
                .ok("res.company", "write", Map.of("ids", List.of(company), "vals", Map.of(METHOD, method.odooName())));
    }
}
